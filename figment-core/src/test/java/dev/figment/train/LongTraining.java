package dev.figment.train;

import dev.figment.model.gan.Gan;
import dev.figment.tensor.Backend;

/** Trains a small GAN for 2,000 steps and says what memory it holds, every 200. */
final class LongTraining {
  private LongTraining() {}

  public static void main(String[] none) {
    Listener listener =
        new Listener() {
          @Override
          public void onStep(Clock clock) {
            if (clock.step() % 200 == 0) {
              System.out.printf(
                  "%d %d %d%n", clock.step(), Backend.livePointers(), Backend.residentBytes());
            }
          }
        };
    Gan gan = LearningTest.untrained(16);
    TrainRecipe length = new TrainRecipe(16, null, 2000L, null);
    try (Trainer trainer = LearningTest.trainer(gan, length, 20, listener)) {
      trainer.run();
    }
  }
}
