package dev.figment.run.report;

import dev.figment.format.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One HTML file with all that it shows inside. Its policy lets a browser load nothing, and run and
 * apply only the script and the style that stand in it, by their hashes: not even markup that
 * slipped through could run.
 *
 * @param head what stands above the sections
 */
record Page(String title, Html head, List<Section> sections) {
  /** The text of the file. */
  String text() {
    String style = ChartColors.in(resource("report.css"));
    String script = resource("report.js");
    Html page =
        Html.of("html", Html.of("head", meta(style, script)), Html.of("body", body(script)))
            .with("lang", "en");
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private List<Html> meta(String style, String script) {
    String policy =
        "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none';"
                .formatted(hash(style), hash(script))
            + " form-action 'none'";
    return List.of(
        Html.of("meta").with("charset", "utf-8"),
        Html.of("meta").with("http-equiv", "Content-Security-Policy").with("content", policy),
        Html.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Html.of("meta").with("name", "color-scheme").with("content", "light dark"),
        Html.of("title", title),
        Html.of("link").with("rel", "icon").with("href", "data:,"),
        Html.of("style", Html.markup(style)));
  }

  private List<Html> body(String script) {
    List<Html> parts = new ArrayList<>();
    parts.add(head);
    parts.add(contents());
    List<Html> there = sections.stream().filter(Section::isThere).map(Page::section).toList();
    parts.add(Html.of("main", there));
    parts.add(leftOut());
    parts.add(Html.of("script", Html.markup(script)));
    return parts;
  }

  private Html contents() {
    List<Html> links =
        sections.stream()
            .filter(Section::isThere)
            .map(each -> Html.of("a", each.title()).with("href", "#" + each.id()))
            .toList();
    return Html.of("nav", links).with("aria-label", "Contents");
  }

  private static Html section(Section section) {
    return Html.of("section", Html.of("h2", section.title()), section.content())
        .with("id", section.id());
  }

  private Html leftOut() {
    List<Html> reasons =
        sections.stream()
            .filter(each -> !each.absence().isEmpty())
            .map(
                each ->
                    Html.of(
                        "li", Html.of("strong", each.title()), Html.text(": " + each.absence())))
            .toList();
    return reasons.isEmpty()
        ? Html.NONE
        : Html.of("footer", Html.of("h2", "Not in this report"), Html.of("ul", reasons));
  }

  private static String hash(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String resource(String file) {
    try (InputStream in = Page.class.getResourceAsStream("/dev/figment/run/report/" + file)) {
      if (in == null) {
        throw new AssertionError("bundled file " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
