package dev.figment.data.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks addresses for a file from a byte on. It follows redirects, at most ten, and none from https
 * to http; a server that says nothing for too long is given up.
 *
 * @param client with its proxies
 * @param patience how long a server may say nothing
 */
record Connection(HttpClient client, Duration patience) {
  private static final int MOST_REDIRECTS = 10;

  /** The usual ones: half a minute, and the proxies of the environment. */
  static Connection usual() {
    return of(Duration.ofSeconds(30), EnvironmentProxies.usual());
  }

  static Connection of(Duration patience, EnvironmentProxies proxies) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .proxy(proxies)
            .build();
    return new Connection(client, patience);
  }

  /**
   * What a server gives.
   *
   * @param start the byte that it begins with: the one asked for, or 0
   * @param size of the whole file as the server says; empty where it does not
   */
  record Answer(long start, OptionalLong size, ResponseBody body) implements AutoCloseable {
    /** The next bytes; null at the end. */
    @Nullable ByteBuffer next(Duration patience) throws IOException {
      return body.next(patience);
    }

    @Override
    public void close() {
      body.cancel();
    }
  }

  /** What came of a response; its body may still be coming. */
  private record Response(HttpResponse.ResponseInfo about, ResponseBody body) {}

  /**
   * Asks one address.
   *
   * @param start the first byte that is wanted
   * @throws IOException in words for a user, if it gives no file
   */
  Answer ask(URI address, long start) throws IOException {
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Response response = send(at, start);
      HttpHeaders headers = response.about().headers();
      int status = response.about().statusCode();
      if (status == 200) {
        return new Answer(0, headers.firstValueAsLong("Content-Length"), response.body());
      }
      if (status == 206) {
        return part(response, start);
      }
      response.body().cancel();
      if (status / 100 != 3) {
        throw new IOException("HTTP status " + status);
      }
      at = redirected(at, headers.firstValue("Location").orElse(""));
    }
    throw new IOException("more than " + MOST_REDIRECTS + " redirects, the last to " + at);
  }

  private Response send(URI address, long start) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    AtomicReference<@Nullable Response> response = new AtomicReference<>();
    try {
      client.send(
          request.build(),
          about -> {
            ResponseBody body = new ResponseBody();
            response.set(new Response(about, body));
            return body;
          });
    } catch (HttpTimeoutException e) {
      throw new IOException("no answer for " + patience.toSeconds() + " s");
    } catch (ConnectException e) {
      throw new IOException("no connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      if (response.get() == null) {
        throw e;
      } // it broke at once: what came until then is in its body, and then this error
    }
    return Objects.requireNonNull(response.get());
  }

  private static Answer part(Response response, long start) throws IOException {
    String range = response.about().headers().firstValue("Content-Range").orElse("");
    if (!range.matches("bytes " + start + "-\\d{1,18}/(\\d{1,18}|\\*)")) {
      response.body().cancel();
      throw new IOException("asked for bytes from " + start + " on, got '" + range + "'");
    }
    String size = range.substring(range.indexOf('/') + 1);
    OptionalLong whole =
        size.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size));
    return new Answer(start, whole, response.body());
  }

  /**
   * Where a redirect leads.
   *
   * @throws IOException if that is nowhere, or from https to http
   */
  static URI redirected(URI from, String location) throws IOException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("a redirect to '" + location + "', which is no address");
    }
    boolean isHttp = "http".equals(to.getScheme());
    if (location.isEmpty() || to.getHost() == null || !isHttp && !"https".equals(to.getScheme())) {
      throw new IOException("a redirect to '" + location + "', which is no address");
    }
    if ("https".equals(from.getScheme()) && isHttp) {
      throw new IOException("a redirect from https to http, refused: " + to);
    }
    return to;
  }
}
