package dev.figment.data.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer: takes what comes, a few pieces ahead of who reads it. */
final class ResponseBody implements BodySubscriber<ResponseBody> {
  private static final int AHEAD = 8;

  /** What came, and at last how it ended. */
  private record Piece(List<ByteBuffer> bytes, boolean isLast, @Nullable Throwable failure) {}

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD + 2);
  private Flow.@Nullable Subscription subscription;
  private Iterator<ByteBuffer> current = List.<ByteBuffer>of().iterator();

  @Override
  public CompletionStage<ResponseBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    pieces.add(new Piece(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(List.of(), true, null));
  }

  @Nullable ByteBuffer next(Duration patience) throws IOException {
    while (!current.hasNext()) {
      Piece piece = piece(patience);
      if (piece.isLast) {
        if (piece.failure != null) {
          throw new IOException("the connection broke", piece.failure);
        }
        return null;
      }
      current = piece.bytes.iterator();
      Objects.requireNonNull(subscription).request(1);
    }
    return current.next();
  }

  private Piece piece(Duration patience) throws IOException {
    try {
      Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (piece == null) {
        cancel();
        throw new IOException("no bytes for " + patience.toSeconds() + " s");
      }
      return piece;
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
