package dev.figment.model.adversarial.gan;

import dev.figment.model.ModelContext;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The networks of a GAN.
 *
 * @param average the generator's moving average; null without
 */
record GanNetworks(
    Generator generator, Discriminator discriminator, Generator average, List<Network> all) {

  static GanNetworks create(GanRecipe recipe, ModelContext setup) {
    RandomStream init = setup.streams().named("init");
    Map<String, Network> named = new LinkedHashMap<>();
    for (Architecture each : recipe.architectures(setup.form())) {
      named.put(each.name(), each.create(init, setup.device()));
    }
    Network tells = named.get("discriminator");
    Labels.Mode mode = recipe.labels() == null ? null : recipe.labels().mode();
    boolean ofFeatures = mode == Labels.Mode.PROJECTION;
    Discriminator discriminator =
        new Discriminator(
            tells,
            recipe.loss().takesLogits() && !ofFeatures ? tells.logits() : tells,
            mode,
            named.get("discriminatorLabel"),
            named.get("discriminatorHead"),
            Reference.ofExamples(recipe.discriminator(), setup));
    Reference points = Reference.ofPoints(recipe.generator(), recipe.latent(), setup);
    Network average = named.get("average");
    return new GanNetworks(
        new Generator(named.get("generator"), named.get("generatorLabel"), points),
        discriminator,
        average == null ? null : new Generator(average, named.get("averageLabel")),
        List.copyOf(new ArrayList<>(named.values())));
  }

  /** Frees what is no network's. */
  void closeReferences() {
    Stream.of(generator.reference(), discriminator.reference())
        .filter(Objects::nonNull)
        .forEach(Reference::close);
  }

  /** What samples come from. */
  Generator sampled() {
    return average == null ? generator : average;
  }
}
