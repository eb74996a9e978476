package dev.figment.latent;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the points of a map feel. With wᵢⱼ = 1/(1 + ‖yᵢ − yⱼ‖²), Z = Σ wᵢⱼ over i ≠ j and qᵢⱼ =
 * wᵢⱼ/Z, the divergence is C = Σ pᵢⱼ·log(pᵢⱼ/qᵢⱼ), and its gradient ∂C/∂yᵢ = 4·Σⱼ (pᵢⱼ −
 * qᵢⱼ)·wᵢⱼ·(yᵢ − yⱼ). A map is n first coordinates, then n second ones.
 *
 * <p>In plain loops: each is simple enough for the JVM to make vector instructions of it, and a
 * block's numbers stay in the nearest cache, which tensor operations on whole rows miss. Blocks are
 * shared among threads and added up in order: the same result with any number of them.
 *
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008,
 *     equations 2, 4 and 5</a> (no difference)
 */
final class Forces {
  private final Affinities p;
  private final int n;
  private final double negativeEntropy;

  Forces(Affinities p) {
    this.p = p;
    this.n = p.count();
    this.negativeEntropy = sum(this::negativeEntropy);
  }

  private double sum(IntToDoubleFunction ofBlock) {
    double[] parts = new double[p.blocks()];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(block -> parts[block] = ofBlock.applyAsDouble(block));
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  /** Σ p·log p, where 0·log 0 is 0. */
  private double negativeEntropy(int block) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (float each : p.segment(block, i)) {
        sum += each > 0 ? each * Math.log(each) : 0;
      }
    }
    return sum;
  }

  /** C, in nats. */
  double divergence(float[] map) {
    MapBlock[] blocks = new MapBlock[p.blocks()];
    double apart =
        sum(
            block -> {
              blocks[block] = new MapBlock(p, map, block);
              return blocks[block].distances();
            });
    return negativeEntropy + apart + Math.log(normalizer(blocks));
  }

  /** ∂C/∂y with all p times the exaggeration. */
  float[] gradient(float[] map, double exaggeration) {
    MapBlock[] blocks = new MapBlock[p.blocks()];
    IntStream.range(0, blocks.length)
        .parallel()
        .forEach(
            block -> {
              blocks[block] = new MapBlock(p, map, block);
              blocks[block].feel();
            });
    float[] gradient = new float[2 * n];
    double normalizer = normalizer(blocks);
    for (MapBlock block : blocks) {
      block.write(gradient, 4 * exaggeration, -4 / normalizer);
    }
    return gradient;
  }

  /** Z, without what each point is to itself. */
  private double normalizer(MapBlock[] blocks) {
    return Arrays.stream(blocks).mapToDouble(MapBlock::kernelSum).sum() - n;
  }
}
