package dev.figment.broken.model.adversarial.gan;

import dev.figment.broken.model.adversarial.style.Sister;

/** One kind of GAN that knows another. */
public class KnowsItsSister {
  Sister other;
}
