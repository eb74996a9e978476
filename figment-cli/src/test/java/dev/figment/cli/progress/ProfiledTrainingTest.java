package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfiledTrainingTest {
  @Test
  void a_device_that_works_by_itself_is_refused() {
    assertThatThrownBy(() -> ProfiledTraining.on(Device.CUDA, 5))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--profile: expected --device cpu, got cuda, which still works when the clock is read."
                + " Leave --profile out.");
  }
}
