package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailSafeListenerTest {
  @Test
  void a_picture_that_cannot_be_drawn_stops_nothing_and_is_said_once() {
    Listener failing =
        new Listener() {
          @Override
          public void onStep(Clock clock) {
            throw new UsageException("no fonts");
          }
        };
    assertThatThrownBy(() -> failing.onStep(null)).hasMessage("no fonts");
    List<String> warnings = new ArrayList<>();
    Listener safe = new FailSafeListener(failing, "a picture is missing", warnings::add);
    safe.onStep(null);
    safe.onStep(null);
    assertThat(warnings).containsExactly("a picture is missing: no fonts");
  }
}
