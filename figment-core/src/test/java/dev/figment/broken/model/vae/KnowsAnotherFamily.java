package dev.figment.broken.model.vae;

import dev.figment.broken.model.adversarial.gan.KnowsItsSister;

/** A family that knows another one. */
public class KnowsAnotherFamily {
  KnowsItsSister other;
}
