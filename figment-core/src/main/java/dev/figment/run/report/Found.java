package dev.figment.run.report;

import dev.figment.DataException;
import dev.figment.UsageException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a report can do without.
 *
 * @param value null where it is not there
 * @param why it is not there; empty where it is
 */
record Found<T>(@Nullable T value, String why) {
  static <T> Found<T> of(T value) {
    return new Found<>(value, "");
  }

  static <T> Found<T> none(String why) {
    return new Found<>(null, why);
  }

  /** What is found, or the message of why the data is missing or does not fit. */
  static <T> Found<T> data(Supplier<T> find) {
    try {
      return of(find.get());
    } catch (DataException | UsageException e) {
      return none(String.valueOf(e.getMessage()));
    }
  }

  /** A section of it, or one that says why there is none. */
  Section section(String title, Function<T, Section> make) {
    return value == null ? Section.absent(title, why) : make.apply(value);
  }
}
