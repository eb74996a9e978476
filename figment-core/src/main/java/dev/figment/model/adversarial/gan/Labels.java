package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.model.Conditioning;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Embedding;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.SpectralNormalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a GAN learns classes. The generator's point is joined by a learned vector of the class in
 * each mode, and layers that ask for classes ({@link dev.figment.nn.ConditionalBatchNormalization})
 * are told them; what differs is how the discriminator knows.
 *
 * @param mode what the discriminator has to do with classes
 * @param units numbers that a class becomes beside the generator's point, at least 1
 */
public record Labels(Mode mode, @JsonProperty(defaultValue = "50") int units) {
  /** What the discriminator has to do with classes. */
  public enum Mode {
    /**
     * It is told the class, as a learned plane beside the image.
     *
     * @see <a href="https://arxiv.org/abs/1411.1784">Mirza and Osindero 2014</a>
     */
    JOINED,
    /**
     * It has to find the class out: it gives a number for real and one for each class, and both
     * networks want classes to be found.
     *
     * @see <a href="https://arxiv.org/abs/1610.09585">Odena et al. 2017, section 3</a>
     */
    AUXILIARY,
    /**
     * Its layers end in features f; what it says is a dense layer's number of them + ⟨embed(y), f⟩,
     * both normalized spectrally where other layers of it are.
     *
     * @see <a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama 2018, eq. 3</a>
     */
    PROJECTION;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Labels {
    require(units >= 1, "labels: units must be at least 1, got %d", units);
  }

  /** With 50 numbers for a class. */
  public static Labels of(Mode mode) {
    return Defaults.record(Labels.class, mode);
  }

  public Labels withUnits(int units) {
    return Defaults.with(this, "units", units);
  }

  /** The shape that the discriminator's layers begin with. */
  Shape seen(Shape example) {
    return mode == Mode.JOINED ? Conditioning.joined(example) : example;
  }

  /** How many numbers the discriminator gives; 0 for any. */
  int outputs(int classes) {
    return switch (mode) {
      case JOINED -> 1;
      case AUXILIARY -> 1 + classes;
      case PROJECTION -> 0;
    };
  }

  /** The small networks beside the two: what knows the classes. */
  List<Architecture> architectures(ExampleForm form, Architecture discriminator) {
    int classes = form.classes().size();
    List<Architecture> all = new ArrayList<>();
    all.add(Conditioning.ofPoint("generatorLabel", classes, units));
    if (mode == Mode.JOINED) {
      all.add(Conditioning.ofExample("discriminatorLabel", classes, form.shape()));
    }
    if (mode == Mode.PROJECTION) {
      Shape features = discriminator.output();
      Layer vectors = held(new Embedding(classes, features.count()), discriminator);
      Layer head = held(new Dense(1), discriminator);
      all.add(new Architecture("discriminatorLabel", Shape.vector(1), List.of(vectors)));
      all.add(new Architecture("discriminatorHead", features, List.of(head)));
    }
    return all;
  }

  /** Normalized spectrally as the discriminator's own layers are. */
  private static Layer held(Layer layer, Architecture discriminator) {
    boolean isHeld = discriminator.allLayers().anyMatch(SpectralNormalization.class::isInstance);
    return isHeld ? new SpectralNormalization(layer) : layer;
  }
}
