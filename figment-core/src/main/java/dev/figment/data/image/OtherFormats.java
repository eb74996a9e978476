package dev.figment.data.image;

/** What is said of files that are no images, or images of a kind that is not read. */
final class OtherFormats {
  private OtherFormats() {}

  static String words(FileBytes file) {
    if (file.startsWith(0, 'I', 'I', 42, 0) || file.startsWith(0, 'M', 'M', 0, 42)) {
      return notRead("a TIFF");
    }
    if (file.hasText(4, "ftypavif") || file.hasText(4, "ftypavis")) {
      return notRead("an AVIF");
    }
    if (file.hasText(4, "ftyp")) {
      return notRead("a HEIC or a film");
    }
    if (file.hasText(4, "jP  ")) {
      return notRead("a JPEG 2000");
    }
    return "not an image, whatever its name says";
  }

  private static String notRead(String kind) {
    return kind + ", which is not read. Save it as PNG";
  }
}
