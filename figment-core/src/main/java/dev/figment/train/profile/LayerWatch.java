package dev.figment.train.profile;

import dev.figment.model.Phase;
import dev.figment.nn.AppliedLayer;
import dev.figment.nn.LayerObserver;
import dev.figment.tensor.GradientHook;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The time and work of a phase's layers, both ways. The derivative with respect to a layer's output
 * starts its way back; that with respect to the input of a network, where no layer made it, goes
 * back to the loss. Where a penalty takes a gradient and differentiates it again, the derivative
 * with respect to that gradient goes back to the layer that made it.
 */
final class LayerWatch implements LayerObserver {
  static final String LOSS = "loss";

  private final Timeline timeline;
  private final List<GradientHook> hooks = new ArrayList<>();
  private final Set<Long> hooked = new HashSet<>();
  private final Set<Tensor> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private Place loss = Place.of(LOSS);
  private long entered;

  LayerWatch(Timeline timeline) {
    this.timeline = timeline;
  }

  void startPhase(Phase phase) {
    loss = new Place(phase.name(), LOSS, Place.Direction.FORWARD);
    timeline.enter(loss);
  }

  void startGradients(Phase phase) {
    asked.addAll(phase.parameters().tensors());
    loss = loss.backward();
    timeline.enter(loss);
  }

  /** When the tensors of the phase are freed. */
  void endPhase() {
    hooks.forEach(GradientHook::close);
    hooks.clear();
    hooked.clear();
    asked.clear();
  }

  @Override
  public void before(AppliedLayer layer, Tensor x) {
    entered = GradientHook.node(x);
    if (hooked.add(entered)) {
      onGradient(x, gradient -> pass(loss, gradient, () -> {}));
    }
    timeline.enter(place(layer));
  }

  @Override
  public void after(AppliedLayer layer, Tensor x, Tensor y) {
    timeline.enter(loss);
    long made = GradientHook.node(y);
    if (made != entered) { // or it gave x back
      watch(layer, x, y, made);
    }
  }

  private void watch(AppliedLayer layer, Tensor x, Tensor y, long made) {
    Place forward = place(layer);
    Place backward = forward.backward();
    long examples = x.size(0);
    timeline.add(forward, Work.forward(layer, examples));
    onGradient(x, gradient -> timeline.add(backward, Work.inputGradient(layer, examples)));
    if (hooked.add(made)) {
      onGradient(y, gradient -> goBack(layer, examples, gradient));
    }
  }

  private void goBack(AppliedLayer layer, long examples, Tensor gradient) {
    Place backward = place(layer).backward();
    timeline.add(backward, Work.backward(layer, examples).plus(ofParameters(layer, examples)));
    pass(
        backward,
        gradient,
        () ->
            timeline.add(
                backward,
                Work.secondDerivative(layer, examples).plus(ofParameters(layer, examples))));
  }

  private Work ofParameters(AppliedLayer layer, long examples) {
    boolean isAsked = layer.own().tensors().stream().anyMatch(asked::contains);
    return isAsked ? Work.parameterGradient(layer, examples) : Work.NONE;
  }

  /**
   * Time goes to a place, and, where the gradient that came is differentiated, back to the one that
   * made it.
   *
   * @param again what else happens then
   */
  private void pass(Place to, Tensor gradient, Runnable again) {
    Place maker = timeline.enter(to);
    if (maker != null) {
      onGradient(
          gradient,
          second -> {
            again.run();
            timeline.enter(maker.backward());
          });
    }
  }

  private void onGradient(Tensor tensor, Consumer<Tensor> action) {
    if (GradientHook.reaches(tensor)) {
      hooks.add(GradientHook.on(tensor, action));
    }
  }

  private Place place(AppliedLayer layer) {
    return new Place(loss.phase(), layer.place(), Place.Direction.FORWARD);
  }
}
