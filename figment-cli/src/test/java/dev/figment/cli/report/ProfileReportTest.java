package dev.figment.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Backend;
import dev.figment.train.profile.Cost;
import dev.figment.train.profile.Profile;
import dev.figment.train.profile.ProfileRow;
import dev.figment.train.profile.Roofline;
import dev.figment.train.profile.Work;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileReportTest {
  /** At 100 GFLOP/s and 10 GB/s: 5 ms and 10 ms of 20 and 40, and 2 of 20 for the update. */
  @Test
  void shares_of_the_step_and_of_the_bound_are_told_for_each_row_and_the_whole() {
    Backend.threads(1);
    List<ProfileRow> rows =
        List.of(
            new ProfileRow(
                "generator",
                "generator/0 dense",
                new Cost(0.020, new Work(500e6, 10e6)),
                new Cost(0.040, new Work(1000e6, 20e6))),
            new ProfileRow("", "optimizer", new Cost(0.020, new Work(0, 20e6)), Cost.NONE),
            new ProfileRow("", "rest", new Cost(0.020, Work.NONE), Cost.NONE));
    StringWriter out = new StringWriter();
    new ProfileReport(new Profile(6, 25, rows, List.of()), new Roofline(100e9, 10e9))
        .print(new PrintWriter(out));
    assertThat(out.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            profile of steps 6 to 25: means of a step, in ms
            machine: 100.0 GFLOP/s of float32 matrix products, 10.0 GB/s of memory, threads: 1

            phase      layer or part      forward  backward  share    GFLOP  MB    of bound
            generator  generator/0 dense  20.00    40.00     60.0 %   1.500  30.0  25.0 %
            -          optimizer          20.00    -         20.0 %   -      20.0  10.0 %
            -          rest               20.00    -         20.0 %   -      -     -
            step                          100.00             100.0 %  1.500  50.0  17.0 %

            a step: 100.00 ms for 1.50 GFLOP: 15.0 GFLOP/s, 15.0 % of the rate of products, 17.0 % of the bound
            """);
  }
}
