package dev.figment.bench.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A library that does the same work, in one of the ways in which it is used. */
enum Peer {
  TORCH_EAGER("PyTorch", "torch", "eager"),
  TORCH_CHANNELS_LAST("PyTorch channels-last", "torch", "channels-last"),
  TORCH_COMPILE("PyTorch compiled", "torch", "compile"),
  KERAS_GRAPH("Keras graph", "keras", "graph"),
  KERAS_XLA("Keras XLA", "keras", "xla"),
  JAX("JAX", "jax", "jit");

  private final String label;
  private final String library;
  private final String variant;

  Peer(String label, String library, String variant) {
    this.label = label;
    this.library = library;
    this.variant = variant;
  }

  /** What a table calls it. */
  String label() {
    return label;
  }

  /** Its environment: peers of one library share one. */
  String library() {
    return library;
  }

  /** What its script calls the way in which it is used. */
  String variant() {
    return variant;
  }

  /** What the command line calls it: {@code torch-channels-last}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those whose word is given, or starts with what is given and a dash: {@code torch}. */
  static List<Peer> named(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word) || each.word().startsWith(word + "-"))
        .toList();
  }
}
