package dev.figment.data.reader;

import dev.figment.data.LoadReport;
import dev.figment.data.image.Conversion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counts what happens to images, which several threads decode at once. */
final class ConversionCounts {
  private final AtomicIntegerArray counts = new AtomicIntegerArray(Conversion.values().length);

  void add(Set<Conversion> ofOneImage) {
    ofOneImage.forEach(each -> counts.incrementAndGet(each.ordinal()));
  }

  LoadReport toReport() {
    Map<Conversion, Integer> changed = new EnumMap<>(Conversion.class);
    for (Conversion each : Conversion.values()) {
      changed.put(each, counts.get(each.ordinal()));
    }
    return new LoadReport(changed, Map.of());
  }
}
