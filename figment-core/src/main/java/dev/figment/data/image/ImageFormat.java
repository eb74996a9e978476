package dev.figment.data.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of image file that are read. What a file is, its first bytes say; its name only says
 * whether it is looked at.
 */
public enum ImageFormat {
  JPEG("JPEG", JpegHeader::read, "jpg", "jpeg", "jpe", "jfif"),
  PNG("PNG", PngHeader::read, "png"),
  GIF("GIF", GifHeader::read, "gif"),
  BMP("BMP", BmpHeader::read, "bmp"),
  WEBP("WebP", WebpHeader::read, "webp");

  private final String name;
  private final HeaderReader header;
  private final List<String> endings;

  ImageFormat(String name, HeaderReader header, String... endings) {
    this.name = name;
    this.header = header;
    this.endings = List.of(endings);
  }

  /** What a file of this kind declares. */
  @FunctionalInterface
  private interface HeaderReader {
    ImageHeader read(FileBytes file) throws UnreadableImageException;
  }

  /** The kind of a file that begins so; nothing where it is none that is read. */
  public static Optional<ImageFormat> of(byte[] start) {
    FileBytes bytes = new FileBytes(start);
    return Arrays.stream(values()).filter(each -> each.begins(bytes)).findFirst();
  }

  private boolean begins(FileBytes file) {
    return switch (this) {
      case JPEG -> file.startsWith(0, 0xff, 0xd8, 0xff);
      case PNG -> file.startsWith(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
      case GIF -> file.hasText(0, "GIF87a") || file.hasText(0, "GIF89a");
      case BMP -> file.hasText(0, "BM");
      case WEBP -> file.hasText(0, "RIFF") && file.hasText(8, "WEBP");
    };
  }

  /** The endings of names, small letters without the dot, of files that are looked at. */
  public static Set<String> endings() {
    return Arrays.stream(values())
        .flatMap(each -> each.endings.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether names of files of this kind end so. */
  public boolean hasEnding(String ending) {
    return endings.contains(ending);
  }

  /** What a file of this kind declares; nothing is decoded. */
  ImageHeader header(byte[] file) throws UnreadableImageException {
    return header.read(new FileBytes(file));
  }

  /** As people write it, and as Java's readers are found by. */
  @Override
  public String toString() {
    return name;
  }
}
