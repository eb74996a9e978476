package dev.figment.examples;

import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.Tanh;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.picture.Animation;
import dev.figment.picture.Chart;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A GAN of numbers, so that all of it can be drawn: the density of the data, that of the generated
 * numbers, what the discriminator says at each number, and what the best one would say,
 *
 * <p>D*(x) = p_data(x)/(p_data(x) + p_generated(x)).
 *
 * <p>As the two densities come to lie on one another, D* becomes ½ everywhere. Writes an animation
 * of the training.
 *
 * <pre>examples/run Example09AGanOnALine [FILE.gif]</pre>
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014, figure 1 and proposition
 *     1</a>
 */
public final class Example09AGanOnALine {
  static final double MEAN = 2;
  static final double DEVIATION = 0.5;
  private static final int BATCH = 256;
  private static final int SHOWN = 2000;
  private static final double BANDWIDTH = 0.15;
  private static final double[] LINE = line(-2, 5, 200);
  private static final StreamName DATA = new StreamName("data");
  private static final StreamName SHOW = new StreamName("snapshot");

  private static final Architecture GENERATOR =
      new Architecture(
          "generator", Shape.vector(1), List.of(new Dense(16), new Tanh(), new Dense(1)));
  private static final Architecture DISCRIMINATOR =
      new Architecture(
          "discriminator",
          Shape.vector(1),
          List.of(new Dense(32), new Tanh(), new Dense(32), new Tanh(), new Dense(1)));

  private Example09AGanOnALine() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments.length == 0 ? "runs/gan-on-a-line.gif" : arguments[0]);
    List<Moment> moments = run(1000, 25);
    write(moments, file);
    System.out.println("See " + file);
  }

  /**
   * The line at a step, number by number.
   *
   * @param generated p_generated: Gaussians of standard deviation 0.15 over 2,000 numbers, summed
   * @param learned D, what the discriminator says
   */
  record Moment(int step, double[] data, double[] generated, double[] learned) {
    /** D* of the two densities. */
    double[] optimal() {
      double[] optimal = new double[data.length];
      for (int i = 0; i < optimal.length; i++) {
        optimal[i] = data[i] / (data[i] + generated[i]);
      }
      return optimal;
    }

    /** The Jensen-Shannon divergence of the two densities in nats, 0 to log 2. */
    double divergence() {
      double sum = 0;
      for (int i = 0; i < data.length; i++) {
        double mean = (data[i] + generated[i]) / 2;
        sum += (nats(data[i], mean) + nats(generated[i], mean)) / 2;
      }
      return sum * (LINE[1] - LINE[0]);
    }

    private static double nats(double density, double mean) {
      return density > 0 ? density * Math.log(density / mean) : 0;
    }

    Chart chart() {
      return Chart.titled("A GAN on a line: densities up to 1, discriminators")
          .xLabel("x")
          .smoothing(0)
          .series("p data", LINE, upToOne(data))
          .series("p generated", LINE, upToOne(generated))
          .series("D*, the best", LINE, optimal())
          .series("D, learned", LINE, learned);
    }

    private static double[] upToOne(double[] density) {
      return Arrays.stream(density).map(each -> Math.min(1, each)).toArray();
    }

    String caption() {
      return "step %d: Jensen-Shannon divergence %.3f of at most 0.693"
          .formatted(step, divergence());
    }
  }

  /** Trains for so many steps; returns the line at the start and after every so many. */
  static List<Moment> run(int steps, int every) {
    RandomStreams random = new RandomStreams(1);
    List<Moment> moments = new ArrayList<>();
    try (Network generator = GENERATOR.create(random.of(StreamName.INIT), Device.CPU);
        Network discriminator = DISCRIMINATOR.create(random.of(StreamName.INIT), Device.CPU);
        Optimizer makes = optimizer(generator, 2e-3);
        Optimizer judges = optimizer(discriminator, 1e-2)) {
      for (int step = 0; step <= steps; step++) {
        if (step % every == 0) {
          moments.add(moment(step, generator, discriminator, random));
        }
        try (Scope scope = Scope.open()) {
          Tensor real = Noise.normal(random.of(DATA), BATCH, 1).times(DEVIATION).plus(MEAN);
          Tensor fake = fakes(generator, BATCH, random.of(StreamName.LATENT));
          Tensor told = judged(discriminator, real, 1).plus(judged(discriminator, fake, 0));
          judges.step(Gradients.of(told, discriminator.parameters().tensors()));
          Tensor fooled =
              judged(discriminator, fakes(generator, BATCH, random.of(StreamName.LATENT)), 1);
          makes.step(Gradients.of(fooled, generator.parameters().tensors()));
        }
      }
    }
    return moments;
  }

  private static Optimizer optimizer(Network network, double rate) {
    return new Optimizer(new Adam(rate).withBeta1(0.5), network.parameters());
  }

  private static Tensor fakes(Network generator, int count, RandomStream stream) {
    return generator.apply(Noise.normal(stream, count, 1), Pass.inference());
  }

  private static Tensor judged(Network discriminator, Tensor numbers, double target) {
    Tensor logits = discriminator.apply(numbers, Pass.inference());
    return BinaryCrossEntropy.of(logits, Tensor.full(target, numbers.size(0), 1));
  }

  private static Moment moment(
      int step, Network generator, Network discriminator, RandomStreams random) {
    double[] data = new double[LINE.length];
    float[] line = new float[LINE.length];
    for (int i = 0; i < LINE.length; i++) {
      data[i] = normal(LINE[i], MEAN, DEVIATION);
      line[i] = (float) LINE[i];
    }
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      float[] numbers = fakes(generator, SHOWN, random.of(SHOW)).toArray();
      Tensor logits = discriminator.apply(Tensor.of(line, line.length, 1), Pass.inference());
      return new Moment(step, data, density(numbers), doubles(logits.sigmoid().toArray()));
    }
  }

  private static double[] density(float[] numbers) {
    double[] density = new double[LINE.length];
    for (int i = 0; i < density.length; i++) {
      for (float number : numbers) {
        density[i] += normal(LINE[i], number, BANDWIDTH) / numbers.length;
      }
    }
    return density;
  }

  private static double normal(double x, double mean, double deviation) {
    double away = (x - mean) / deviation;
    return Math.exp(-away * away / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }

  private static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }

  private static double[] line(double from, double to, int count) {
    double[] line = new double[count];
    for (int i = 0; i < count; i++) {
      line[i] = from + (to - from) * i / (count - 1);
    }
    return line;
  }

  /** An animation of them, a chart each. */
  static void write(List<Moment> moments, Path file) {
    Animation animation = Animation.empty();
    for (Moment each : moments) {
      animation = animation.add(halved(each.chart().toImage()), each.caption());
    }
    animation.write(file);
  }

  private static BufferedImage halved(BufferedImage image) {
    int width = image.getWidth() / 2;
    int height = image.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = half.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return half;
  }
}
