/**
 * Numbered examples of the library, each a {@code main} of one idea that runs offline, in the order
 * in which they are best read: {@code Example01…} first. {@code examples/README.md} lists them.
 */
package dev.figment.examples;
