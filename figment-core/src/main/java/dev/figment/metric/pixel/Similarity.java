package dev.figment.metric.pixel;

/**
 * The structural similarity of two images at one size, the mean over all places and channels:
 * contrast (2σ_ab + c₂)/(σ_a² + σ_b² + c₂), and similarity contrast·(2μ_a·μ_b + c₁)/(μ_a² + μ_b² +
 * c₁), with means μ, variances σ² and the covariance σ_ab under a {@link GaussianWindow}, c₁ =
 * (0.01·255)² and c₂ = (0.03·255)².
 *
 * @see <a href="https://doi.org/10.1109/TIP.2003.819861">Wang et al. 2004, section III</a>
 */
record Similarity(double similarity, double contrast) {
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  /** Of two images of one size. */
  static Similarity of(Plane a, Plane b) {
    int count = a.values().length;
    double[] valuesA = new double[count];
    double[] valuesB = new double[count];
    double[] squares = new double[count];
    double[] products = new double[count];
    for (int i = 0; i < count; i++) {
      double x = a.values()[i];
      double y = b.values()[i];
      valuesA[i] = x;
      valuesB[i] = y;
      squares[i] = x * x + y * y;
      products[i] = x * y;
    }
    int row = a.width() * a.channels();
    GaussianWindow window = GaussianWindow.fitting(a);
    return of(
        window.means(valuesA, row, a.channels()),
        window.means(valuesB, row, a.channels()),
        window.means(squares, row, a.channels()),
        window.means(products, row, a.channels()));
  }

  private static Similarity of(double[] a, double[] b, double[] squares, double[] products) {
    double similarity = 0;
    double contrast = 0;
    for (int i = 0; i < a.length; i++) {
      double both = a[i] * b[i];
      double each = a[i] * a[i] + b[i] * b[i];
      double ratio = (2 * (products[i] - both) + C2) / (squares[i] - each + C2);
      contrast += ratio;
      similarity += ratio * (2 * both + C1) / (each + C1);
    }
    return new Similarity(similarity / a.length, contrast / a.length);
  }
}
