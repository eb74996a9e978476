package dev.figment.tensor;

import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** How a tensor lies in memory, which decides how fast it is and never what it is. */
public final class MemoryLayout {
  private MemoryLayout() {}

  public static boolean isChannelsLast(Tensor images) {
    return images.nativeTensor().is_contiguous(MemoryFormat.ChannelsLast);
  }
}
