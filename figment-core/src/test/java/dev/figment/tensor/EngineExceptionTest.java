package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine says in many lines of native frames, Figment says in one, with the shapes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineExceptionTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static void assertRefused(ThrowingCallable work, String message) {
    assertThatThrownBy(work)
        .isInstanceOf(EngineException.class)
        .hasMessage(message)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.INTERNAL);
  }

  @Test
  void an_operation_names_itself_and_both_shapes() {
    assertRefused(
        () -> Tensor.zeros(2, 3).plus(Tensor.zeros(4)),
        "plus on float[2, 3] and float[4]: The size of tensor a (3) must match the size of tensor b"
            + " (4) at non-singleton dimension 1");
    assertRefused(
        () -> Tensor.zeros(2, 3).reshape(4, 2),
        "reshape to [4, 2] on float[2, 3]: shape '[4, 2]' is invalid for input of size 6");
  }

  @Test
  void an_operation_in_place_does_too() {
    assertRefused(
        () -> Tensor.zeros(2, 3).copyFrom(Tensor.zeros(4)),
        "copyFrom on float[2, 3] and float[4]: The size of tensor a (3) must match the size of"
            + " tensor b (4) at non-singleton dimension 1");
  }

  @Test
  void a_convolution_names_input_and_weight() {
    assertRefused(
        () ->
            Convolution.apply(
                Tensor.zeros(1, 3, 8, 8), Tensor.zeros(4, 2, 3, 3), null, 1, Edges.NONE),
        "conv2d on float[1, 3, 8, 8] and float[4, 2, 3, 3]: Given groups=1, weight of size [4, 2,"
            + " 3, 3], expected input[1, 3, 8, 8] to have 2 channels, but got 3 channels instead");
  }

  @Test
  void more_than_one_number_is_no_item() {
    assertThatThrownBy(() -> Tensor.zeros(2).item())
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("item on float[2]: ")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("frame #");
  }

  @Test
  void values_that_do_not_fill_a_shape_are_counted() {
    assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 values do not fill float[2, 3]");
    assertThatThrownBy(() -> Tensor.ofLongs(new long[2], 3))
        .hasMessage("2 values do not fill long[3]");
  }

  @Test
  void parts_that_do_not_join_are_all_named() {
    assertThatThrownBy(() -> Tensor.concatenate(0, List.of(Tensor.zeros(1, 2), Tensor.zeros(1, 3))))
        .hasMessageStartingWith("concatenate on float[1, 2] and float[1, 3]: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 20.00 MiB",
        "[enforce fail at alloc_cpu.cpp:127] . DefaultCPUAllocator: can't allocate memory: you"
            + " tried to allocate 4000000000 bytes. Error code 12 (Cannot allocate memory)",
        "DefaultCPUAllocator: not enough memory: you tried to allocate 4000000000 bytes.",
        "std::bad_alloc"
      })
  void too_little_memory_has_an_exit_code_and_a_remedy_of_its_own(String reason) {
    assertThat(EngineException.of("plus", new RuntimeException(reason), Tensor.zeros(2)))
        .hasMessage("plus on float[2]: " + reason + " Try a smaller train.batch.")
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.MEMORY);
  }

  @Test
  void memory_that_the_engine_really_cannot_have_is_recognized() {
    assertThatThrownBy(() -> Tensor.zeros(1L << 30, 1L << 24))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("zeros: ")
        .hasMessageEndingWith(" Try a smaller train.batch.")
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.MEMORY);
  }

  @Test
  void an_operand_that_was_left_out_is_not_named_but_one_that_is_there_is() {
    assertThatThrownBy(() -> Tensor.zeros(1, 3).linear(Tensor.zeros(2, 4), null))
        .hasMessageStartingWith("linear on float[1, 3] and float[2, 4]: ");
    assertThatThrownBy(() -> Tensor.zeros(1, 3).linear(Tensor.zeros(2, 4), Tensor.zeros(2)))
        .hasMessageStartingWith("linear on float[1, 3] and float[2, 4] and float[2]: ");
  }
}
