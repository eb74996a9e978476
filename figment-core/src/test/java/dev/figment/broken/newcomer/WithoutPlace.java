package dev.figment.broken.newcomer;

/** Its package is not in the order. */
public class WithoutPlace {}
