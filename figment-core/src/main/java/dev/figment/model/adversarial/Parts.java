package dev.figment.model.adversarial;

import dev.figment.nn.Architecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generator and the discriminator of a GAN by the names of their networks. The generator is its
 * moving average where there is one, since that is what samples come from.
 */
public final class Parts {
  private static final String GENERATOR = "generator";
  private static final String DISCRIMINATOR = "discriminator";
  private static final List<String> OF_DISCRIMINATOR = List.of(DISCRIMINATOR, "fromImage");

  private Parts() {}

  /** Of all networks, in their order. */
  public static Map<String, List<String>> of(List<Architecture> networks) {
    List<String> names = networks.stream().map(Architecture::name).toList();
    List<String> discriminator = names.stream().filter(Parts::isOfDiscriminator).toList();
    List<String> ema = names.stream().filter(each -> each.startsWith("ema")).toList();
    List<String> generator =
        ema.isEmpty() ? names.stream().filter(each -> !isOfDiscriminator(each)).toList() : ema;
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put(GENERATOR, generator);
    parts.put(DISCRIMINATOR, discriminator);
    return parts;
  }

  private static boolean isOfDiscriminator(String name) {
    return OF_DISCRIMINATOR.stream().anyMatch(name::startsWith);
  }
}
