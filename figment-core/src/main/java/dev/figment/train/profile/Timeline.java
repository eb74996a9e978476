package dev.figment.train.profile;

import dev.figment.train.profile.Place.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place after the other: each moment of a step belongs to the place that was entered last. */
final class Timeline {
  private final Map<Place, Cost> costs = new LinkedHashMap<>();
  private final List<Span> spans = new ArrayList<>();
  private @Nullable Place current;
  private long since;

  /**
   * Time goes to this place from now on.
   *
   * @return where it went until now; null where nowhere
   */
  @Nullable Place enter(Place place) {
    Place before = current;
    if (!place.equals(before)) {
      leave();
      current = place;
      since = System.nanoTime();
    }
    return before;
  }

  /** Time goes nowhere from now on. */
  void leave() {
    if (current != null) {
      long now = System.nanoTime();
      add(current, new Cost((now - since) / 1e9, Work.NONE));
      spans.add(new Span(current.name(), category(current), since, now));
      current = null;
    }
  }

  private static String category(Place place) {
    return place.phase().isEmpty() ? "part" : place.direction().name().toLowerCase(Locale.ROOT);
  }

  /** Forgets all. */
  void clear() {
    costs.clear();
    spans.clear();
  }

  /** Something around places, which has ended. */
  void surround(String name, String category, long startNanos) {
    spans.add(new Span(name, category, startNanos, System.nanoTime()));
  }

  void add(Place place, Work work) {
    add(place, new Cost(0, work));
  }

  private void add(Place place, Cost cost) {
    costs.merge(place, cost, Cost::plus);
  }

  List<Span> spans() {
    return spans;
  }

  /**
   * A row for each place, both its directions in one, in the order in which they were entered; what
   * belongs to no phase comes last.
   */
  List<ProfileRow> rows(long steps) {
    Map<Place, ProfileRow> rows = new LinkedHashMap<>();
    costs.forEach(
        (place, cost) -> {
          Cost each = cost.dividedBy(steps);
          boolean isForward = place.direction() == Direction.FORWARD;
          rows.merge(
              new Place(place.phase(), place.name(), Direction.FORWARD),
              new ProfileRow(
                  place.phase(),
                  place.name(),
                  isForward ? each : Cost.NONE,
                  isForward ? Cost.NONE : each),
              ProfileRow::plus);
        });
    return rows.values().stream()
        .sorted(Comparator.comparing(row -> row.phase().isEmpty()))
        .toList();
  }
}
