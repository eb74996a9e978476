package dev.figment.broken.model.adversarial.style;

/** Does nothing wrong. */
public class Sister {}
