package dev.figment.bench.peer;

/** A work that was not measured, and why. */
final class PeerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PeerException(String reason) {
    super(reason);
  }

  PeerException(String reason, Exception cause) {
    super(reason, cause);
  }
}
