package dev.figment.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Tensors one after the other in one piece of memory: whoever changes all of them alike makes one
 * call instead of one for each.
 */
public final class FlatMemory {
  private FlatMemory() {}

  /**
   * The same tensors, moved into one piece of memory in their order. The first are not needed any
   * more.
   */
  public static List<Tensor> move(List<Tensor> tensors) {
    List<Tensor> moved = new ArrayList<>(tensors.size());
    if (tensors.isEmpty()) {
      return moved;
    }
    Tensor memory = join(tensors);
    long start = 0;
    for (Tensor each : tensors) {
      moved.add(memory.narrow(0, start, each.count()).reshape(each.shape()).sharing());
      start += each.count();
    }
    return moved;
  }

  /** A copy of all values in one vector, tensor after tensor, each in row-major order. */
  public static Tensor join(List<Tensor> tensors) {
    return Engine.call(
        "join",
        () -> torch.flatten_dense_tensors(Engine.vector(tensors)),
        tensors.toArray(Tensor[]::new));
  }

  /**
   * As few vectors as cover the tensors in their order, sharing their memory: one for each run of
   * tensors that lie side by side.
   */
  public static List<Tensor> views(List<Tensor> tensors) {
    List<Tensor> views = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= tensors.size(); next++) {
      if (next == tensors.size() || !isBeside(tensors.get(next - 1), tensors.get(next))) {
        views.add(view(tensors.subList(first, next)));
        first = next;
      }
    }
    return views;
  }

  private static boolean isBeside(Tensor one, Tensor other) {
    var first = one.nativeTensor();
    var second = other.nativeTensor();
    return first.is_contiguous()
        && second.is_contiguous()
        && first.scalar_type().intern() == second.scalar_type().intern()
        && first.storage().unsafeGetStorageImpl().equals(second.storage().unsafeGetStorageImpl())
        && second.storage_offset() == first.storage_offset() + first.numel();
  }

  private static Tensor view(List<Tensor> run) {
    Tensor first = run.get(0);
    if (run.size() == 1) {
      return first.reshape(-1);
    }
    long count = run.stream().mapToLong(Tensor::count).sum();
    return Engine.call(
        "view",
        () ->
            first
                .nativeTensor()
                .as_strided(
                    new long[] {count},
                    new long[] {1},
                    new LongOptional(first.nativeTensor().storage_offset())),
        first);
  }
}
