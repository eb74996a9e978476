package dev.figment.run.projection;

import dev.figment.model.Invertible;
import dev.figment.optim.Adam;
import dev.figment.run.projection.Projection.Distance;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From points to those that make images nearer to some targets. Its tensors are the innermost open
 * scope's.
 *
 * @param targets the images (examples, channels, height, width)
 * @param features of the targets; null where they have no weight, or there are none
 */
record Descent(
    Tensor targets,
    @Nullable Tensor features,
    @Nullable Tensor classes,
    Invertible model,
    Projection settings) {
  private static final double RISE = 0.05;
  private static final double FALL = 0.25;

  static Descent to(
      Tensor targets, @Nullable Tensor classes, Invertible model, Projection settings) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor features = settings.featureWeight() == 0 ? null : model.features(targets, classes);
      return new Descent(targets, features, classes, model, settings);
    }
  }

  /**
   * Where it ends.
   *
   * @param images made of the points
   * @param features D of each; null without features
   */
  record End(
      Tensor points, Tensor images, Tensor residuals, @Nullable Tensor features, Tensor losses) {}

  /** R and D of each example, and the images that have them. */
  private End at(Tensor points) {
    Tensor images = model.generate(points, classes);
    Tensor residuals = distances(targets, images);
    if (features == null) {
      return new End(points, images, residuals, null, residuals);
    }
    Tensor made = Objects.requireNonNull(model.features(images, classes));
    Tensor distances = distances(features, made);
    double weight = settings.featureWeight();
    Tensor losses = residuals.times(1 - weight).plus(distances.times(weight));
    return new End(points, images, residuals, distances, losses);
  }

  /** Σ|a − b|ᵖ of each example (examples). */
  private Tensor distances(Tensor a, Tensor b) {
    Tensor difference = b.minus(a).reshape(a.size(0), -1);
    boolean squares = settings.distance() == Distance.SQUARED;
    Tensor each = squares ? difference.square() : difference.abs();
    return each.sum(new long[] {1}, false);
  }

  /**
   * Descends.
   *
   * @param begin points (examples, numbers)
   * @param course is told of each step
   */
  End from(Tensor begin, Course course) {
    Tensor points = begin.copy().differentiable();
    long count = points.count();
    List<Tensor> state =
        List.of(Tensor.zeros(count).to(points.device()), Tensor.zeros(count).to(points.device()));
    Adam adam = new Adam(settings.learningRate());
    for (int step = 1; step <= settings.steps(); step++) {
      try (Scope scope = Scope.open()) {
        Tensor loss = at(points).losses().sum();
        Tensor gradient = Gradients.of(loss, List.of(points)).get(0);
        move(points, gradient, adam, state, step);
        course.step(loss.item() / points.size(0));
      }
    }
    try (Gradients.Paused paused = Gradients.pause()) {
      return at(points);
    }
  }

  private void move(Tensor points, Tensor gradient, Adam adam, List<Tensor> state, int step) {
    try (Gradients.Paused paused = Gradients.pause()) {
      adam.update(
          points.reshape(-1),
          gradient.reshape(-1),
          state,
          adam.learningRate() * rate((step - 0.5) / settings.steps()),
          step);
    }
  }

  /**
   * The share of the learning rate.
   *
   * @param done of all steps, from 0 to 1
   */
  static double rate(double done) {
    double left = Math.min(1, (1 - done) / FALL);
    return Math.min(1, done / RISE) * (0.5 - 0.5 * Math.cos(Math.PI * left));
  }
}
