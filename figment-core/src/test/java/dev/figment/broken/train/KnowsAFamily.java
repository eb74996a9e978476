package dev.figment.broken.train;

import dev.figment.broken.model.adversarial.style.Sister;

/** Names a family of models, though it is no recipe. */
public class KnowsAFamily {
  Sister model;
}
