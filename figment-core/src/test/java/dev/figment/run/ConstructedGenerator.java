package dev.figment.run;

import dev.figment.data.ExampleForm;
import dev.figment.model.Invertible;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.RestoredModel;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A generator that is a formula, of points (examples, numbers) and to values (examples, pixels),
 * for images of one row in [0, 1].
 */
record ConstructedGenerator(int latentSize, UnaryOperator<Tensor> formula)
    implements Model, Sampler, Invertible {

  /** As opened from a run. */
  Trained trained(int pixels, Path folder) {
    ExampleForm form = ExampleForm.of(Shape.image(1, pixels, 1));
    RestoredModel restored = new RestoredModel(this, form, TrainingPosition.START);
    return new Trained(folder, Tiny.recipe(folder), restored, Device.CPU);
  }

  @Override
  public Tensor generate(Tensor points, @Nullable Tensor classes) {
    return formula.apply(points).reshape(points.size(0), 1, 1, -1);
  }

  @Override
  public Tensor sample(Tensor z, @Nullable Tensor classes) {
    return generate(z, classes);
  }

  @Override
  public List<Phase> phases() {
    return List.of();
  }

  @Override
  public List<Network> networks() {
    return List.of();
  }
}
