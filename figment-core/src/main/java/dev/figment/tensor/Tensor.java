package dev.figment.tensor;

import static dev.figment.tensor.Engine.bound;
import static dev.figment.tensor.Engine.call;
import static dev.figment.tensor.Engine.change;
import static dev.figment.tensor.Engine.optional;
import static dev.figment.tensor.Engine.requireOpen;
import static dev.figment.tensor.Engine.scalar;
import static dev.figment.tensor.Engine.vector;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers on a device, and what Figment does with it. Thin: each method is one call of
 * the engine. Float32 unless said otherwise; shapes as the engine has them, the batch first.
 *
 * <p>Its native memory belongs to the innermost open {@link Scope}; outside of any, to whoever made
 * it, until {@link #close}.
 */
public final class Tensor implements AutoCloseable {
  private final org.bytedeco.pytorch.Tensor self;

  private Tensor(org.bytedeco.pytorch.Tensor self) {
    this.self = self;
  }

  // ---- birth

  /** Values in row-major order. */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = empty(ScalarType.Float, values.length, shape);
    new FloatPointer(tensor.self.data_ptr_float()).put(values);
    return tensor;
  }

  /** Unsigned bytes, 0 to 255. */
  public static Tensor ofBytes(byte[] values, long... shape) {
    Tensor tensor = empty(ScalarType.Byte, values.length, shape);
    new BytePointer(tensor.self.data_ptr()).put(values);
    return tensor;
  }

  /** 64-bit integers, such as class numbers. */
  public static Tensor ofLongs(long[] values, long... shape) {
    Tensor tensor = empty(ScalarType.Long, values.length, shape);
    new LongPointer(tensor.self.data_ptr()).put(values);
    return tensor;
  }

  public static Tensor full(double value, long... shape) {
    return call("full", () -> torch.full(shape, scalar((float) value)));
  }

  public static Tensor zeros(long... shape) {
    return call("zeros", () -> torch.zeros(shape));
  }

  /** Zeros of the same shape, on the same device. */
  public Tensor zerosLike() {
    return call("zerosLike", () -> torch.zeros_like(self), this);
  }

  private static Tensor empty(ScalarType type, int count, long... shape) {
    Tensor tensor = call("empty", () -> torch.empty(shape, new TensorOptions(type), null));
    if (count != tensor.count()) {
      throw new IllegalArgumentException(count + " values do not fill " + tensor.describe());
    }
    return tensor;
  }

  /** Joins along an axis. */
  public static Tensor concatenate(int axis, List<Tensor> parts) {
    return call("concatenate", () -> torch.cat(vector(parts), axis), parts.toArray(Tensor[]::new));
  }

  // ---- shape

  public long[] shape() {
    requireOpen("shape", this);
    long[] sizes = new long[(int) self.dim()];
    for (int axis = 0; axis < sizes.length; axis++) {
      sizes[axis] = self.size(axis);
    }
    return sizes;
  }

  public long size(int axis) {
    return Engine.get("size", () -> self.size(axis), this);
  }

  public int rank() {
    requireOpen("rank", this);
    return (int) self.dim();
  }

  public long count() {
    requireOpen("count", this);
    return self.numel();
  }

  public Tensor reshape(long... shape) {
    return call("reshape to " + Arrays.toString(shape), () -> self.reshape(shape), this);
  }

  public Tensor permute(long... axes) {
    return call("permute", () -> self.permute(axes), this);
  }

  /** Part of an axis, sharing memory. */
  public Tensor narrow(int axis, long start, long length) {
    return call("narrow", () -> self.narrow(axis, start, length), this);
  }

  /** The same values in the same memory, with derivatives of their own. */
  Tensor sharing() {
    return call("sharing", self::variable_data, this);
  }

  /** The diagonal of a matrix, sharing memory. */
  public Tensor diagonal() {
    return call("diagonal", () -> self.diagonal(), this);
  }

  public Tensor expand(long... shape) {
    return call("expand to " + Arrays.toString(shape), () -> self.expand(shape), this);
  }

  public Tensor flip(long... axes) {
    return call("flip", () -> torch.flip(self, axes), this);
  }

  /** The rows with these numbers. */
  public Tensor rows(Tensor numbers) {
    return call("rows", () -> self.index_select(0, numbers.self), this, numbers);
  }

  /** Along an axis, the values at the places that the indices name, of the indices' shape. */
  public Tensor gather(int axis, Tensor indices) {
    return call("gather", () -> self.gather(axis, indices.self), this, indices);
  }

  /** An image batch laid out channels last; nothing where it already is. */
  public Tensor channelsLast() {
    return call("channelsLast", () -> self.contiguous(MemoryFormat.ChannelsLast), this);
  }

  // ---- arithmetic

  public Tensor plus(Tensor other) {
    return call("plus", () -> self.add(other.self), this, other);
  }

  public Tensor plus(double value) {
    return call("plus", () -> self.add(scalar(value)), this);
  }

  public Tensor minus(Tensor other) {
    return call("minus", () -> self.sub(other.self), this, other);
  }

  public Tensor minus(double value) {
    return plus(-value);
  }

  public Tensor times(Tensor other) {
    return call("times", () -> self.mul(other.self), this, other);
  }

  public Tensor times(double value) {
    return call("times", () -> self.mul(scalar(value)), this);
  }

  public Tensor dividedBy(Tensor other) {
    return call("dividedBy", () -> self.div(other.self), this, other);
  }

  public Tensor negated() {
    return call("negated", self::neg, this);
  }

  public Tensor matmul(Tensor other) {
    return call("matmul", () -> self.matmul(other.self), this, other);
  }

  /** x·Wᵀ + b, W of (outputs, inputs); no bias where {@code bias} is null. */
  public Tensor linear(Tensor weight, @Nullable Tensor bias) {
    return call(
        "linear",
        () ->
            LargeProduct.suits(self, weight.self)
                ? LargeProduct.linear(self, weight.self, optional(bias))
                : torch.linear(self, weight.self, optional(bias)),
        this,
        weight,
        bias);
  }

  public Tensor square() {
    return call("square", self::square, this);
  }

  public Tensor sqrt() {
    return call("sqrt", self::sqrt, this);
  }

  public Tensor reciprocal() {
    return call("reciprocal", self::reciprocal, this);
  }

  public Tensor exp() {
    return call("exp", self::exp, this);
  }

  public Tensor log() {
    return call("log", self::log, this);
  }

  public Tensor sin() {
    return call("sin", self::sin, this);
  }

  public Tensor cos() {
    return call("cos", self::cos, this);
  }

  public Tensor abs() {
    return call("abs", self::abs, this);
  }

  public Tensor clamp(double low, double high) {
    return call("clamp", () -> self.clamp(bound(low), bound(high)), this);
  }

  // ---- activations

  public Tensor relu() {
    return call("relu", self::relu, this);
  }

  public Tensor leakyRelu(double slope) {
    return call("leakyRelu", () -> torch.leaky_relu(self, scalar(slope)), this);
  }

  public Tensor selu() {
    return call("selu", () -> torch.selu(self), this);
  }

  public Tensor elu(double alpha) {
    return call("elu", () -> torch.elu(self, scalar(alpha), scalar(1), scalar(1)), this);
  }

  public Tensor sigmoid() {
    return call("sigmoid", self::sigmoid, this);
  }

  /** x·σ(x). */
  public Tensor silu() {
    return call("silu", () -> torch.silu(self), this);
  }

  public Tensor tanh() {
    return call("tanh", self::tanh, this);
  }

  public Tensor softmax(int axis) {
    return call("softmax", () -> torch.softmax(self, axis), this);
  }

  /** log softmax, without overflow. */
  public Tensor logSoftmax(int axis) {
    return call("logSoftmax", () -> torch.log_softmax(self, axis), this);
  }

  /** log(1 + e^x), without overflow. */
  public Tensor softplus() {
    return call("softplus", () -> torch.softplus(self), this);
  }

  /** The mean of softplus(x) − t·x, a scalar []. */
  public Tensor binaryCrossEntropy(Tensor targets) {
    return call(
        "binaryCrossEntropy",
        () -> torch.binary_cross_entropy_with_logits(self, targets.self),
        this,
        targets);
  }

  // ---- reductions

  /** log Σ e^x along an axis, without overflow. */
  public Tensor logSumExp(int axis, boolean keep) {
    return call("logSumExp", () -> self.logsumexp(new long[] {axis}, keep), this);
  }

  public Tensor sum() {
    return call("sum", () -> self.sum(), this);
  }

  public Tensor mean() {
    return call("mean", () -> self.mean(), this);
  }

  public Tensor sum(long[] axes, boolean keep) {
    return call("sum", () -> self.sum(axes, keep, new ScalarTypeOptional()), this);
  }

  public Tensor mean(long[] axes, boolean keep) {
    return call("mean", () -> self.mean(axes, keep, new ScalarTypeOptional()), this);
  }

  /** Where along an axis the largest value is, the first of equals; without the axis. */
  public Tensor argmax(int axis) {
    return call("argmax", () -> self.argmax(new LongOptional(axis), false), this);
  }

  /** Whether two values are the same, for each pair of them. */
  public Tensor equalTo(Tensor other) {
    return call("equalTo", () -> self.eq(other.self), this, other);
  }

  /** √Σx² along axes; where all of them are zero, its derivative is taken as zero. */
  public Tensor norm(long[] axes, boolean keep) {
    return call(
        "norm",
        () -> torch.linalg_vector_norm(self, scalar(2), axes, keep, new ScalarTypeOptional()),
        this);
  }

  /** The share of values above a limit. */
  public Tensor shareAbove(double limit) {
    return call("shareAbove", () -> self.gt(scalar(limit)).to(ScalarType.Float).mean(), this);
  }

  /** One where both infinite and not-a-number values are absent, else zero. */
  public Tensor allFinite() {
    return call("allFinite", () -> self.isfinite().all(), this);
  }

  // ---- in place, for optimizers and running statistics

  public Tensor copyFrom(Tensor source) {
    return change("copyFrom", () -> self.copy_(source.self), this, source);
  }

  public Tensor fill(double value) {
    return change("fill", () -> self.fill_(scalar(value)), this);
  }

  public Tensor scale(double factor) {
    return change("scale", () -> self.mul_(scalar(factor)), this);
  }

  public Tensor shift(double value) {
    return change("shift", () -> self.add_(scalar(value)), this);
  }

  public Tensor squareRoot() {
    return change("squareRoot", () -> self.sqrt_(), this);
  }

  /** this += factor·x. */
  public Tensor add(Tensor x, double factor) {
    return change("add", () -> self.add_(x.self, scalar(factor)), this, x);
  }

  /** this += factor·x / y. */
  public Tensor addQuotient(Tensor x, Tensor y, double factor) {
    return change("addQuotient", () -> self.addcdiv_(x.self, y.self, scalar(factor)), this, x, y);
  }

  /** this += factor·x·y. */
  public Tensor addProduct(Tensor x, Tensor y, double factor) {
    return change("addProduct", () -> self.addcmul_(x.self, y.self, scalar(factor)), this, x, y);
  }

  /** this += weight·(target − this). */
  public Tensor moveTowards(Tensor target, double weight) {
    return change("moveTowards", () -> self.lerp_(target.self, scalar(weight)), this, target);
  }

  // ---- graph, types and devices

  /** The same values in memory of their own. */
  public Tensor copy() {
    return call("copy", () -> self.clone(), this);
  }

  /** The same memory, cut from the graph of derivatives. */
  public Tensor detached() {
    return call("detached", self::detach, this);
  }

  /** Marks a leaf of the graph: {@link Gradients} can then be asked for it. */
  public Tensor differentiable() {
    return change("differentiable", () -> self.set_requires_grad(true), this);
  }

  /** In float32; nothing where it already is. */
  public Tensor toFloats() {
    requireOpen("toFloats", this);
    return self.scalar_type().value == ScalarType.Float.value
        ? this
        : call("toFloats", () -> self.to(ScalarType.Float), this);
  }

  public Tensor toLongs() {
    return call("toLongs", () -> self.to(ScalarType.Long), this);
  }

  public Tensor to(Device device) {
    requireOpen("to " + device, this);
    return device == Device.CPU && !self.is_cuda()
        ? this
        : call("to " + device, () -> self.to(device.nativeDevice(), self.scalar_type()), this);
  }

  // ---- numbers out

  /** The one number of a scalar. Waits for the device. */
  public double item() {
    return Engine.get("item", self::item_double, this);
  }

  /** All values in row-major order, copied out. */
  public float[] toArray() {
    requireOpen("toArray", this);
    try (Scope scope = Scope.open()) {
      org.bytedeco.pytorch.Tensor flat = to(Device.CPU).toFloats().self.detach().contiguous();
      float[] values = new float[Math.toIntExact(count())];
      new FloatPointer(flat.data_ptr_float()).get(values);
      return values;
    }
  }

  /** Unsigned bytes out of float values 0 to 255, rounded to the nearest and clipped. */
  public byte[] toBytes() {
    requireOpen("toBytes", this);
    try (Scope scope = Scope.open()) {
      org.bytedeco.pytorch.Tensor rounded = to(Device.CPU).clamp(0, 255).self.detach().round();
      byte[] values = new byte[Math.toIntExact(count())];
      new BytePointer(rounded.to(ScalarType.Byte).contiguous().data_ptr()).get(values);
      return values;
    }
  }

  // ---- ownership

  /** Lets the tensor outlive every scope, until {@link #close}. */
  public Tensor retain() {
    requireOpen("retain", this);
    self.retainReference();
    return this;
  }

  /** Gives the native memory back; for tensors made outside of a scope, or retained. */
  @Override
  public void close() {
    self.releaseReference();
  }

  /** Type and shape, as error messages name a tensor: {@code float[256, 1, 28, 28]}. */
  public String describe() {
    return self.isNull()
        ? "a closed tensor"
        : self.scalar_type().intern().name().toLowerCase(java.util.Locale.ROOT)
            + Arrays.toString(shape());
  }

  @Override
  public String toString() {
    return describe();
  }

  public Device device() {
    requireOpen("device", this);
    return self.is_cuda() ? Device.CUDA : Device.CPU;
  }

  static Tensor wrap(org.bytedeco.pytorch.Tensor tensor) {
    return new Tensor(tensor);
  }

  /** A tensor inside of a native tuple or list, which it outlives. */
  static Tensor wrapPart(org.bytedeco.pytorch.Tensor part) {
    return new Tensor(new org.bytedeco.pytorch.Tensor(part));
  }

  org.bytedeco.pytorch.Tensor nativeTensor() {
    return self;
  }
}
