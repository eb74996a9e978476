package dev.figment.broken.data.set;

/** Does nothing wrong. */
public class Upstairs {}
