package dev.figment.data;

import dev.figment.tensor.Tensor;

/**
 * Some examples, ready for a network.
 *
 * @param examples floats in the recipe's range: (examples, channels, height, width) for images,
 *     channels last in memory; (examples, numbers) for vectors
 * @param labels class numbers (examples), or null where the set has none
 * @param size how many examples
 */
public record Batch(Tensor examples, Tensor labels, int size) {}
