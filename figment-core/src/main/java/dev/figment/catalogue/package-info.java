/**
 * What recipes can name, found in every library on the class path. A library brings an {@link
 * dev.figment.catalogue.Extension}, which adds entries; a {@link dev.figment.catalogue.Catalogue}
 * holds those of one {@link dev.figment.catalogue.Kind}: layers, losses, penalties, optimizers,
 * initializers, models and data sets. Figment registers its own in the same way. {@link
 * dev.figment.catalogue.Defaults} are what such records are where a recipe says nothing.
 *
 * <p>Leans on nothing but the root package.
 */
@NullMarked
package dev.figment.catalogue;

import org.jspecify.annotations.NullMarked;
