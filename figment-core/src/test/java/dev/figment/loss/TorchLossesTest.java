package dev.figment.loss;

import static dev.figment.Closeness.assertClose;

import dev.figment.TorchFixture;
import dev.figment.catalogue.Catalogue;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five real and three generated outputs, so that a mean of all differs from a mean of means. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TorchLossesTest {
  private static final TorchFixture TORCH = TorchFixture.named("losses");

  static Set<String> names() {
    return Catalogue.ofRecords(AdversarialLoss.class).byName().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void values_and_gradients_are_those_of_pytorch(String name) {
    AdversarialLoss loss = RecipeText.read(name, AdversarialLoss.class);
    try (Scope scope = Scope.open()) {
      Tensor real = TORCH.tensor("real").differentiable();
      Tensor fake = TORCH.tensor("fake").differentiable();
      Tensor outputs = Tensor.concatenate(0, List.of(real, fake));
      Tensor targets =
          Tensor.concatenate(0, List.of(TORCH.tensor("target.real"), TORCH.tensor("target.fake")));
      Tensor tells = loss.discriminator(new DiscriminatorLogits(outputs, targets, real.size(0)));
      assertLoss(name + ".discriminator", tells, real, fake);
      Tensor makes = loss.generator(fake, TORCH.tensor("target.generator"));
      assertLoss(name + ".generator", makes, null, fake);
    }
  }

  private static void assertLoss(String name, Tensor value, Tensor real, Tensor fake) {
    assertClose(name, value, TORCH.values(name));
    assertClose(name, Gradients.differentiable(value, List.of(fake)).get(0), of(name + ".fake"));
    if (real != null) {
      assertClose(name, Gradients.differentiable(value, List.of(real)).get(0), of(name + ".real"));
    }
  }

  private static float[] of(String name) {
    return TORCH.values(name);
  }
}
