package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlatMemoryTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void tensors_that_were_moved_keep_shapes_and_values_and_are_one_vector() {
    List<Tensor> moved = FlatMemory.move(List.of(of(1, 2, 3, 4).reshape(2, 2), of(5), of(6, 7)));
    assertThat(moved.get(0).shape()).containsExactly(2, 2);
    List<Tensor> views = FlatMemory.views(moved);
    assertThat(views).hasSize(1);
    assertClose("all", views.get(0), 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void what_changes_the_vector_changes_the_tensors() {
    List<Tensor> moved = FlatMemory.move(List.of(of(1, 2), of(3)));
    FlatMemory.views(moved).get(0).scale(10);
    assertClose("first", moved.get(0), 10, 20);
    assertClose("second", moved.get(1), 30);
  }

  @Test
  void tensors_apart_are_vectors_of_their_own() {
    List<Tensor> one = FlatMemory.move(List.of(of(1), of(2)));
    List<Tensor> other = FlatMemory.move(List.of(of(3), of(4)));
    List<Tensor> mixed = List.of(one.get(0), one.get(1), other.get(1), other.get(0), of(5));
    List<Tensor> views = FlatMemory.views(mixed);
    assertThat(views).hasSize(4);
    assertClose("side by side", views.get(0), 1, 2);
    assertClose("in the wrong order", views.get(1), 4);
  }

  @Test
  void a_join_is_a_copy_in_row_major_order() {
    Tensor turned = of(1, 2, 3, 4).reshape(2, 2).permute(1, 0);
    Tensor joined = FlatMemory.join(List.of(turned, of(5)));
    assertClose("joined", joined, 1, 3, 2, 4, 5);
    joined.fill(0);
    assertClose("the first stays", turned, 1, 3, 2, 4);
  }

  private static Tensor of(float... values) {
    return Tensor.of(values, values.length);
  }
}
