package dev.figment.data.download;

import static dev.figment.UsageException.require;

import java.net.URI;
import java.util.List;

/**
 * A file to be had from somewhere else.
 *
 * @param name of the file, here and there
 * @param addresses where it is, the first that is asked first
 * @param size in bytes
 * @param sha256 of its contents, 64 hexadecimal digits
 */
public record RemoteFile(String name, List<URI> addresses, long size, String sha256) {
  public RemoteFile {
    addresses = List.copyOf(addresses);
    require(name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "file: expected a name, got '%s'", name);
    require(size >= 1, "%s: expected a size of at least 1, got %d", name, size);
    require(
        sha256.matches("[0-9a-f]{64}"), "%s: expected 64 hexadecimal digits, got %s", name, sha256);
  }

  /** The same, asked for below another address alone. */
  RemoteFile from(URI base) {
    URI address = URI.create(base.toString().replaceFirst("/?$", "/") + name);
    return new RemoteFile(name, List.of(address), size, sha256);
  }
}
