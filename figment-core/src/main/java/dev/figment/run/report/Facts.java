package dev.figment.run.report;

import java.util.ArrayList;
import java.util.List;

/** Pairs of a name and what is said of it, and tables of them. */
final class Facts {
  private final List<Html> pairs = new ArrayList<>();

  /** Adds a pair; none where there is nothing to say. */
  Facts add(String name, String said) {
    return said.isEmpty() ? this : add(name, Html.text(said));
  }

  Facts add(String name, Html said) {
    pairs.add(Html.of("div", Html.of("dt", name), Html.of("dd", said)));
    return this;
  }

  Html list() {
    return Html.of("dl", pairs);
  }

  /** A table with a heading, which scrolls by itself where it is too wide. */
  static Html table(String name, List<String> heading, List<List<Html>> rows) {
    List<Html> cells = heading.stream().map(Facts::heading).toList();
    List<Html> lines = rows.stream().map(Facts::row).toList();
    Html table = Html.of("table", Html.of("thead", Html.of("tr", cells)), Html.of("tbody", lines));
    return Html.of("div", table)
        .with("class", "scroll")
        .with("role", "region")
        .with("aria-label", name)
        .with("tabindex", "0");
  }

  private static Html heading(String name) {
    return Html.of("th", name).with("scope", "col");
  }

  private static Html row(List<Html> cells) {
    return Html.of("tr", cells.stream().map(each -> Html.of("td", each)).toList());
  }

  /** A paragraph below a heading, or of explanation. */
  static Html note(String text) {
    return Html.of("p", text).with("class", "note");
  }

  static Html paragraph(String text) {
    return Html.of("p", text);
  }
}
