package dev.figment.api;

import java.util.List;

/** One of each kind of member, so that ApiTest sees how it is written. */
public abstract sealed class Specimen<T extends Comparable<T>> extends Hidden implements Runnable {
  public static final int CONSTANT = 1;

  int hidden;

  protected Specimen(String... names) throws IllegalArgumentException {}

  public static <S> List<? super S> of(S[] all) {
    return List.of(all);
  }

  protected abstract T value();

  void unseen() {}

  @Override
  public String toString() {
    return "a specimen";
  }

  /** A record in it. */
  public record Leaf(int units, List<String> names) {
    public Leaf(int units) {
      this(units, List.of());
    }
  }

  /** An enum in it. */
  public enum Size {
    SMALL {
      @Override
      double factor() {
        return 1;
      }
    };

    abstract double factor();
  }

  /** Nobody sees it, but the parent of it is sealed. */
  private static final class Inner extends Specimen<String> {
    @Override
    protected String value() {
      return "";
    }

    @Override
    public void run() {}
  }
}

/** Seen through its child alone. */
abstract class Hidden {
  public final synchronized void inherited() {}
}
