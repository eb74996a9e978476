package dev.figment.bench;

import dev.figment.tensor.RandomStream;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A number from our stream beside one from the JDK's, which is the same algorithm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RandomStreamBenchmark {
  private final RandomStream ours = RandomStream.named("latent", 1);
  private final SplittableRandom jdk = new SplittableRandom(1);

  @Benchmark
  public long ours() {
    return ours.nextLong();
  }

  @Benchmark
  public long jdk() {
    return jdk.nextLong();
  }

  @Benchmark
  public double oursGaussian() {
    return ours.nextGaussian();
  }

  @Benchmark
  public double jdkGaussian() {
    return jdk.nextGaussian();
  }
}
