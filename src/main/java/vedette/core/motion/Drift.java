package vedette.core.motion;

/// How fast the angles of a mean orbit drift by the Earth's flattening alone, radians a minute (Hoots and Roehrich
/// 1980, section 6: the secular effects of J2, J2² and J4).
///
/// @param anomaly of the mean anomaly, the mean motion in it
/// @param perigee of the argument of perigee
/// @param node of the node
/// @param nodeFirst of the node, by the first order of J2 alone
record Drift(double anomaly, double perigee, double node, double nodeFirst) {
    static Drift of(MeanOrbit orbit) {
        double c2 = orbit.cos() * orbit.cos();
        double c4 = c2 * c2;
        double width = orbit.axis() * orbit.round();
        double per2 = 1 / (width * width);
        double first = 1.5 * Wgs72.J2 * per2 * orbit.motion();
        double second = 0.5 * first * Wgs72.J2 * per2;
        double fourth = -0.46875 * Wgs72.J4 * per2 * per2 * orbit.motion();
        double beta = Math.sqrt(orbit.round());
        double anomaly =
                orbit.motion() + 0.5 * first * beta * (3 * c2 - 1) + 0.0625 * second * beta * (13 - 78 * c2 + 137 * c4);
        double perigee = -0.5 * first * (1 - 5 * c2)
                + 0.0625 * second * (7 - 114 * c2 + 395 * c4)
                + fourth * (3 - 36 * c2 + 49 * c4);
        double nodeFirst = -first * orbit.cos();
        double node = nodeFirst + (0.5 * second * (4 - 19 * c2) + 2 * fourth * (3 - 7 * c2)) * orbit.cos();
        return new Drift(anomaly, perigee, node, nodeFirst);
    }
}
