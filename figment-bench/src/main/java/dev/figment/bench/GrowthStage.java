package dev.figment.bench;

import dev.figment.data.set.ImageSets;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.progressive.GrowthSchedule;
import dev.figment.model.adversarial.progressive.ProgressiveRecipe;
import dev.figment.model.adversarial.style.StyleRecipe;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a training in which every step does the same: of a GAN that grows, one for each
 * resolution, when it is there and nothing fades; of all others, the whole.
 *
 * @param side of the images at work; 0 where it is the same throughout
 * @param shown real images before it
 */
public record GrowthStage(int side, long shown) {
  private static final List<Class<?>> GANS =
      List.of(GanRecipe.class, ProgressiveRecipe.class, StyleRecipe.class);

  /** The bundled recipes that are GANs of any kind, in the order of {@link Recipes#names}. */
  static List<String> gans() {
    return Recipes.names().stream()
        .filter(name -> GANS.contains(Recipes.named(name).model().getClass()))
        .toList();
  }

  public static List<GrowthStage> of(Recipe recipe) {
    if (!(recipe.model() instanceof ProgressiveRecipe growing)) {
      return List.of(new GrowthStage(0, 0));
    }
    int side = ImageSets.formOf(recipe.data(), null).shape().height();
    List<GrowthStage> stages = new ArrayList<>();
    for (int level = 0; growing.start() << level <= side; level++) {
      stages.add(new GrowthStage(growing.start() << level, level * images(growing.schedule())));
    }
    return stages;
  }

  /** From one resolution to the next. */
  private static long images(GrowthSchedule schedule) {
    return Math.round(1000 * schedule.stableKimg()) + Math.round(1000 * schedule.fadeKimg());
  }

  /** The recipe's name, and the resolution where it has several. */
  public String name(Recipe recipe) {
    return side == 0 ? recipe.recipe() : "%s, %d×%d".formatted(recipe.recipe(), side, side);
  }
}
