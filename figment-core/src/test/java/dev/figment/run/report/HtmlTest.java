package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HtmlTest {
  @Test
  void text_is_never_markup() {
    assertThat(Html.of("p", "<script>a & 'b'</script>"))
        .hasToString("<p>&lt;script&gt;a &amp; &#39;b&#39;&lt;/script&gt;</p>");
  }

  @Test
  void the_value_of_an_attribute_cannot_end_it() {
    assertThat(Html.of("a", "x").with("title", "\" onclick=\"alert(1)"))
        .hasToString("<a title=\"&quot; onclick=&quot;alert(1)\">x</a>");
  }

  @Test
  void elements_hold_elements_and_some_hold_nothing() {
    Html image = Html.of("img").with("alt", "").with("src", "data:,");
    assertThat(Html.of("p", Html.text("a"), image, Html.NONE))
        .hasToString("<p>a<img alt=\"\" src=\"data:,\"></p>");
  }

  @Test
  void what_html_cannot_hold_is_replaced() {
    assertThat(Html.text("a\u0000b\u0007c\ud800d\u0085e\uffff😀\n"))
        .hasToString("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd😀\n");
  }
}
