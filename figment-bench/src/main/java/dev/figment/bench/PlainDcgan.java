package dev.figment.bench;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The step of {@code mnist-dcgan} as one writes it at first over JavaCPP: channels first, modules
 * and optimizers of the engine, backward through everything. What Figment's step is measured
 * against.
 */
final class PlainDcgan {
  private static final int BATCH = 256;

  private final LinearImpl dense = new LinearImpl(100, 6272);
  private final ConvTranspose2dImpl up1 = transposed();
  private final ConvTranspose2dImpl up2 = transposed();
  private final Conv2dImpl image = new Conv2dImpl(new Conv2dOptions(128, 1, sizes(7)));
  private final Conv2dImpl down1 = new Conv2dImpl(new Conv2dOptions(1, 64, sizes(3)));
  private final Conv2dImpl down2 = new Conv2dImpl(new Conv2dOptions(64, 64, sizes(3)));
  private final LinearImpl decide = new LinearImpl(3136, 1);
  private final Adam moveGenerator = adam(dense, up1, up2, image);
  private final Adam moveDiscriminator = adam(down1, down2, decide);

  private static LongPointer sizes(long size) {
    return new LongPointer(size, size);
  }

  private static ConvTranspose2dImpl transposed() {
    return new ConvTranspose2dImpl(new ConvTranspose2dOptions(128, 128, sizes(4)));
  }

  private static Adam adam(Module... modules) {
    TensorVector parameters = new TensorVector();
    for (Module module : modules) {
      TensorVector own = module.parameters();
      for (long i = 0; i < own.size(); i++) {
        parameters.push_back(own.get(i));
      }
    }
    AdamOptions options = new AdamOptions(2e-4);
    DoublePointer betas = options.betas(); // laid out backwards: β2 first
    betas.put(0, 0.999);
    betas.put(1, 0.5);
    return new Adam(parameters, options);
  }

  private Tensor generate(Tensor z) {
    Tensor x = leaky(dense.forward(z)).view(-1, 128, 7, 7);
    x = leaky(enlarge(up1, x));
    x = leaky(enlarge(up2, x));
    return convolve(image, x, 1, 3).sigmoid();
  }

  private Tensor discriminate(Tensor images) {
    Tensor x = halve(down1, images);
    x = halve(down2, x);
    return decide.forward(x.flatten(1, -1));
  }

  private static Tensor halve(Conv2dImpl convolution, Tensor x) {
    Tensor padded = torch.constant_pad_nd(x, 0, 1, 0, 1);
    return torch.dropout(leaky(convolve(convolution, padded, 2, 0)), 0.4, true);
  }

  private static Tensor convolve(Conv2dImpl convolution, Tensor x, long stride, long padding) {
    return torch.conv2d(
        x,
        convolution.weight(),
        new TensorOptional(convolution.bias()),
        new long[] {stride, stride},
        new long[] {padding, padding},
        new long[] {1, 1},
        1);
  }

  private static Tensor enlarge(ConvTranspose2dImpl convolution, Tensor x) {
    return torch.conv_transpose2d(
        x,
        convolution.weight(),
        new TensorOptional(convolution.bias()),
        new long[] {2, 2},
        new long[] {1, 1},
        new long[] {0, 0},
        1,
        new long[] {1, 1});
  }

  private static Tensor leaky(Tensor x) {
    return torch.leaky_relu(x, new Scalar(0.2));
  }

  /** Both updates, on 128 real images of noise. */
  void step() {
    try (PointerScope scope = new PointerScope()) {
      updateDiscriminator(torch.rand(BATCH / 2, 1, 28, 28));
      updateGenerator();
    }
  }

  private void updateDiscriminator(Tensor real) {
    Tensor fake;
    try (NoGradGuard off = new NoGradGuard()) {
      fake = generate(torch.randn(BATCH / 2, 100));
    }
    Tensor targets =
        torch.cat(new TensorVector(torch.ones(BATCH / 2, 1), torch.zeros(BATCH / 2, 1)), 0);
    Tensor logits = discriminate(torch.cat(new TensorVector(real, fake), 0));
    moveDiscriminator.zero_grad();
    torch.binary_cross_entropy_with_logits(logits, targets).backward();
    moveDiscriminator.step();
  }

  private void updateGenerator() {
    Tensor logits = discriminate(generate(torch.randn(BATCH, 100)));
    moveGenerator.zero_grad();
    torch.binary_cross_entropy_with_logits(logits, torch.ones(BATCH, 1)).backward();
    moveGenerator.step();
  }
}
