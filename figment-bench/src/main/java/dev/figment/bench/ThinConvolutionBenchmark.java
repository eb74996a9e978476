package dev.figment.bench;

import dev.figment.tensor.Convolution;
import dev.figment.tensor.Edges;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The last layer of a generator: up to four outputs are matrix products, five are left to the
 * engine.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ThinConvolutionBenchmark {
  @Param({"1", "4", "5"})
  int outputs;

  @Param({"5", "7"})
  int kernel;

  private Tensor images;
  private Tensor weight;

  @Setup
  public void draw() {
    RandomStream stream = RandomStream.named("benchmark", 1);
    images = Noise.normal(stream, 64, 28, 28, 128).permute(0, 3, 1, 2).differentiable();
    weight = Noise.normal(stream, outputs, 128, kernel, kernel).differentiable();
  }

  @Benchmark
  public double forwardAndGradients() {
    int edge = kernel / 2;
    try (Scope scope = Scope.open()) {
      Edges same = new Edges(edge, edge, edge, edge);
      Tensor sum = Convolution.apply(images, weight, null, 1, same).sum();
      return Gradients.of(sum, List.of(images, weight)).get(1).sum().item();
    }
  }
}
