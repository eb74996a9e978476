package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftSizeTest {
  @ParameterizedTest
  @CsvSource({
    "28, 28, 28, 28, 2, 0",
    "32, 32, 32, 32, 3, 0",
    "64, 64, 64, 64, 4, 0",
    "64, 48, 64, 48, 3, 0",
    "112, 80, 112, 80, 4, 0",
    "50, 50, 50, 50, 3, 6", // 7, 14, 28, 56, of which a window of 7 leaves 50
    "100, 100, 96, 96, 4, 0", // 12 pixels too many would be a window of 13
    "50, 80, 48, 80, 3, 0",
    "4, 4, 4, 4, 1, 0",
    "1, 1, 1, 1, 1, 1",
    "5, 300, 6, 300, 1, 0",
    "4096, 4096, 4096, 4096, 6, 0"
  })
  void a_size_is_kept_where_doubling_leads_to_it(
      int height, int width, int nearHeight, int nearWidth, int doublings, int cut) {
    DraftSize near = DraftSize.near(height, width);
    assertThat(near).isEqualTo(new DraftSize(nearHeight, nearWidth, doublings, cut));
    assertThat((near.firstHeight() << doublings) - cut).isEqualTo(nearHeight);
    assertThat((near.firstWidth() << doublings) - cut).isEqualTo(nearWidth);
  }
}
