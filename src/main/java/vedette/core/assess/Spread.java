package vedette.core.assess;

/// A symmetric matrix over east and north: a covariance (m²) or its inverse.
///
/// @param ee east with east
/// @param en east with north
/// @param nn north with north
public record Spread(double ee, double en, double nn) {
    static final Spread ZERO = new Spread(0, 0, 0);

    /// The same in all directions.
    static Spread round(double sigmaM) {
        return new Spread(sigmaM * sigmaM, 0, sigmaM * sigmaM);
    }

    /// Along a direction and across it.
    ///
    /// @param east of the unit vector along
    /// @param north of the same
    static Spread along(double east, double north, double alongM, double acrossM) {
        double along = alongM * alongM;
        double across = acrossM * acrossM;
        return new Spread(
                along * east * east + across * north * north,
                (along - across) * east * north,
                along * north * north + across * east * east);
    }

    Spread plus(Spread other) {
        return new Spread(ee + other.ee, en + other.en, nn + other.nn);
    }

    Spread times(double factor) {
        return new Spread(factor * ee, factor * en, factor * nn);
    }

    double determinant() {
        return ee * nn - en * en;
    }

    /// The inverse; the determinant must be above 0.
    Spread inverse() {
        double d = determinant();
        return new Spread(nn / d, -en / d, ee / d);
    }

    /// The squared length of a vector in units of this covariance.
    double squareOf(double east, double north) {
        double d = determinant();
        return (nn * east * east - 2 * en * east * north + ee * north * north) / d;
    }
}
