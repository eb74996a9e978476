package dev.figment.tensor;

/**
 * What a {@link RandomStream} of a training is for: its name, from which and the recipe's seed it
 * is derived. A model of one's own declares those that it needs beside these as constants, so that
 * no mistyped name makes a new stream.
 *
 * @param name as checkpoints have it
 */
public record StreamName(String name) {
  /** First values of parameters. */
  public static final StreamName INIT = new StreamName("init");

  /** Points of the latent space. */
  public static final StreamName LATENT = new StreamName("latent");

  /** Dropout and the noise of layers. */
  public static final StreamName DROPOUT = new StreamName("dropout");
}
