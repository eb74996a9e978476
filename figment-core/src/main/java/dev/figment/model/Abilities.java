package dev.figment.model;

/** What a model can be asked for, in the words of the commands. */
final class Abilities {
  private Abilities() {}

  static String of(Model model) {
    boolean samples = model instanceof Sampler;
    if (model instanceof Codec) {
      return (samples ? "sample, " : "") + "reconstruct, encode, interpolate, map and anomaly";
    }
    if (model instanceof Stylist) {
      return "sample, interpolate and stylemix";
    }
    return samples ? "sample and interpolate" : "evaluate";
  }
}
