package dev.figment.tensor;

import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.Function;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam in one pass over memory, by a kernel of the engine that Java reaches through TorchScript
 * only.
 */
public final class FusedAdam {
  private static final CompilationUnit SCRIPT =
      compiled(
          """
          def pack(x: Tensor):
              return [x]

          def adam(w: List[Tensor], g: List[Tensor], m: List[Tensor], s: List[Tensor],
                   step: List[Tensor], rate: float, beta1: float, beta2: float, epsilon: float):
              torch._fused_adam_(w, g, m, s, [], step, lr=rate, beta1=beta1, beta2=beta2,
                                 weight_decay=0.0, eps=epsilon, amsgrad=False, maximize=False)
          """);

  private static final Function PACK = function("pack");
  private static final Function ADAM = function("adam");

  private FusedAdam() {}

  /** For as long as the program runs, whatever scope is open now. */
  private static CompilationUnit compiled(String script) {
    return torch.compile(script).retainReference();
  }

  private static Function function(String name) {
    return SCRIPT.find_function(new QualifiedName(name)).retainReference();
  }

  /**
   * m ← β₁·m + (1 − β₁)·g; s ← β₂·s + (1 − β₂)·g²; w ← w − rate/(1 − β₁ᵗ) · m / (√(s/(1 − β₂ᵗ)) +
   * ε): PyTorch's form, where ε stands beside the corrected root.
   *
   * @param weights w, changed in place, as {@code mean} m and {@code meanSquare} s are
   * @param step t, from 1
   */
  public static void update(
      Tensor weights,
      Tensor gradient,
      Tensor mean,
      Tensor meanSquare,
      long step,
      double rate,
      double beta1,
      double beta2,
      double epsilon) {
    Engine.change(
        "fusedAdam",
        () -> {
          IValueVector arguments = new IValueVector();
          for (Tensor each :
              new Tensor[] {weights, gradient, mean, meanSquare, Tensor.full(step)}) {
            arguments.push_back(packed(each));
          }
          for (double each : new double[] {rate, beta1, beta2, epsilon}) {
            arguments.push_back(new IValue(each));
          }
          ADAM.run(arguments);
        },
        weights,
        gradient,
        mean,
        meanSquare);
  }

  /** A list inside of a script would be optimized away together with what the kernel does to it. */
  private static IValue packed(Tensor tensor) {
    IValueVector one = new IValueVector();
    one.push_back(new IValue(tensor.nativeTensor()));
    return PACK.apply(one);
  }
}
