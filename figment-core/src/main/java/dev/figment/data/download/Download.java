package dev.figment.data.download;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.Progress;
import dev.figment.format.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Brings the files of a {@link RemoteSet} into its folder. What was cut short stays as {@code
 * .NAME.part} beside, and is gone on with; a file has its name only when it is whole.
 */
public final class Download {
  /** Of an address, as long as each brings something. */
  private static final int MOST_ATTEMPTS = 20;

  private final Path folder;
  private final Connection connection;
  private final Progress progress;

  /**
   * @param folder of the set
   */
  Download(Path folder, Connection connection, Progress progress) {
    this.folder = folder;
    this.connection = connection;
    this.progress = progress;
  }

  /**
   * A file that is in its place.
   *
   * @param from where it came from; empty where it was there already, or lay in an archive
   */
  public record Placed(String name, long bytes, String from) {}

  /**
   * Fetches all that is not there already.
   *
   * @param dataDir the folder with one folder per set
   * @throws DataException if no address gives a file
   * @throws DiskException if one cannot be written
   */
  public static List<Placed> of(RemoteSet set, Path dataDir, Progress progress) {
    Path folder = dataDir.resolve(set.name());
    return new Download(folder, Connection.usual(), progress).fetch(set);
  }

  List<Placed> fetch(RemoteSet set) {
    Unpacked unpacked = set.unpacked();
    if (unpacked == null) {
      return set.files().stream().map(this::fetch).toList();
    }
    if (!unpacked.files().stream().map(folder::resolve).allMatch(Files::isRegularFile)) {
      for (RemoteFile archive : set.files()) {
        fetch(archive);
        Path here = folder.resolve(archive.name());
        unpacked.into(folder, here);
        delete(here);
      }
    }
    return unpacked.files().stream().map(this::there).toList();
  }

  private Placed there(String name) {
    Path file = folder.resolve(name);
    try {
      return new Placed(name, Files.size(file), "");
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private Placed fetch(RemoteFile file) {
    PartialFile part = new PartialFile(folder.resolve(file.name()), file);
    if (part.isPlaced()) {
      return new Placed(file.name(), file.size(), "");
    }
    List<String> failures = new ArrayList<>();
    try (part) {
      part.open();
      for (URI address : file.addresses()) {
        String failure = attempts(address, file, part);
        if (failure.isEmpty()) {
          part.place();
          return new Placed(file.name(), file.size(), address.toString());
        }
        failures.add(address + ": " + failure);
      }
    }
    throw new DataException(
        "%s: expected one of its addresses to give it, got %s.%s Try again later, name another"
            + " address, or put the file into %s.",
        file.name(), String.join("; ", failures), kept(part), folder);
  }

  private static String kept(PartialFile part) {
    return part.length() == 0
        ? ""
        : " The first %d bytes are kept: the next attempt goes on there.".formatted(part.length());
  }

  /** Empty where the file came, or else why it did not. */
  private String attempts(URI address, RemoteFile file, PartialFile part) {
    String failure = "";
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      long before = part.length();
      try {
        get(address, file, part);
        return "";
      } catch (PartialFile.OtherContents e) {
        part.clear();
        failure = String.valueOf(e.getMessage());
        if (before == 0) { // it was all of this address
          return failure;
        }
      } catch (IOException e) {
        failure = String.valueOf(e.getMessage());
        if (part.length() <= before) {
          return failure;
        }
      }
    }
    return failure;
  }

  private void get(URI address, RemoteFile file, PartialFile part) throws IOException {
    if (part.length() < file.size()) {
      try (Connection.Answer answer = connection.ask(address, part.length())) {
        take(answer, file, part);
      }
    }
    part.check();
  }

  private void take(Connection.Answer answer, RemoteFile file, PartialFile part)
      throws IOException {
    if (answer.size().isPresent() && answer.size().getAsLong() != file.size()) {
      throw new IOException(
          "a file of %d bytes, not of %d".formatted(answer.size().getAsLong(), file.size()));
    }
    part.truncate(answer.start());
    Progress.Task task =
        new Progress.Task(file.name(), (int) Math.max(1, file.size() / 1000), "kB", "");
    progress.at(task, (int) (part.length() / 1000), 0);
    for (var bytes = answer.next(connection.patience());
        bytes != null;
        bytes = answer.next(connection.patience())) {
      part.append(bytes);
      progress.at(task, (int) (part.length() / 1000), 0);
    }
    if (part.length() < file.size()) {
      throw new IOException("ended after %d of %d bytes".formatted(part.length(), file.size()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Folders.flush(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new DiskException(file, "deleting", e);
    }
  }
}
