package dev.figment.examples;

import dev.figment.tensor.RandomStream;

/**
 * One seed, many streams of random numbers: drawing from one never moves another, so that looking
 * at a training does not change it. Where a stream is, is one number, which a checkpoint holds.
 *
 * <pre>examples/run Example06OneSeedManyStreams</pre>
 */
public final class Example06OneSeedManyStreams {
  private Example06OneSeedManyStreams() {}

  public static void main(String[] arguments) {
    double[] drawn = run(7);
    System.out.printf("without a look aside  %+.4f%n", drawn[0]);
    System.out.printf("with one              %+.4f%n", drawn[1]);
    System.out.printf("gone back             %+.4f%n", drawn[2]);
  }

  /** The same number three times. */
  static double[] run(long seed) {
    double undisturbed = RandomStream.named("latent", seed).nextGaussian();

    RandomStream latent = RandomStream.named("latent", seed);
    RandomStream snapshot = RandomStream.named("snapshot", seed);
    long start = latent.state();
    snapshot.nextGaussian();
    double disturbed = latent.nextGaussian();

    latent.restore(start);
    return new double[] {undisturbed, disturbed, latent.nextGaussian()};
  }
}
