/**
 * Sets of images compared by what a network says of them. Start at {@link
 * dev.figment.metric.feature.FeatureExtractor}, whose {@link dev.figment.metric.feature.Features}
 * are compared. {@link dev.figment.metric.feature.OnnxExtractor} is the Inception network of a
 * file.
 *
 * <p>{@code OnnxFile} is read and walked through by {@code OnnxScan}, then run in an {@code
 * OnnxSession}; {@code OnnxInput} is how it wants its images.
 */
@NullMarked
package dev.figment.metric.feature;

import org.jspecify.annotations.NullMarked;
