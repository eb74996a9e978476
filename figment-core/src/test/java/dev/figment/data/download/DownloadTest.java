package dev.figment.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.Progress;
import dev.figment.format.Sha256;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DownloadTest {
  private static final byte[] FILE = bytes(100_000, 1);
  private static final String NAME = "images.gz";
  @TempDir Path folder;
  private FaultyServer server;
  private FaultyServer mirror;

  private static byte[] bytes(int count, long seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void serve() throws IOException {
    server = FaultyServer.of(FILE);
    mirror = FaultyServer.of(FILE);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    mirror.close();
  }

  private static Connection connection(Map<String, String> environment) {
    ProxySelector none = ProxySelector.of(null);
    return Connection.of(Duration.ofMillis(500), new EnvironmentProxies(environment, none));
  }

  private Download download(Progress progress) {
    return new Download(folder, connection(Map.of()), progress);
  }

  private RemoteSet set(URI... addresses) {
    RemoteFile file = new RemoteFile(NAME, List.of(addresses), FILE.length, Sha256.of(FILE));
    return new RemoteSet("mine", List.of(file), null);
  }

  private Download.Placed fetch() {
    return download(Progress.NONE).fetch(set(server.address(NAME), mirror.address(NAME))).get(0);
  }

  private String refusal() {
    try {
      throw new AssertionError("got " + download(Progress.NONE).fetch(set(server.address(NAME))));
    } catch (DataException e) {
      assertThat(e.exitCode()).isEqualTo(ExitCode.DATA);
      assertThat(folder.resolve(NAME)).doesNotExist();
      return e.getMessage().replace(server.address(NAME).toString(), "HERE");
    }
  }

  private void assertWhole() {
    assertThat(folder.resolve(NAME)).hasBinaryContent(FILE);
    try (Stream<Path> inside = Files.list(folder)) {
      assertThat(inside).hasSize(1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_file_comes_into_its_place_with_progress_in_kilobytes() {
    List<Integer> done = new ArrayList<>();
    List<Progress.Task> tasks = new ArrayList<>();
    Download.Placed placed =
        download(
                (task, part, value) -> {
                  tasks.add(task);
                  done.add(part);
                })
            .fetch(set(server.address(NAME)))
            .get(0);
    assertThat(placed)
        .isEqualTo(new Download.Placed(NAME, FILE.length, server.address(NAME).toString()));
    assertWhole();
    assertThat(tasks).containsOnly(new Progress.Task(NAME, 100, "kB", ""));
    assertThat(done).isSorted().startsWith(0).endsWith(100);
  }

  @Test
  void what_is_there_is_not_fetched_again_unless_it_is_another() throws IOException {
    fetch();
    assertThat(fetch().from()).isEmpty();
    assertThat(server.lines()).hasSize(1);
    Files.write(folder.resolve(NAME), bytes(FILE.length, 2));
    assertThat(fetch().from()).isEqualTo(server.address(NAME).toString());
    assertWhole();
  }

  @Test
  void a_connection_that_is_cut_off_goes_on_where_it_was() {
    server.next(
        FaultyServer.first(FILE, 30_000),
        FaultyServer.first(FILE, 1),
        FaultyServer.first(FILE, 50_000));
    fetch();
    assertWhole();
    assertThat(server.starts()).containsExactly(0L, 30_000L, 30_001L, 80_001L);
    assertThat(mirror.lines()).isEmpty();
  }

  @Test
  void an_attempt_that_died_is_gone_on_with_by_the_next_one() {
    server.next(FaultyServer.first(FILE, 40_000), FaultyServer.status("503 Busy"));
    assertThat(refusal())
        .isEqualTo(
            "images.gz: expected one of its addresses to give it, got HERE: HTTP status 503. The"
                + " first 40000 bytes are kept: the next attempt goes on there. Try again later,"
                + " name another address, or put the file into "
                + folder
                + ".");
    fetch();
    assertWhole();
    assertThat(server.starts()).containsExactly(0L, 40_000L, 40_000L);
  }

  @Test
  void a_process_that_died_between_the_last_byte_and_the_place_has_nothing_more_to_fetch()
      throws IOException {
    Files.write(folder.resolve(".images.gz.part"), FILE);
    fetch();
    assertWhole();
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void a_server_that_says_nothing_is_given_up_and_another_address_goes_on() {
    server.next(FaultyServer.stallAfter(FILE, 20_000), FaultyServer.stallAfter(FILE, 0));
    assertThat(fetch().from()).isEqualTo(mirror.address(NAME).toString());
    assertWhole();
    assertThat(mirror.starts()).containsExactly(20_000L);
  }

  @Test
  void one_that_does_not_even_answer_is_given_up_too() {
    server.next((request, out) -> Thread.sleep(60_000));
    assertThat(refusal()).contains("got HERE: no answer for 0 s. Try again");
  }

  @Test
  void nobody_at_an_address_is_told() throws IOException {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:%d/%s".formatted(closed.getLocalPort(), NAME));
    }
    assertThatThrownBy(() -> download(Progress.NONE).fetch(set(nobody)))
        .hasMessageContaining(nobody + ": no connection.");
  }

  @Test
  void addresses_without_the_file_are_told_each() {
    server.next(FaultyServer.status("404 Not Found"));
    mirror.next(FaultyServer.status("500 Oops"));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "got %s: HTTP status 404; %s: HTTP status 500. Try again later"
                .formatted(server.address(NAME), mirror.address(NAME)));
  }

  @Test
  void wrong_bytes_are_thrown_away_and_asked_for_elsewhere() {
    byte[] wrong = bytes(FILE.length, 3);
    server.next(FaultyServer.whole(wrong));
    assertThat(fetch().from()).isEqualTo(mirror.address(NAME).toString());
    assertThat(mirror.starts()).containsExactly(0L);
    assertWhole();
  }

  @Test
  void wrong_bytes_everywhere_leave_nothing_behind() {
    byte[] wrong = bytes(FILE.length, 3);
    server.next(FaultyServer.whole(wrong));
    assertThat(refusal())
        .startsWith(
            "images.gz: expected one of its addresses to give it, got HERE: other contents: SHA-256"
                + " %s, not %s. Try again".formatted(Sha256.of(wrong), Sha256.of(FILE)));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_first_part_of_something_else_is_fetched_anew() throws IOException {
    Files.write(folder.resolve(".images.gz.part"), bytes(30_000, 4));
    fetch();
    assertWhole();
    assertThat(server.starts()).containsExactly(30_000L, 0L);
  }

  @Test
  void a_file_of_another_length_is_refused_before_it_comes() {
    server.next(FaultyServer.whole(bytes(99_999, 1)));
    assertThat(refusal()).contains("got HERE: a file of 99999 bytes, not of 100000. Try");
  }

  @Test
  void a_file_that_does_not_end_is_cut_off() {
    server.next(FaultyServer.unmeasured(bytes(200_000, 5)));
    assertThat(refusal()).contains("more than 100000 bytes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_server_that_knows_no_parts_gives_the_whole_again() {
    server.next(FaultyServer.first(FILE, 30_000), FaultyServer.whole(FILE));
    fetch();
    assertWhole();
  }

  @Test
  void a_part_that_was_not_asked_for_is_refused() {
    server.next(
        FaultyServer.first(FILE, 30_000),
        FaultyServer.status("206 Partial Content", "Content-Range: bytes 0-99999/100000"));
    assertThat(refusal())
        .contains(
            "HERE: asked for bytes from 30000 on, got 'bytes 0-99999/100000'. The first 30000");
  }

  @Test
  void redirects_are_followed() {
    server.next(
        FaultyServer.status("302 Found", "Location: " + mirror.address("else")),
        FaultyServer.status("500 not asked"));
    download(Progress.NONE).fetch(set(server.address(NAME)));
    assertWhole();
    assertThat(mirror.lines()).containsExactly("GET /else HTTP/1.1");
  }

  @Test
  void redirects_without_end_are_not() {
    for (int i = 0; i < 20; i++) {
      server.next(FaultyServer.status("301 Moved", "Location: /images.gz"));
    }
    assertThat(refusal()).contains("HERE: more than 10 redirects, the last to HERE. Try");
    assertThat(server.lines()).hasSize(11);
  }

  @Test
  void a_redirect_to_nowhere_or_from_https_to_http_is_refused() throws IOException {
    server.next(FaultyServer.status("302 Found"));
    assertThat(refusal()).contains("a redirect to '', which is no address");
    URI secure = URI.create("https://example.org/a/b");
    assertThat(Connection.redirected(secure, "../c"))
        .isEqualTo(URI.create("https://example.org/c"));
    for (String bad : List.of("file:///etc/passwd", "ht tp://x", "ftp://example.org/x")) {
      assertThatThrownBy(() -> Connection.redirected(secure, bad))
          .hasMessage("a redirect to '" + bad + "', which is no address");
    }
    assertThatThrownBy(() -> Connection.redirected(secure, "http://example.org/x"))
        .hasMessage("a redirect from https to http, refused: http://example.org/x");
  }

  @Test
  void two_at_once_do_not_write_one_file() throws IOException {
    Path part = folder.resolve(".images.gz.part");
    try (FileChannel other =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      assertThatThrownBy(this::fetch)
          .isInstanceOf(DataException.class)
          .hasMessage(
              folder.resolve(NAME) + ": another process fetches it. Wait for it, or stop it.");
    }
    fetch();
    assertWhole();
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_fault_of_the_disk() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Download into = new Download(file.resolve("in"), connection(Map.of()), Progress.NONE);
    assertThatThrownBy(() -> into.fetch(set(server.address(NAME))))
        .isInstanceOf(DiskException.class);
  }

  @Test
  void the_proxy_of_the_environment_is_asked() {
    String proxy = "http://127.0.0.1:" + mirror.port();
    Download over = new Download(folder, connection(Map.of("HTTP_PROXY", proxy)), Progress.NONE);
    over.fetch(set(URI.create("http://data.invalid/images.gz")));
    assertWhole();
    assertThat(mirror.lines()).containsExactly("GET http://data.invalid/images.gz HTTP/1.1");
  }

  @Test
  void an_address_of_ones_own_is_asked_alone() {
    RemoteSet own = set(mirror.address(NAME)).from(server.address(""));
    assertThat(download(Progress.NONE).fetch(own).get(0).from())
        .isEqualTo(server.address(NAME).toString());
    assertThat(own.files().get(0).addresses()).containsExactly(server.address(NAME));
    assertThat(mirror.lines()).isEmpty();
  }
}
