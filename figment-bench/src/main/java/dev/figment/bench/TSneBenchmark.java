package dev.figment.bench;

import dev.figment.Progress;
import dev.figment.latent.Points;
import dev.figment.latent.TSne;
import dev.figment.tensor.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole map of 1,000 iterations, of ten groups of points of 30 numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class TSneBenchmark {
  private static final int SIZE = 30;

  @Param({"2500", "5000", "10000"})
  int count;

  private Points points;

  @Setup
  public void draw() {
    RandomStream stream = RandomStream.named("groups", 1);
    double[] centers = stream.doubles(10 * SIZE, -3, 3).toArray();
    float[] values = new float[count * SIZE];
    for (int i = 0; i < values.length; i++) {
      int group = i / SIZE % 10;
      values[i] = (float) (centers[group * SIZE + i % SIZE] + stream.nextGaussian());
    }
    points = new Points(values, SIZE);
  }

  @Benchmark
  public double map() {
    return TSne.standard().fit(points, RandomStream.named("map", 1), Progress.NONE).divergence();
  }
}
