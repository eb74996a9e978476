package dev.figment.run.report;

/**
 * A part of the page under a heading.
 *
 * @param id of the heading, for links
 * @param content empty where there is none
 * @param absence why there is none; empty where there is, and where nobody would look for it
 */
record Section(String id, String title, Html content, String absence) {
  static Section of(String id, String title, Html... content) {
    return new Section(id, title, Html.all(content), "");
  }

  /** One that this run cannot have. */
  static Section absent(String title, String why) {
    return new Section("", title, Html.NONE, why);
  }

  /** One that nobody would look for in a report of this run. */
  static Section none() {
    return absent("", "");
  }

  boolean isThere() {
    return !id.isEmpty();
  }
}
