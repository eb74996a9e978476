/**
 * Numbered examples of the library, each a {@code main} that runs offline in seconds, in the order
 * in which they are best read: {@code Example01…} first.
 */
package dev.figment.examples;
