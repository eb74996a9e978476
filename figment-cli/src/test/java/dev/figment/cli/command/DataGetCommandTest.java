package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.figment.cli.Console;
import dev.figment.data.download.RemoteFile;
import dev.figment.data.download.RemoteSet;
import dev.figment.format.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataGetCommandTest {
  private static final byte[] FILE = "some images".getBytes(StandardCharsets.UTF_8);
  @TempDir private Path folder;
  private HttpServer server;
  private String home;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, FILE.length);
          exchange.getResponseBody().write(FILE);
          exchange.close();
        });
    server.start();
    home = "http://127.0.0.1:%d/data".formatted(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Console get(String... options) {
    RemoteFile file =
        new RemoteFile(
            "images.gz", List.of(URI.create(home + "/images.gz")), FILE.length, Sha256.of(FILE));
    DataGetCommand command = new DataGetCommand(name -> new RemoteSet(name, List.of(file), null));
    String[] arguments = new String[options.length + 4];
    arguments[0] = "get";
    arguments[1] = "mine";
    arguments[2] = "--data-dir";
    arguments[3] = folder.toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return Console.with("get", command, arguments);
  }

  @Test
  void a_set_comes_into_the_data_folder_and_what_to_do_next_is_said() {
    Console got = get();
    assertThat(got.code()).as(got.err()).isZero();
    assertThat(got.out()).isEqualTo("          11 bytes  images.gz  from " + home + "/images.gz\n");
    assertThat(got.err())
        .isEqualTo(
            "folder:   %1$s\nnext:     figment data info %1$s/\n"
                .formatted(folder.resolve("mine")));
    assertThat(folder.resolve("mine/images.gz")).hasBinaryContent(FILE);
    assertThat(get().out()).isEqualTo("          11 bytes  images.gz\n");
  }

  @Test
  void a_script_reads_what_came() {
    JsonNode result = JsonMapper.shared().readTree(get("--json").out());
    assertThat(result.path("name").asString()).isEqualTo("mine");
    assertThat(result.path("files").get(0).path("bytes").asInt()).isEqualTo(11);
    assertThat(result.path("files").get(0).path("from").asString()).startsWith(home);
  }

  @Test
  void another_address_is_asked_instead_and_other_bytes_are_refused() throws IOException {
    Console got =
        Console.run("data", "get", "mnist", "--from", home, "--data-dir", folder.toString());
    assertThat(got.code()).isEqualTo(5);
    assertThat(got.err())
        .isEqualTo(
            "figment: train-images-idx3-ubyte.gz: expected one of its addresses to give it, got"
                + " %s/train-images-idx3-ubyte.gz: a file of 11 bytes, not of 9912422. Try again"
                    .formatted(home)
                + " later, name another address (--from URL), or put the file into %s.\n"
                    .formatted(folder.resolve("mnist")));
    assertThat(Files.exists(folder.resolve("mnist/train-images-idx3-ubyte.gz"))).isFalse();
  }

  @Test
  void what_lay_in_an_archive_and_is_there_is_not_fetched() throws IOException {
    Path set = Files.createDirectories(folder.resolve("cifar-10"));
    for (String name : RemoteSet.named("cifar-10").placed()) {
      Files.write(set.resolve(name), new byte[3]);
    }
    Console got = Console.run("data", "get", "cifar-10", "--data-dir", folder.toString());
    assertThat(got.out()).hasLineCount(6).contains("3 bytes  data_batch_1.bin\n");
    assertThat(got.err())
        .endsWith("next:     figment data info cifar-10 --data-dir " + folder + "\n");
  }

  @Test
  void mistakes_are_told() {
    assertThat(Console.run("data", "get", "minst"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: minst: expected a set that has a public home, one of cifar-10, emnist,"
                    + " fashion-mnist, mnist; did you mean mnist?\n"));
    assertThat(Console.run("data", "get", "mnist", "--from", "ftp://x").err())
        .isEqualTo(
            "figment: --from: expected an address that begins with https:// or http://, got"
                + " ftp://x\n");
    for (String typed : List.of("http://x/a b", "http://x/a|b", "http://x/%zz")) {
      assertThat(Console.run("data", "get", "mnist", "--from", typed).code()).isEqualTo(2);
    }
  }

  @Test
  void a_set_that_is_missing_names_the_way_to_get_it() {
    assertThat(Console.run("data", "info", "mnist", "--data-dir", folder.toString()).err())
        .contains(
            "found no such folder. Get them by figment data get mnist --data-dir DIR, or get the"
                + " files from");
  }
}
