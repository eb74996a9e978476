/** Sets of images compared by their pixels, without a network. */
@NullMarked
package dev.figment.metric.pixel;

import org.jspecify.annotations.NullMarked;
