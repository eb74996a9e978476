package dev.figment.tensor;

import java.util.List;
import org.bytedeco.pytorch.global.torch;

/** Networks that read a sequence step by step. */
public final class Recurrence {
  private Recurrence() {}

  /**
   * Long short-term memory from a zero state; gates in the order input, forget, cell, output.
   *
   * @param x (examples, steps, features)
   * @param inputWeight (4·units, features)
   * @param stateWeight (4·units, units)
   * @param bias (4·units)
   * @return the outputs of every step (examples, steps, units)
   */
  public static Tensor lstm(Tensor x, Tensor inputWeight, Tensor stateWeight, Tensor bias) {
    Tensor zeroState = Tensor.zeros(1, x.size(0), stateWeight.size(1)).to(x.device());
    Tensor zeroBias = Tensor.zeros(bias.size(0)).to(x.device());
    return Tensor.wrapPart(
        Engine.get(
                "lstm",
                () ->
                    torch.lstm(
                        x.nativeTensor(),
                        Engine.vector(List.of(zeroState, zeroState)),
                        Engine.vector(List.of(inputWeight, stateWeight, bias, zeroBias)),
                        true,
                        1,
                        0.0,
                        true,
                        false,
                        true),
                x,
                inputWeight,
                stateWeight,
                bias)
            .get0());
  }
}
