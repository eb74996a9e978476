package dev.figment.run.report;

/**
 * An image of a set, by how near it is to another.
 *
 * @param index in the set
 * @param distance the root mean square of differences of pixels, of 0 to 255
 */
record Neighbor(int index, double distance) {}
