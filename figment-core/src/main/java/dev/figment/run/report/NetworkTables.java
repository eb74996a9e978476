package dev.figment.run.report;

import dev.figment.data.ExampleForm;
import dev.figment.nn.Architecture;
import dev.figment.nn.Summary;
import java.util.List;
import java.util.stream.IntStream;

/** The networks as tables of layers, output shapes and parameters. */
final class NetworkTables {
  private static final String TITLE = "Networks";

  private NetworkTables() {}

  static Section of(Subject subject) {
    List<Summary> summaries = summaries(subject);
    return summaries.isEmpty()
        ? Section.absent(TITLE, subject.form().why())
        : Section.of(
            "networks", TITLE, Html.all(summaries.stream().map(NetworkTables::table).toList()));
  }

  /** None where the form of the examples is not known. */
  static List<Summary> summaries(Subject subject) {
    ExampleForm form = subject.form().value();
    return form == null
        ? List.of()
        : subject.recipe().model().architectures(form).stream().map(Architecture::summary).toList();
  }

  private static Html table(Summary summary) {
    List<List<Html>> rows =
        IntStream.range(0, summary.rows().size())
            .mapToObj(i -> row(i, summary.rows().get(i)))
            .toList();
    String frozen =
        summary.parameters() == summary.trainable()
            ? ""
            : ", %s of them not trained"
                .formatted(Figures.count(summary.parameters() - summary.trainable()));
    return Html.all(
        Html.of("h3", summary.name()),
        Facts.note(
            "takes %s · %s parameters%s"
                .formatted(
                    Figures.shape(summary.input()), Figures.count(summary.parameters()), frozen)),
        Facts.table(
            "layers of " + summary.name(),
            List.of("", "layer", "output shape", "parameters"),
            rows));
  }

  private static List<Html> row(int number, Summary.Row row) {
    return List.of(
        Html.text(String.valueOf(number)),
        Html.text(row.layer()),
        Html.text(row.output().toString()),
        Html.text(Figures.count(row.parameters())));
  }
}
