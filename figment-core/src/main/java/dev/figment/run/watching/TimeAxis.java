package dev.figment.run.watching;

import dev.figment.train.TrainRecipe;

/** What learning curves are drawn over. */
public enum TimeAxis {
  STEPS("steps", "step"),
  KIMG("kimg: thousands of real images shown", "kimg");

  private final String label;
  private final String key;

  TimeAxis(String label, String key) {
    this.label = label;
    this.key = key;
  }

  /** Kimg where the length of the training is in kimg; steps where it is in steps or epochs. */
  public static TimeAxis of(TrainRecipe length) {
    return length.kimg() == null ? STEPS : KIMG;
  }

  /** As it stands below a chart. */
  public String label() {
    return label;
  }

  /** Its name in {@code stats.jsonl} and {@code metrics.jsonl}. */
  public String key() {
    return key;
  }
}
