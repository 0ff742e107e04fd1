package vedette.core.motion;

/// Elements on their way through one propagation: a workspace that each effect changes in its turn. Earth radii,
/// minutes, radians.
final class Moving {
    double motion;
    double eccentricity;
    double inclination;
    double node;
    double perigee;
    double anomaly;

    Moving(MeanOrbit orbit, Drift drift, double t) {
        motion = orbit.motion();
        eccentricity = orbit.eccentricity();
        inclination = orbit.inclination();
        node = orbit.node() + drift.node() * t;
        perigee = orbit.perigee() + drift.perigee() * t;
        anomaly = orbit.anomaly() + drift.anomaly() * t;
    }
}
