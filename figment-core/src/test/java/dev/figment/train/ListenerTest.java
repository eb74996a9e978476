package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListenerTest {
  @Test
  void a_listener_of_ticks_is_told_of_each() {
    Tick tick = new Tick(20, 0.5, 1.28, 3, 400, 1 << 20, Map.of());
    List<Tick> told = new ArrayList<>();

    Listener.ofTicks(told::add).onTick(tick);

    assertThat(told).containsExactly(tick);
  }
}
