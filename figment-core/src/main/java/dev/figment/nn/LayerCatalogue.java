package dev.figment.nn;

import java.util.Map;

/** Layers by the names that recipes use; add your own through {@link java.util.ServiceLoader}. */
public interface LayerCatalogue {
  Map<String, Class<? extends Layer>> layers();
}
