/**
 * A run as a page to read. Start at {@link dev.figment.run.report.RunReport}: it asks each kind of
 * section of a {@code Subject}, and puts those that there are into a {@code Page}, one HTML file
 * that loads nothing.
 *
 * <p>A section is a class of its own, called after what it shows: {@code Overview}, {@code
 * FinalSamples}, {@code ReconstructedImages}, {@code SnapshotFrames}, {@code Curves}, {@code
 * MeasuredMetrics}, {@code NearestImages}, {@code InterpolatedLines}, {@code MapOfPoints}, {@code
 * NetworkTables}, {@code RecipeText}, {@code Reproduction}, {@code ModelCard}. A {@code Section}
 * that a model cannot have says why. {@code Html} escapes all text; {@code Tiles} and {@code
 * Pixels} are images in a page, {@code Figures} numbers in words, {@code ChartColors} the colors of
 * charts in the dark, {@code ProtocolGroup} results that may be compared.
 *
 * <p>{@link dev.figment.run.report.RunsReport} lays runs beside each other: {@code RecipeRows}, in
 * what their recipes differ, {@link dev.figment.run.report.ComparedMetric}, what their samples come
 * to, {@code SeedGrids}, what they draw with one seed; {@code RunsPage} is its page.
 */
@NullMarked
package dev.figment.run.report;

import org.jspecify.annotations.NullMarked;
