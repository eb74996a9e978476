package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.UsageException;
import dev.figment.catalogue.Kind;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;

/** The first values of a parameter, drawn outside of the engine: the same on every device. */
@Kind("initializer")
public interface Initializer {
  /** Values in row-major order for a parameter of this shape. */
  float[] draw(RandomStream stream, long... shape);

  record Zeros() implements Initializer {
    @Override
    public float[] draw(RandomStream stream, long... shape) {
      return new float[Noise.count(shape)];
    }
  }

  record Ones() implements Initializer {
    @Override
    public float[] draw(RandomStream stream, long... shape) {
      return filled(shape, 1);
    }
  }

  /**
   * Uniform in ±√(6 / (fan in + fan out)); a fan is the units, or the channels times the kernel's
   * area.
   *
   * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, eq.
   *     16</a> (no difference)
   */
  record GlorotUniform() implements Initializer {
    @Override
    public float[] draw(RandomStream stream, long... shape) {
      long area = Noise.count(shape) / (shape[0] * shape[1]);
      double limit = Math.sqrt(6.0 / (area * (shape[0] + shape[1])));
      return new Uniform(-limit, limit).draw(stream, shape);
    }
  }

  record Uniform(
      @JsonProperty(defaultValue = "-0.05") double low,
      @JsonProperty(defaultValue = "0.05") double high)
      implements Initializer {
    @Override
    public float[] draw(RandomStream stream, long... shape) {
      return Noise.uniforms(stream, low, high, Noise.count(shape));
    }
  }

  record Normal(
      @JsonProperty(defaultValue = "0.05") double deviation,
      @JsonProperty(defaultValue = "0") double mean)
      implements Initializer {
    public Normal {
      UsageException.require(
          deviation >= 0, "normal: deviation must be at least 0, got %s", deviation);
    }

    @Override
    public float[] draw(RandomStream stream, long... shape) {
      float[] values = Noise.normals(stream, Noise.count(shape));
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (mean + deviation * values[i]);
      }
      return values;
    }
  }

  /**
   * A matrix with orthonormal columns, or rows where it has more columns, by Gram and Schmidt; a
   * kernel counts as one row for each of its first axis. For the recurrent weights of a sequence
   * layer.
   */
  record Orthogonal() implements Initializer {
    @Override
    public float[] draw(RandomStream stream, long... shape) {
      float[] values = new float[Noise.count(shape)];
      int rows = (int) shape[0];
      int columns = values.length / rows;
      double[][] basis = basis(stream, Math.min(rows, columns), Math.max(rows, columns));
      for (int i = 0; i < values.length; i++) {
        int row = i / columns;
        int column = i % columns;
        values[i] = (float) (rows >= columns ? basis[column][row] : basis[row][column]);
      }
      return values;
    }

    private static double[][] basis(RandomStream stream, int vectors, int length) {
      double[][] basis = new double[vectors][];
      for (int i = 0; i < vectors; i++) {
        basis[i] = orthonormalTo(basis, i, Noise.normals(stream, length));
      }
      return basis;
    }

    private static double[] orthonormalTo(double[][] basis, int count, float[] drawn) {
      double[] vector = new double[drawn.length];
      for (int i = 0; i < drawn.length; i++) {
        vector[i] = drawn[i];
      }
      for (int other = 0; other < count; other++) {
        subtract(vector, basis[other], dot(vector, basis[other]));
      }
      double length = Math.sqrt(dot(vector, vector));
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
      return vector;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    private static void subtract(double[] from, double[] vector, double factor) {
      for (int i = 0; i < from.length; i++) {
        from[i] -= factor * vector[i];
      }
    }
  }

  private static float[] filled(long[] shape, float value) {
    float[] values = new float[Noise.count(shape)];
    java.util.Arrays.fill(values, value);
    return values;
  }
}
