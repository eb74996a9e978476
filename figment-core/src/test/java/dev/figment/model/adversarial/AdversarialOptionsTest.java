package dev.figment.model.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.loss.Hinge;
import dev.figment.loss.Penalty;
import dev.figment.loss.PenaltyInput;
import dev.figment.model.Losses;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.nn.Dense;
import dev.figment.optim.Adam;
import dev.figment.optim.Rule;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Losses, penalties and optimizers of one's own, which no extension adds, in a GAN made in Java.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdversarialOptionsTest {
  private static final Optimizers ADAM = Optimizers.same(new Adam(1e-3));

  private record Unnamed() implements AdversarialLoss {
    @Override
    public Tensor discriminator(DiscriminatorLogits logits) {
      return new Hinge().discriminator(logits);
    }

    @Override
    public Tensor generator(Tensor outputs, Tensor targets) {
      return outputs.mean().negated();
    }
  }

  /** It asks whether real examples are more real than generated ones, and has no parts. */
  private record Relativistic() implements AdversarialLoss {
    @Override
    public boolean splits() {
      return false;
    }

    @Override
    public Tensor discriminator(DiscriminatorLogits logits) {
      Tensor fakes = logits.ofFake().outputs();
      return logits.ofReal().outputs().minus(fakes).negated().softplus().mean();
    }

    @Override
    public Tensor generator(Tensor outputs, Tensor targets) {
      return outputs.negated().softplus().mean();
    }
  }

  private record Norm(int every, boolean needsFakes) implements Penalty {
    @Override
    public Tensor of(PenaltyInput input) {
      return input.realOutputs().square().mean();
    }
  }

  /** Descent that says how it is paced. */
  private record Paced(double learningRate) implements Rule {
    @Override
    public double decay() {
      return 0;
    }

    @Override
    public Double clipValue() {
      return null;
    }

    @Override
    public Double clipNorm() {
      return null;
    }

    @Override
    public Optional<Rule> paced(double share) {
      return Optional.of(new Paced(learningRate * share));
    }

    @Override
    public List<String> state() {
      return List.of();
    }

    @Override
    public void update(
        Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
      parameters.add(gradient, -rate);
    }
  }

  @Test
  void a_loss_and_a_penalty_that_recipes_cannot_name_work_in_java() {
    GanRecipe recipe =
        GanRecipe.of(2, List.of(new Dense(2)), List.of(new Dense(1)), ADAM)
            .withLoss(new Unnamed())
            .withPenalties(new Norm(1, false));
    assertThat(recipe.loss()).isEqualTo(new Unnamed());
    assertThat(AdversarialOptions.name(new Norm(1, false))).isEqualTo("norm");
  }

  @Test
  void a_loss_that_compares_has_no_parts_to_tell_of() {
    DiscriminatorLogits logits = DiscriminatorLogits.of(Tensor.zeros(2, 1), Tensor.zeros(2, 1));
    Tensor whole = new Relativistic().discriminator(logits);
    Losses losses = Losses.of(whole);
    assertThat(new DiscriminatorParts(new Relativistic()).added(losses, whole, logits).statistics())
        .isEmpty();
    assertThat(new DiscriminatorParts(new Hinge()).added(losses, whole, logits).statistics())
        .containsOnlyKeys("loss/real", "loss/fake");
  }

  @Test
  void a_loss_that_compares_is_refused_where_updates_are_separate() {
    GanRecipe recipe =
        GanRecipe.of(2, List.of(new Dense(2)), List.of(new Dense(1)), ADAM)
            .withLoss(new Relativistic());
    assertThatThrownBy(() -> recipe.withUpdates(Updates.SEPARATE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "gan: Relativistic compares real and generated examples, which never meet with"
                + " updates: separate. Set updates to mixed.");
  }

  @Test
  void a_lazy_penalty_that_looks_at_generated_examples_is_refused() {
    assertThatThrownBy(
            () -> AdversarialOptions.of("gan", new Hinge(), ADAM, List.of(new Norm(4, true))))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "gan: norm looks at generated examples, and with every above 1 it has an update on"
                + " real ones alone. Set every to 1.");
  }

  @Test
  void an_optimizer_of_ones_own_is_paced_as_it_says() {
    Optimizers own = Optimizers.same(new Paced(0.17));
    AdversarialOptions options =
        AdversarialOptions.of("gan", new Hinge(), own, List.of(new Norm(16, false)));
    assertThat(options.discriminatorRule().learningRate()).isEqualTo(0.17 * 16 / 17);
  }
}
