package dev.figment.train.profile;

/** What something took, and the work that it did meanwhile. */
public record Cost(double seconds, Work work) {
  public static final Cost NONE = new Cost(0, Work.NONE);

  public Cost plus(Cost other) {
    return new Cost(seconds + other.seconds, work.plus(other.work));
  }

  Cost dividedBy(double by) {
    return new Cost(seconds / by, work.dividedBy(by));
  }
}
