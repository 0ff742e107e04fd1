package vedette.core.motion;

import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Moment;

/// What is added for orbits of 225 minutes and more: Sun, Moon and resonance with the turning Earth (Hoots and
/// Roehrich 1980, section 10). Radians, minutes.
final class DeepSpace {
    /// Below this inclination the swing is told in the axes of the equator (Lyddane 1963), radians.
    private static final double LYDDANE = 0.2;

    private static final double ONCE_FROM = 0.0034906585;
    private static final double ONCE_TO = 0.0052359877;
    private static final double TWICE_FROM = 8.26e-3;
    private static final double TWICE_TO = 9.24e-3;
    private static final double TWICE_OVAL = 0.5;

    private final ThirdBody sun;
    private final ThirdBody moon;
    private final Optional<Resonance> resonance;

    DeepSpace(MeanOrbit orbit, Drift drift, Moment epoch) {
        double days = Sidereal.days(epoch);
        sun = new ThirdBody(orbit, Sky.sun(orbit, days));
        moon = new ThirdBody(orbit, Sky.moon(orbit, days));
        Resonance.Around around = new Resonance.Around(
                orbit,
                drift,
                Sidereal.gmstRad(epoch),
                sun.anomalyRate() + moon.anomalyRate(),
                sun.perigeeRate() + moon.perigeeRate(),
                sun.nodeRate() + moon.nodeRate());
        if (orbit.motion() > ONCE_FROM && orbit.motion() < ONCE_TO) {
            resonance = Optional.of(Resonance.daily(around));
        } else if (orbit.motion() >= TWICE_FROM && orbit.motion() <= TWICE_TO && orbit.eccentricity() >= TWICE_OVAL) {
            resonance = Optional.of(Resonance.halfDaily(around));
        } else {
            resonance = Optional.empty();
        }
    }

    /// What grows with time.
    void secular(Moving m, double t) {
        m.eccentricity += (sun.eccentricityRate() + moon.eccentricityRate()) * t;
        m.inclination += (sun.inclinationRate() + moon.inclinationRate()) * t;
        m.perigee += (sun.perigeeRate() + moon.perigeeRate()) * t;
        m.node += (sun.nodeRate() + moon.nodeRate()) * t;
        m.anomaly += (sun.anomalyRate() + moon.anomalyRate()) * t;
        resonance.ifPresent(each -> each.carry(m, t));
    }

    /// What swings to and fro.
    void periodic(Moving m, double t) {
        double[] swing = new double[5];
        sun.swing(t, swing);
        moon.swing(t, swing);
        m.inclination += swing[1];
        m.eccentricity += swing[0];
        if (m.inclination >= LYDDANE) {
            double node = swing[4] / Exact.sin(m.inclination);
            m.perigee += swing[3] - Exact.cos(m.inclination) * node;
            m.node += node;
            m.anomaly += swing[2];
        } else {
            equatorial(m, swing);
        }
        if (m.inclination < 0) {
            m.inclination = -m.inclination;
            m.node += Math.PI;
            m.perigee -= Math.PI;
        }
    }

    // Where the node means little: by the two parts of the orbit's tilt.
    private static void equatorial(Moving m, double[] swing) {
        double sinI = Exact.sin(m.inclination);
        double cosI = Exact.cos(m.inclination);
        double sinNode = Exact.sin(m.node);
        double cosNode = Exact.cos(m.node);
        double east = sinI * sinNode + swing[4] * cosNode + swing[1] * cosI * sinNode;
        double north = sinI * cosNode - swing[4] * sinNode + swing[1] * cosI * cosNode;
        double before = m.node % Exact.TWO_PI;
        double longitude = m.anomaly + m.perigee + cosI * before + swing[2] + swing[3] - swing[1] * before * sinI;
        double node = Exact.atan2(east, north);
        if (Math.abs(before - node) > Math.PI) {
            node += node < before ? Exact.TWO_PI : -Exact.TWO_PI;
        }
        m.node = node;
        m.anomaly += swing[2];
        m.perigee = longitude - m.anomaly - cosI * node;
    }
}
