package dev.figment.broken.util;

/** Lives in a drawer. */
public class Drawer {}
