package dev.figment.examples;

import dev.figment.tensor.RandomStream;

/** One seed, many streams: drawing from one never moves another. */
public final class Example01RandomStreams {
  private Example01RandomStreams() {}

  public static void main(String[] arguments) {
    RandomStream latent = RandomStream.named("latent", 7);
    RandomStream dropout = RandomStream.named("dropout", 7);
    System.out.printf("latent   %+.4f %+.4f%n", latent.nextGaussian(), latent.nextGaussian());
    System.out.printf("dropout  %+.4f%n", dropout.nextGaussian());

    long here = latent.state(); // all there is to save in a checkpoint
    double next = latent.nextGaussian();
    latent.restore(here);
    System.out.printf("again    %+.4f = %+.4f%n", next, latent.nextGaussian());
  }
}
