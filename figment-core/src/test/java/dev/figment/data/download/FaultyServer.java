package dev.figment.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/** A server on this machine that answers each request as it was told, and remembers them. */
final class FaultyServer implements AutoCloseable {
  /** What it does with a request; afterwards it closes the connection. */
  interface Behavior {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * A request.
   *
   * @param line {@code GET /file HTTP/1.1}
   * @param start the first byte that it asks for
   */
  record Request(String line, long start) {}

  private final ServerSocket socket;
  private final Queue<Behavior> behaviors = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();
  private final Behavior usual;

  private FaultyServer(Behavior usual) throws IOException {
    this.usual = usual;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "faulty-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that gives a file well, parts of it too, to whom nothing else was told. */
  static FaultyServer of(byte[] file) throws IOException {
    return new FaultyServer((request, out) -> give(file, request, out, file.length));
  }

  /** The next requests are answered so, in turn. */
  FaultyServer next(Behavior... behaviors) {
    this.behaviors.addAll(List.of(behaviors));
    return this;
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:%d/%s".formatted(socket.getLocalPort(), name));
  }

  int port() {
    return socket.getLocalPort();
  }

  synchronized List<Long> starts() {
    return requests.stream().map(Request::start).toList();
  }

  synchronized List<String> lines() {
    return requests.stream().map(Request::line).toList();
  }

  /** Gives the first bytes of what was asked for, then ends the connection. */
  static Behavior first(byte[] file, int bytes) {
    return (request, out) -> give(file, request, out, bytes);
  }

  /** Gives the first bytes, then nothing, and stays. */
  static Behavior stallAfter(byte[] file, int bytes) {
    return (request, out) -> {
      give(file, request, out, bytes);
      out.flush();
      Thread.sleep(60_000);
    };
  }

  static Behavior status(String status, String... headers) {
    return (request, out) ->
        head(out, "HTTP/1.1 " + status, "Content-Length: 0", String.join("\r\n", headers));
  }

  /** Gives all of a file, whatever part was asked for. */
  static Behavior whole(byte[] file) {
    return (request, out) -> give(file, new Request(request.line(), 0), out, file.length);
  }

  /** Gives a file without saying how long it is. */
  static Behavior unmeasured(byte[] file) {
    return (request, out) -> {
      head(out, "HTTP/1.1 200 OK");
      out.write(file);
    };
  }

  private static void give(byte[] file, Request request, OutputStream out, int most)
      throws IOException {
    int start = (int) request.start();
    if (start == 0) {
      head(out, "HTTP/1.1 200 OK", "Content-Length: " + file.length);
    } else {
      head(
          out,
          "HTTP/1.1 206 Partial Content",
          "Content-Length: " + (file.length - start),
          "Content-Range: bytes %d-%d/%d".formatted(start, file.length - 1, file.length));
    }
    out.write(file, start, Math.min(most, file.length - start));
  }

  private static void head(OutputStream out, String... lines) throws IOException {
    String text = String.join("\r\n", lines).stripTrailing() + "\r\nConnection: close\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread thread = new Thread(() -> serve(connection));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection);
      next(request).answer(request, connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt(); // the client went away
    }
  }

  private synchronized Behavior next(Request request) {
    requests.add(request);
    Behavior told = behaviors.poll();
    return told == null ? usual : told;
  }

  private static Request read(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String first = in.readLine();
    long start = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("range: bytes=")) {
        start = Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return new Request(String.valueOf(first), start);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
