package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Tensor;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A function of each value, as dense and convolutional layers can end with. */
public enum Activation {
  LINEAR(x -> x),
  RELU(Tensor::relu),
  SELU(Tensor::selu),
  /** With α 1. */
  ELU(x -> x.elu(1)),
  SIGMOID(Tensor::sigmoid),
  SILU(Tensor::silu),
  TANH(Tensor::tanh),
  /** Over units or channels. */
  SOFTMAX(x -> x.rank() == 4 ? x.softmax(1).channelsLast() : x.softmax(-1)),
  SOFTPLUS(Tensor::softplus);

  private final UnaryOperator<Tensor> function;

  Activation(UnaryOperator<Tensor> function) {
    this.function = function;
  }

  public Tensor apply(Tensor x) {
    return function.apply(x);
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
