package dev.figment.data;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An endless row of batches: each pass over the set has an order of its own, drawn from the seed,
 * and a batch that reaches the end of one goes on in the next, so that none is short. Where it is
 * is one number. The next batch is copied in the background while the last one is used.
 */
public final class Batches {
  /** One thread for all sets: a copy is short, and must not start a thread of its own each time. */
  private static final Executor GATHERER =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "figment-batches");
            thread.setDaemon(true);
            return thread;
          });

  private final ImageSet set;
  private final Range range;
  private final int size;
  private final long seed;
  private final Device device;
  private final PassOrder order;
  private long position;
  private int reordered;
  private @Nullable CompletableFuture<ExampleBuffer> next;

  /**
   * @param size examples in each batch, at least 1
   * @param seed of the shuffling
   */
  public Batches(ImageSet set, Range range, int size, long seed, Device device) {
    require(set.size() > 0, "%s: expected at least one example, got none", set.name());
    this.set = set;
    this.range = range;
    this.size = size;
    this.seed = seed;
    this.device = device;
    this.order = new PassOrder();
  }

  /** The next batch, as tensors of the innermost open scope. */
  public Batch next() {
    ExampleBuffer buffer = next == null ? gather(position) : prefetched(next);
    position += size;
    long following = position;
    next = CompletableFuture.supplyAsync(() -> gather(following), GATHERER);
    return buffer.toBatch(set.shape(), size, range, device);
  }

  private static ExampleBuffer prefetched(CompletableFuture<ExampleBuffer> next) {
    try {
      return next.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) { // no heap left, for instance
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  /** Examples in each batch. */
  public int size() {
    return size;
  }

  /** What the examples come from, as {@link ImageSet#fingerprint} has it. */
  public String fingerprint() {
    return set.fingerprint();
  }

  /** How many examples were given out. */
  public long position() {
    return position;
  }

  /** Goes on as if so many examples had been given out. */
  public void seek(long position) {
    forgetNext();
    this.position = position;
  }

  /**
   * Goes on in another order.
   *
   * @param times each number has orders of its own; 0 is the first
   */
  public void reorder(int times) {
    forgetNext();
    this.reordered = times;
    order.forget();
  }

  private void forgetNext() {
    if (next != null) {
      next.join();
      next = null;
    }
  }

  private ExampleBuffer gather(long start) {
    int[] indices = new int[size];
    for (int i = 0; i < size; i++) {
      indices[i] = order.example(start + i);
    }
    return ExampleBuffer.of(set, indices);
  }

  /** The shuffled order of the pass that a position falls into; used by one thread at a time. */
  private final class PassOrder {
    @SuppressWarnings("NullAway.Init") // with the first pass
    private int[] examples;

    private long pass = -1;

    void forget() {
      pass = -1;
    }

    int example(long position) {
      long wanted = position / set.size();
      if (wanted != pass) {
        String name = reordered == 0 ? "data/" + wanted : "data/" + wanted + "/" + reordered;
        examples = RandomStream.named(name, seed).order(set.size());
        pass = wanted;
      }
      return examples[(int) (position % examples.length)];
    }
  }
}
