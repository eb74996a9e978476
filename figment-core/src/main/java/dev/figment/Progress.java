package dev.figment;

/** Is told how far something that takes long has come. */
@FunctionalInterface
public interface Progress {
  /** For who does not look. */
  Progress NONE = (task, done, value) -> {};

  /**
   * @param task what is being done; another one than before is a new beginning
   * @param done how many of its parts are
   * @param value what the task's {@link Task#value} names, so far
   */
  void at(Task task, int done, double value);

  /**
   * Something of many parts that take equally long.
   *
   * @param name {@code nll-200}
   * @param most how many parts there are; it may end with fewer
   * @param parts what they are: {@code examples}
   * @param value what is told beside their number: {@code mean}; empty where nothing is
   */
  record Task(String name, int most, String parts, String value) {}
}
