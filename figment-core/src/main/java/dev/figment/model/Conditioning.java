package dev.figment.model;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.nn.Architecture;
import dev.figment.nn.Embedding;
import dev.figment.nn.Initializer;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class reaches a network: a learned vector joined to a point, or a learned plane joined to
 * an image as one more channel.
 *
 * <p>Planes begin at N(0, 1), as strong as an image: beside small ones a discriminator looks at the
 * image alone for a long time. Vectors begin small, as Keras's do: beside strong ones a generator
 * makes one image of each class, whatever the point.
 */
public final class Conditioning {
  private static final Initializer PLANE = new Initializer.Normal(1, 0);

  private Conditioning() {}

  /**
   * Refuses examples without classes.
   *
   * @param kind of the model, for the message
   * @param key with which its recipe asks for classes
   */
  public static void requireClasses(String kind, String key, ExampleForm form) {
    UsageException.require(
        !form.classes().isEmpty(),
        "%s: expected examples with classes, got unlabeled ones. Put the images into one folder per"
            + " class, or leave %s out (model.%s.%s=null).",
        kind,
        key,
        kind,
        key);
  }

  /** From a class to a vector of so many numbers. */
  public static Architecture ofPoint(String name, int classes, int units) {
    return new Architecture(name, Shape.vector(1), List.of(new Embedding(classes, units)));
  }

  /** From a class to a plane of an image's size, or for vectors to a vector of their size. */
  public static Architecture ofExample(String name, int classes, Shape example) {
    if (!example.isImage()) {
      return ofPoint(name, classes, example.count());
    }
    Embedding plane = new Embedding(classes, example.height() * example.width(), PLANE);
    Reshape reshape = new Reshape(example.height(), example.width(), 1);
    return new Architecture(name, Shape.vector(1), List.of(plane, reshape));
  }

  /** The shape of an example with its class beside it. */
  public static Shape joined(Shape example) {
    return example.isImage()
        ? Shape.image(example.height(), example.width(), example.channels() + 1)
        : Shape.vector(2 * example.count());
  }

  /**
   * @param classes class numbers (examples)
   * @param label the network of {@link #ofPoint} or {@link #ofExample}
   */
  public static Tensor join(Tensor x, @Nullable Tensor classes, Network label) {
    if (classes == null) {
      throw new UsageException(
          "%s: expected a class for each example, got none", label.architecture().name());
    }
    Tensor joined =
        Tensor.concatenate(1, List.of(x, label.apply(classes.reshape(-1, 1), Pass.inference())));
    return x.rank() == 4 ? joined.channelsLast() : joined;
  }
}
