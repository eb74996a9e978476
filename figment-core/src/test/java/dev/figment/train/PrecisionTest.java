package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrecisionTest {
  @Test
  void bfloat16_is_for_the_cpu() {
    assertThatThrownBy(() -> Precision.BFLOAT16.requireOn(Device.CUDA))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "train.precision: bfloat16 is for the CPU, got the device cuda. Train on the CPU, or"
                + " set train.precision to float32.");
    assertThatCode(() -> Precision.BFLOAT16.requireOn(Device.CPU)).doesNotThrowAnyException();
    assertThatCode(() -> Precision.FLOAT32.requireOn(Device.CUDA)).doesNotThrowAnyException();
  }

  @Test
  void a_cpu_without_instructions_for_it_is_slower_in_bfloat16() {
    assertThat(Precision.BFLOAT16.warning(Set.of("fpu", "avx512f")))
        .contains(
            "this CPU has no instructions for bfloat16 (amx_bf16, avx512_bf16): steps will take"
                + " longer than in float32");
  }

  @Test
  void a_cpu_that_has_it_in_its_vector_unit_only_may_be() {
    assertThat(Precision.BFLOAT16.warning(Set.of("avx512f", "avx512_bf16")).orElseThrow())
        .contains("has no matrix unit for it (amx_bf16): steps may take longer than in float32");
  }

  @Test
  void with_a_matrix_unit_or_where_nothing_is_known_or_in_float32_there_is_nothing_to_say() {
    assertThat(Precision.BFLOAT16.warning(Set.of("avx512_bf16", "amx_bf16"))).isEmpty();
    assertThat(Precision.BFLOAT16.warning(Set.of())).isEmpty();
    assertThat(Precision.FLOAT32.warning(Set.of("fpu"))).isEmpty();
  }
}
