/**
 * Sets of images compared by what a network says of them. Start at {@link
 * dev.figment.metric.feature.FeatureExtractor}, whose {@link dev.figment.metric.feature.Features}
 * are compared.
 */
@NullMarked
package dev.figment.metric.feature;

import org.jspecify.annotations.NullMarked;
