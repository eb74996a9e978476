package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Recurrence;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Long short-term memory over a sequence (steps, features), from a zero state; Keras's gates, one
 * bias, and 1 as the forget gate's first bias.
 *
 * @param units at least 1
 * @param sequences the outputs of every step (steps, units), or of the last one (units)
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber 1997</a>,
 *     with the forget gate that came later
 */
public record Lstm(int units, @JsonProperty(defaultValue = "false") boolean sequences)
    implements Layer {
  public Lstm {
    require(units >= 1, "lstm: units must be at least 1, got %d", units);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireSequence(input);
    return sequences ? Shape.sequence(input.size(0), units) : Shape.vector(units);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int gates = Math.multiplyExact(4, units);
    return List.of(
        ParameterSpec.trainable(
            "weight_ih_l0", new Initializer.GlorotUniform(), gates, input.channels()),
        ParameterSpec.trainable("weight_hh_l0", new Initializer.Orthogonal(), gates, units),
        ParameterSpec.trainable("bias_ih_l0", Lstm::rememberAtFirst, gates));
  }

  private static float[] rememberAtFirst(RandomStream stream, long... shape) {
    float[] bias = new float[(int) shape[0]];
    Arrays.fill(bias, bias.length / 4, bias.length / 2, 1);
    return bias;
  }

  @Override
  public long multiplyAdds(Shape input) {
    long gates = 4L * units;
    return input.size(0) * gates * (input.channels() + units);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor outputs =
        Recurrence.lstm(x, own.get("weight_ih_l0"), own.get("weight_hh_l0"), own.get("bias_ih_l0"));
    return sequences ? outputs : outputs.narrow(1, x.size(1) - 1, 1).reshape(x.size(0), units);
  }
}
