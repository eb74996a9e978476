package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainWriterTest {
  @Test
  void names_of_other_people_are_not_obeyed_by_a_terminal() {
    StringWriter screen = new StringWriter();
    PrintWriter out = new PrintWriter(new PlainWriter(screen), true);
    out.printf("class %s, ", "\u001b]0;title\u0007");
    out.write('\u001b');
    out.write(new char[] {'[', '\u009b', '\r'}, 0, 3);
    out.flush();
    assertThat(screen).hasToString("class \\u001b]0;title\\u0007, \\u001b[\\u009b\r");
  }
}
