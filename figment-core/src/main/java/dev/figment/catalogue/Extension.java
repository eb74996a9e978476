package dev.figment.catalogue;

/**
 * A library's entries, found by {@link java.util.ServiceLoader}: name the implementing class, which
 * has a public constructor without parameters, in the library's file {@code
 * META-INF/services/dev.figment.catalogue.Extension}.
 *
 * <pre>{@code
 * public final class MyExtension implements Extension {
 *   @Override
 *   public void contribute(Contributions to) {
 *     to.add(Layer.class, Swish.class);
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Extension {
  void contribute(Contributions to);
}
