package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailSafeListenerTest {
  @Test
  void a_picture_that_cannot_be_drawn_stops_nothing() {
    Listener failing =
        new Listener() {
          @Override
          public void onStep(Clock clock) {
            throw new UsageException("no fonts");
          }
        };
    assertThatThrownBy(() -> failing.onStep(null)).hasMessage("no fonts");
    new FailSafeListener(failing).onStep(null);
  }
}
