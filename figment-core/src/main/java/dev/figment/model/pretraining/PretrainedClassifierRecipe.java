package dev.figment.model.pretraining;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.autoencoder.Autoencoder;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Classifiers with a pretrained encoder, and the same from scratch, as a recipe describes them.
 *
 * @param autoencoder what learns from all examples, without their labels
 * @param head layers from a coding to one number for each class; a final softmax is folded into the
 *     loss
 * @param labels how many examples come with their labels, spread evenly over the classes: at least
 *     one for each
 * @param seeds how often labels are chosen and classifiers trained, from 1 to 1,000
 */
public record PretrainedClassifierRecipe(
    AutoencoderRecipe autoencoder,
    List<Layer> head,
    int labels,
    @JsonProperty(defaultValue = "5") int seeds,
    Epochs epochs,
    Optimizers optimizer)
    implements ModelRecipe {

  /**
   * How long the first two parts of the training are, in passes over all examples, at least 1. The
   * encoder is tuned from there to the end; classifiers from scratch learn in the second part and
   * the third.
   */
  public record Epochs(int autoencoder, int frozen) {
    public Epochs {
      require(
          autoencoder >= 1 && frozen >= 1,
          "pretrainedClassifier: epochs: expected at least 1 each, got autoencoder %d, frozen %d",
          autoencoder,
          frozen);
    }
  }

  /** One rule for heads on frozen encoders, one for tuning them, one for learning from scratch. */
  public record Optimizers(Rule frozen, Rule fineTuned, Rule scratch) {}

  private static final int MOST_SEEDS = 1000;

  public PretrainedClassifierRecipe {
    require(!head.isEmpty(), "pretrainedClassifier: the head has no layers");
    require(
        seeds >= 1 && seeds <= MOST_SEEDS,
        "pretrainedClassifier: seeds must be from 1 to %d, got %d",
        MOST_SEEDS,
        seeds);
    require(labels >= 1, "pretrainedClassifier: labels must be at least 1, got %d", labels);
    head = List.copyOf(head);
  }

  /** One that is trained with five seeds. */
  public static PretrainedClassifierRecipe of(
      AutoencoderRecipe autoencoder,
      List<Layer> head,
      int labels,
      Epochs epochs,
      Optimizers optimizer) {
    return Defaults.record(
        PretrainedClassifierRecipe.class, autoencoder, head, labels, epochs, optimizer);
  }

  public PretrainedClassifierRecipe withSeeds(int seeds) {
    return Defaults.with(this, "seeds", seeds);
  }

  /** Encoder, decoder, and for each seed a pretrained classifier and one from scratch. */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    List<Architecture> architectures = new ArrayList<>(autoencoder.architectures(form));
    int classes = form.classes().size();
    require(
        classes > 0,
        "pretrainedClassifier: expected examples with labels, got none. Take a set with classes;"
            + " see figment data list.");
    require(
        labels >= classes,
        "pretrainedClassifier: labels: expected at least one for each of %d classes, got %d",
        classes,
        labels);
    checkHead(architectures.get(0).output(), classes);
    for (int seed = 1; seed <= seeds; seed++) {
      architectures.add(classifier("pretrained" + seed, form));
      architectures.add(classifier("scratch" + seed, form));
    }
    return architectures;
  }

  private void checkHead(Shape coding, int classes) {
    Architecture headArchitecture = new Architecture("head", coding, head);
    if (!headArchitecture.output().equals(Shape.vector(classes))) {
      throw new ShapeException(
          "the head to give %d numbers, one for each class".formatted(classes),
          headArchitecture.output(),
          "End it with dense: %d.".formatted(classes));
    }
    require(
        !headArchitecture.parameters().isEmpty(),
        "pretrainedClassifier: expected a head that can learn, got one without parameters. End it"
            + " with dense: %d.",
        classes);
  }

  private Architecture classifier(String name, ExampleForm form) {
    return new Architecture(
        name, form.shape(), Stream.of(autoencoder.encoder(), head).flatMap(List::stream).toList());
  }

  @Override
  public void check(ImageSet examples) {
    LabeledSubset.check(examples, labels);
  }

  @Override
  public Model create(ModelContext context) {
    List<Architecture> architectures = architectures(context.form());
    List<LabeledSubset> labeled = choose(context);
    Autoencoder pretraining = autoencoder.create(context);
    RandomStream init = context.streams().of(StreamName.INIT);
    List<Classifier> pretrained = new ArrayList<>();
    List<Classifier> scratch = new ArrayList<>();
    int own = autoencoder.encoder().size();
    for (int i = 2; i < architectures.size(); i += 2) {
      pretrained.add(new Classifier(architectures.get(i).create(init, context.device()), own));
      scratch.add(new Classifier(architectures.get(i + 1).create(init, context.device()), own));
    }
    return new PretrainedClassifier(
        this,
        pretraining,
        new Classifiers(pretrained, labeled, context.batch(), context.streams()),
        new Classifiers(scratch, labeled, context.batch(), context.streams()));
  }

  /** For each seed its own; none where the model is made to be used. */
  private List<LabeledSubset> choose(ModelContext context) {
    ImageSet examples = context.examples();
    if (examples == null) {
      return List.of();
    }
    check(examples);
    return IntStream.rangeClosed(1, seeds)
        .mapToObj(seed -> context.streams().of(new StreamName("labels/" + seed)))
        .map(stream -> LabeledSubset.choose(examples, labels, stream))
        .map(chosen -> new LabeledSubset(chosen, context.form().range(), context.device()))
        .toList();
  }
}
