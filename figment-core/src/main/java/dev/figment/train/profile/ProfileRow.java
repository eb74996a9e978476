package dev.figment.train.profile;

/**
 * The mean cost of something in a step.
 *
 * @param phase empty for what belongs to no phase, such as the optimizer
 * @param name a layer as {@code generator/3 conv2d}; {@code loss} for what else a phase does to
 *     have its loss and gradients; or a part of the step
 * @param forward parts without a way back have all of their cost here
 * @param backward gradients, those that a penalty takes and differentiates too
 */
public record ProfileRow(String phase, String name, Cost forward, Cost backward) {
  public Cost total() {
    return forward.plus(backward);
  }

  /** The least seconds that each direction takes, together. */
  public double boundSeconds(Roofline roofline) {
    return roofline.seconds(forward.work()) + roofline.seconds(backward.work());
  }

  ProfileRow plus(ProfileRow other) {
    return new ProfileRow(phase, name, forward.plus(other.forward), backward.plus(other.backward));
  }
}
