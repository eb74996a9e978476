package dev.figment.tensor;

import org.bytedeco.javacpp.PointerScope;

/**
 * The owner of native memory: every tensor born on this thread while a scope is open dies when the
 * innermost one closes, unless it was {@linkplain #keep kept}. One scope per training step; scopes
 * nest. A tensor made on another thread is not caught.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *   Tensor images = generator.apply(latents, Pass.inference());
 *   return scope.keep(images);
 * }
 * }</pre>
 */
public final class Scope implements AutoCloseable {
  private final PointerScope enclosing = PointerScope.getInnerScope();
  private final PointerScope natives = new PointerScope();

  private Scope() {}

  public static Scope open() {
    return new Scope();
  }

  /**
   * Lets a tensor outlive this scope: it then belongs to the enclosing one, or, where there is
   * none, to its caller, who closes it.
   */
  public Tensor keep(Tensor tensor) {
    Engine.requireOpen("keep", tensor);
    if (enclosing == null) {
      return tensor.retain();
    }
    enclosing.attach(tensor.nativeTensor());
    return tensor;
  }

  @Override
  public void close() {
    natives.close();
  }
}
