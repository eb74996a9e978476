package dev.figment.run.report;

import dev.figment.FigmentException;
import dev.figment.model.Sampler;
import dev.figment.picture.PictureRow;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.RunComparison.Compared;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the models of runs draw with one seed, a grid for each.
 *
 * @param grids by the labels of their runs
 * @param absent why others have none, by label
 */
record SeedGrids(Map<String, BufferedImage> grids, Map<String, String> absent) {
  private static final int SIDE = 5;

  /** Of the newest checkpoint of each. */
  static SeedGrids of(List<RunFolder> folders, List<Compared> runs, Settings settings, long seed) {
    SeedGrids made = new SeedGrids(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (int i = 0; i < folders.size(); i++) {
      made.add(folders.get(i), runs.get(i).label(), settings, seed);
    }
    return made;
  }

  private void add(RunFolder folder, String label, Settings settings, long seed) {
    try (Run run = Run.open(folder.path(), settings)) {
      Trained trained = run.trained();
      if (!trained.is(Sampler.class) || !trained.form().shape().isImage()) {
        absent.put(label, "its model draws no images of random points");
      } else {
        grids.put(label, trained.sample(SIDE * SIDE, seed).grid(SIDE, SIDE).toImage());
      }
    } catch (FigmentException e) {
      absent.put(label, String.valueOf(e.getMessage()));
    }
  }

  /** Side by side under their labels. */
  PictureRow row() {
    PictureRow row = PictureRow.empty();
    for (Map.Entry<String, BufferedImage> each : grids.entrySet()) {
      row = row.add(each.getKey(), each.getValue());
    }
    return row;
  }
}
