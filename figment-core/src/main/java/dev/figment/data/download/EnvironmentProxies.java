package dev.figment.data.download;

import static dev.figment.UsageException.require;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names, as other programs of the command line take them: {@code
 * https_proxy}, {@code http_proxy}, {@code all_proxy}, {@code no_proxy}, small or capital. Where it
 * names none, those of Java's settings ({@code -Dhttps.proxyHost}).
 */
final class EnvironmentProxies extends ProxySelector {
  private static final Pattern PROXY =
      Pattern.compile(
          "(?:http://)?(?<host>[\\w.-]+|\\[[\\da-f:]+])(?::(?<port>\\d{1,4}|[1-5]\\d{4}))?/?");

  private final Map<String, String> environment;
  private final ProxySelector otherwise;

  /**
   * @param environment variables by name
   * @param otherwise asked where there is none
   */
  EnvironmentProxies(Map<String, String> environment, ProxySelector otherwise) {
    this.environment = environment;
    this.otherwise = otherwise;
  }

  static EnvironmentProxies usual() {
    return new EnvironmentProxies(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI address) {
    String named = variable(address.getScheme() + "_proxy");
    String proxy = named == null ? variable("all_proxy") : named;
    if (proxy == null) {
      return otherwise.select(address);
    }
    return isExempt(address.getHost()) ? List.of(Proxy.NO_PROXY) : List.of(parsed(proxy));
  }

  private @Nullable String variable(String name) {
    String small = environment.get(name);
    String value = small == null ? environment.get(name.toUpperCase(Locale.ROOT)) : small;
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Proxy parsed(String text) {
    Matcher proxy = PROXY.matcher(text);
    require(proxy.matches(), "proxy: expected one as in http://host:3128, got %s", masked(text));
    int port = proxy.group("port") == null ? 80 : Integer.parseInt(proxy.group("port"));
    return new Proxy(
        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.group("host"), port));
  }

  /** Without a user's name and password. */
  private static String masked(String proxy) {
    return proxy.replaceFirst("(?s).*@", "***@");
  }

  private boolean isExempt(String host) {
    String exempt = variable("no_proxy");
    if (exempt == null) {
      return false;
    }
    for (String each : exempt.split("[,\\s]+")) {
      String domain = each.replaceFirst("^\\*?\\.", "");
      if (each.equals("*") || host.equals(domain) || host.endsWith("." + domain)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(
      URI address, SocketAddress proxy, IOException e) {} // the client says it
}
