package dev.figment.disk;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/**
 * The machine's file system with a {@link Fault}: whoever is given one of its paths reads and
 * writes the real files, and what he changes may fail.
 */
public final class FaultyDisk extends FileSystem {
  private static final FileSystem REAL = FileSystems.getDefault();

  private final FaultyProvider provider;

  private FaultyDisk(Fault fault) {
    this.provider = new FaultyProvider(this, fault);
  }

  /** A real path, on a disk that this befalls. */
  public static Path path(Path real, Fault fault) {
    return FaultyPath.of(real, new FaultyDisk(fault));
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public Path getPath(String first, String... more) {
    return FaultyPath.of(REAL.getPath(first, more), this);
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return REAL.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(getPath("/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return REAL.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return REAL.supportedFileAttributeViews();
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher real = REAL.getPathMatcher(pattern);
    return path -> real.matches(FaultyPath.real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return REAL.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
