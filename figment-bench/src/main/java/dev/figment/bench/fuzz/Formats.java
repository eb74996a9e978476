package dev.figment.bench.fuzz;

import dev.figment.DataException;
import dev.figment.FigmentException;
import dev.figment.ModelFileException;
import dev.figment.data.DataRecipe;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.data.reader.CifarReader;
import dev.figment.data.reader.IdxReader;
import dev.figment.data.set.ImageSets;
import dev.figment.format.Npy;
import dev.figment.format.Safetensors;
import dev.figment.metric.feature.FeatureStatistics;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.train.Checkpoint;
import dev.figment.train.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The formats that people bring files of. */
final class Formats {
  private static final Map<String, Supplier<Format>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("safetensors", Formats::safetensors);
    ALL.put("model", Formats::model);
    ALL.put("state", () -> checkpoint("state", "state.json", Seeds.state()));
    ALL.put("manifest", () -> checkpoint("manifest", "manifest.json", Seeds.manifest()));
    ALL.put("features", Formats::features);
    ALL.put("npy", Formats::npy);
    ALL.put("recipe", Formats::recipe);
    ALL.put("png", () -> images("png", ".png", Seeds.png(), anyBytes().then(Repair::png)));
    ALL.put("jpeg", () -> images("jpeg", ".jpg", Seeds.jpeg(), anyBytes()));
    ALL.put("gif", () -> images("gif", ".gif", Seeds.written("gif"), anyBytes()));
    ALL.put("bmp", () -> images("bmp", ".bmp", Seeds.written("bmp"), anyBytes()));
    ALL.put("webp", () -> images("webp", ".webp", Seeds.webp(), anyBytes().then(Repair::riff)));
    ALL.put("zip", Formats::zip);
    ALL.put("idx", Formats::idx);
    ALL.put("cifar", Formats::cifar);
  }

  private Formats() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static Format named(String name) {
    return ALL.get(name).get();
  }

  private static Format.Damage anyBytes() {
    return Mutation::of;
  }

  /** The JSON of the header and the rest. */
  private static Format.Damage tensors() {
    return Repair.either(Repair.behindLength(0, Long.BYTES, TextMutation::of), anyBytes());
  }

  private static Format safetensors() {
    return new Format(
        "safetensors",
        ".safetensors",
        Seeds.safetensors(),
        tensors(),
        Safetensors::read,
        ModelFileException.class);
  }

  /** All that is asked of a file before its model is made. */
  private static Format model() {
    return new Format(
        "model",
        ".safetensors",
        Seeds.models(),
        tensors(),
        file -> {
          Weights weights = Weights.read(file);
          Recipe recipe = CheckpointMetadata.recipe(weights);
          CheckpointMetadata.position(weights);
          CheckpointMetadata.networks(weights, recipe);
        },
        ModelFileException.class);
  }

  private static Format checkpoint(String name, String file, byte[] seed) {
    Path folder = Seeds.checkpointFolder();
    return new Format(
        name,
        ".json",
        List.of(seed),
        TextMutation::of,
        each -> {
          Files.copy(each, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
          new Checkpoint(folder).provenance();
        },
        ModelFileException.class);
  }

  private static Format features() {
    return new Format(
        "features",
        ".safetensors",
        Seeds.features(),
        tensors(),
        FeatureStatistics::read,
        ModelFileException.class);
  }

  private static Format npy() {
    return new Format(
        "npy",
        ".npy",
        Seeds.npy(),
        Repair.either(Repair.behindLength(8, Short.BYTES, TextMutation::of), anyBytes()),
        Npy::read,
        DataException.class);
  }

  private static Format recipe() {
    return new Format(
        "recipe",
        ".yaml",
        Seeds.recipes(),
        TextMutation::of,
        file -> {
          Recipe recipe = RecipeFormat.read(file);
          recipe.toYaml();
          recipe
              .model()
              .architectures(ImageSets.formOf(recipe.data(), null))
              .forEach(Architecture::summary);
        },
        FigmentException.class);
  }

  private static Format images(
      String name, String ending, List<byte[]> seeds, Format.Damage damage) {
    return new Format(
        name,
        ending,
        seeds,
        damage,
        file -> ImageDecoder.decode(Files.readAllBytes(file)),
        UnreadableImageException.class);
  }

  private static Format zip() {
    return new Format(
        "zip",
        ".zip",
        Seeds.zips(),
        anyBytes(),
        file -> ImageSets.open(DataRecipe.of(file.toAbsolutePath().toString()), null),
        DataException.class);
  }

  private static Format idx() {
    Path labels = Seeds.idxLabels();
    return new Format(
        "idx",
        ".idx",
        Seeds.idx(),
        anyBytes(),
        file -> IdxReader.set("fuzz", file, labels, List.of("a", "b")),
        DataException.class);
  }

  private static Format cifar() {
    return new Format(
        "cifar",
        ".bin",
        List.of(Seeds.cifar()),
        anyBytes(),
        file -> CifarReader.read("fuzz", List.of(file), Seeds.CIFAR_RECORDS),
        DataException.class);
  }
}
