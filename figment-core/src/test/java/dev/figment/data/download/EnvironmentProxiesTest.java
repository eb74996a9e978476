package dev.figment.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvironmentProxiesTest {
  private static final ProxySelector JAVA =
      ProxySelector.of(InetSocketAddress.createUnresolved("java", 1));

  private static String proxy(String address, Map<String, String> environment) {
    return String.valueOf(
            new EnvironmentProxies(environment, JAVA).select(URI.create(address)).get(0).address())
        .replaceFirst("[/:].*[:]", ":");
  }

  @Test
  void each_scheme_has_its_own() {
    Map<String, String> both = Map.of("https_proxy", "http://a:3128", "HTTP_PROXY", "b:80");
    assertThat(proxy("https://example.org/x", both)).isEqualTo("a:3128");
    assertThat(proxy("http://example.org/x", both)).isEqualTo("b:80");
    assertThat(proxy("http://example.org/x", Map.of("all_proxy", "http://c"))).isEqualTo("c:80");
  }

  @Test
  void hosts_are_exempt_by_name_and_domain() {
    for (String exempt : new String[] {"*", "example.org", ".example.org", "x, data.example.org"}) {
      assertThat(
              proxy(
                  "https://data.example.org/x",
                  Map.of("https_proxy", "http://a:3128", "no_proxy", exempt)))
          .as(exempt)
          .isEqualTo("null");
    }
    Map<String, String> other = Map.of("https_proxy", "http://a:3128", "no_proxy", "ample.org");
    assertThat(proxy("https://example.org/x", other)).isEqualTo("a:3128");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://a:1080", "http://", "a b", "a:99999"})
  void one_that_is_no_address_is_refused(String proxy) {
    assertThatThrownBy(() -> proxy("https://example.org/x", Map.of("https_proxy", proxy)))
        .isInstanceOf(UsageException.class)
        .hasMessage("proxy: expected one as in http://host:3128, got " + proxy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:secret@a:1", "user:sec@ret@a:1"})
  void one_with_a_password_is_refused_and_the_password_is_not_told(String proxy) {
    assertThatThrownBy(() -> proxy("https://example.org/x", Map.of("https_proxy", proxy)))
        .isInstanceOf(UsageException.class)
        .hasMessage("proxy: expected one as in http://host:3128, got ***@a:1");
  }

  @Test
  void without_any_those_of_java_count() {
    assertThat(proxy("https://example.org/x", Map.of("https_proxy", " "))).isEqualTo("java:1");
  }
}
