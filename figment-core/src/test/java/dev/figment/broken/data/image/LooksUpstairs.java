package dev.figment.broken.data.image;

import dev.figment.broken.data.set.Upstairs;

/** A room that leans on one behind it. */
public class LooksUpstairs {
  Upstairs set;
}
