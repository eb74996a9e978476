package dev.figment.data.set;

/** The figures of {@link ColorShapes}, all within the unit circle. */
enum GeometricShape {
  CIRCLE {
    @Override
    double distance(double x, double y) {
      return length(x, y) - 0.85;
    }
  },
  SQUARE {
    @Override
    double distance(double x, double y) {
      return box(x, y, 0.7, 0.7);
    }
  },
  TRIANGLE {
    @Override
    double distance(double x, double y) {
      return Math.max(y, ROOT_3_HALVES * Math.abs(x) - y / 2) - 0.5;
    }
  },
  STAR {
    @Override
    double distance(double x, double y) {
      return star(x, y);
    }
  },
  RING {
    @Override
    double distance(double x, double y) {
      return Math.abs(length(x, y) - 0.7) - 0.2;
    }
  },
  CROSS {
    @Override
    double distance(double x, double y) {
      return Math.min(box(x, y, 0.9, 0.28), box(x, y, 0.28, 0.9));
    }
  };

  private static final double ROOT_3_HALVES = StrictMath.sqrt(3) / 2;
  private static final int POINTS = 5;
  private static final double INNER_RADIUS = 0.42;

  /** How far outside of the figure's edge a place is; negative inside. */
  abstract double distance(double x, double y);

  private static double length(double x, double y) {
    return StrictMath.sqrt(x * x + y * y);
  }

  private static double box(double x, double y, double halfWidth, double halfHeight) {
    return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
  }

  /** Folded into one of its ten equal wedges, a star's edge is a single line. */
  private static double star(double x, double y) {
    double wedge = Math.PI / POINTS;
    double angle = Math.abs(StrictMath.IEEEremainder(StrictMath.atan2(x, -y), 2 * wedge));
    double along = length(x, y) * StrictMath.cos(angle);
    double across = length(x, y) * StrictMath.sin(angle);
    double innerAlong = INNER_RADIUS * StrictMath.cos(wedge);
    double innerAcross = INNER_RADIUS * StrictMath.sin(wedge);
    double edge = length(1 - innerAlong, innerAcross);
    return ((along - 1) * innerAcross + across * (1 - innerAlong)) / edge;
  }
}
