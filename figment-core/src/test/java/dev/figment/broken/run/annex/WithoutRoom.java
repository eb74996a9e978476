package dev.figment.broken.run.annex;

/** Its room is in no order. */
public class WithoutRoom {}
