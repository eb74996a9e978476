package dev.figment.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process dies at the k-th operation on its disk, in the middle of it where it is a write. What
 * the disk holds is as a kill would leave it: whatever runs on in this process, to clean up or not,
 * changes nothing any more.
 */
public final class DeadAfter implements Fault {
  /** The process is dead. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String where) {
      super(where);
    }
  }

  private final int fatal;
  private final Runnable dying;
  private final List<String> done = new ArrayList<>();

  /**
   * @param fatal the number of the operation, from 1
   * @param dying is run at it and after it; does not return in a process that does die
   */
  public DeadAfter(int fatal, Runnable dying) {
    this.fatal = fatal;
    this.dying = dying;
  }

  /** In a process that lives on. */
  public static DeadAfter operation(int fatal) {
    return new DeadAfter(fatal, () -> {});
  }

  /** Never; for counting. */
  public static DeadAfter never() {
    return operation(Integer.MAX_VALUE);
  }

  /** The operations so far, {@code RENAME recipe.yaml}. */
  public List<String> operations() {
    return List.copyOf(done);
  }

  @Override
  public void before(Operation operation, Path file) {
    done.add(operation + " " + file.getFileName());
    dieIfDue();
  }

  @Override
  public int taken(Path file, int bytes) {
    done.add(Operation.WRITE + " " + file.getFileName());
    if (done.size() > fatal) {
      dieIfDue();
    }
    return done.size() < fatal ? bytes : bytes / 2;
  }

  @Override
  public void after(Path file) {
    dieIfDue();
  }

  private void dieIfDue() {
    if (done.size() >= fatal) {
      dying.run();
      throw new Death("at operation " + fatal + ": " + done.get(fatal - 1));
    }
  }
}
