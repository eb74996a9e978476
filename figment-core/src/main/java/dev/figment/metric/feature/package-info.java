/**
 * Sets of images compared by what a network says of them. Start at {@link
 * dev.figment.metric.feature.FeatureExtractor}, whose {@link dev.figment.metric.feature.Features}
 * are compared; {@link dev.figment.metric.feature.FeatureExtraction} has them of all images of a
 * set, and {@link dev.figment.metric.feature.ReferenceFeatures} keeps those of the real ones.
 *
 * <ul>
 *   <li>{@link dev.figment.metric.feature.FrechetDistance}: of two sets as normal distributions, by
 *       their {@link dev.figment.metric.feature.FeatureStatistics} alone, which merge.
 *   <li>{@link dev.figment.metric.feature.KernelDistance}: without bias, so for few images too.
 *   <li>{@link dev.figment.metric.feature.PrecisionRecall}: how good images are, and how much of
 *       the real ones they show; {@link dev.figment.metric.feature.DensityCoverage} is the same,
 *       less moved by outliers.
 *   <li>{@link dev.figment.metric.feature.ClassifierScore}: how sure a classifier is of the images,
 *       and how evenly they spread over its classes.
 * </ul>
 *
 * <p>Figures of features are in their units: what two extractors say is never compared, and {@link
 * dev.figment.metric.feature.FeatureSource} is what tells.
 */
@NullMarked
package dev.figment.metric.feature;

import org.jspecify.annotations.NullMarked;
