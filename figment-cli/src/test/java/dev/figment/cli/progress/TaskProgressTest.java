package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskProgressTest {
  @Test
  void progress_is_a_line_every_ten_seconds_with_the_rate_and_the_time_left() {
    long[] seconds = {0};
    StringWriter err = new StringWriter();
    TaskProgress.Lines lines =
        new TaskProgress.Lines(new PrintWriter(err, true), () -> seconds[0] * 1_000_000_000L);
    Progress.Task first = new Progress.Task("nll-200", 100, "examples", "mean");
    Progress.Task second = new Progress.Task("t-SNE", 1000, "iterations", "divergence");
    for (int done = 1; done <= 30; done++, seconds[0] += 2) {
      lines.at(done <= 20 ? first : second, done <= 20 ? done : done - 20, done / 7.0);
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "nll-200  6/100 examples  0.5000/s  left 3 min  mean 0.8571",
            "nll-200  11/100 examples  0.5000/s  left 3 min  mean 1.571",
            "nll-200  16/100 examples  0.5000/s  left 3 min  mean 2.286",
            "t-SNE  6/1,000 iterations  0.5000/s  left 33 min  divergence 3.714");
  }
}
