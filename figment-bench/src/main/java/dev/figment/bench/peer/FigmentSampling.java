package dev.figment.bench.peer;

import dev.figment.bench.PeakMemory;
import dev.figment.bench.ProcessAge;
import dev.figment.bench.RecipeExamples;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Sampler;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.exploration.ChunkedSampler;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import java.io.IOException;

/** Figment's side of a {@link Sampling}: what {@code figment sample} does until it has images. */
public final class FigmentSampling {
  private static final int WARM_UP = 250;

  private FigmentSampling() {}

  /** What {@link FigmentTurn} takes, then the recipe. */
  public static void main(String[] args) throws IOException, InterruptedException {
    FigmentTurn.of(args, turn -> measured(Recipes.find(turn.work().get(0))));
  }

  private static Measurement measured(Recipe recipe) throws IOException {
    ImageSet set = RecipeExamples.of(recipe);
    ExampleForm form = ExampleForm.of(set, recipe.data().range());
    RandomStreams streams = new RandomStreams(recipe.seed());
    try (Model model =
        recipe
            .model()
            .create(new ModelContext(form, recipe.train().batch(), streams, Device.CPU, set))) {
      ChunkedSampler sampler = ChunkedSampler.of((Sampler) model);
      sample(sampler, form, WARM_UP);
      double first = ProcessAge.seconds();
      long start = System.nanoTime();
      sample(sampler, form, Sampling.COUNT);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      return new Measurement(milliseconds, Sampling.COUNT, PeakMemory.megabytes(), first);
    }
  }

  private static void sample(ChunkedSampler sampler, ExampleForm form, int count) {
    float[] z = new float[count * sampler.latentSize()];
    RandomStream random = RandomStream.named("latent", 1);
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) random.nextGaussian();
    }
    sampler.images(z, null, form, Device.CPU);
  }
}
