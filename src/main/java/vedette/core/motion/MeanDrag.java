package vedette.core.motion;

import vedette.math.Exact;

/// What the air does to a mean orbit: a power law of density, (q0 − s)⁴, and polynomials of time (Hoots and Roehrich
/// 1980, section 6; Vallado and others 2006, section II). Minutes, Earth radii, radians.
///
/// Low orbits (perigee below 220 km) and deep ones keep the terms linear in time only, as the theory has it.
final class MeanDrag {
    /// Heights of the power law, kilometres.
    private static final double S_KM = 78;
    private static final double Q_KM = 120;
    private static final double LOW_KM = 156;
    private static final double LOWEST_KM = 98;
    private static final double LEAST_S_KM = 20;
    private static final double SIMPLE_KM = 220;
    /// Rounder orbits have no perigee for the air to turn.
    private static final double ROUND = 1e-4;

    private final MeanOrbit orbit;
    /// Whether only the terms linear in time are kept.
    private final boolean simple;

    private final double s;
    private final double nearness;
    private final double eta;
    private final double strength;
    private final double c1;
    private final double c4;
    private final double c5;
    private final double perigeeRate;
    private final double anomalyStrength;
    private final double anomalyCube;
    private final double anomalySine;
    private final double[] axisPowers = new double[3];
    private final double[] motionPowers = new double[3];

    MeanDrag(MeanOrbit orbit, boolean deep) {
        this.orbit = orbit;
        double lowestKm = (orbit.lowest() - 1) * Wgs72.RADIUS_KM;
        simple = deep || orbit.lowest() < SIMPLE_KM / Wgs72.RADIUS_KM + 1;
        double sKm = sKm(lowestKm);
        s = sKm / Wgs72.RADIUS_KM + 1;
        double q = (Q_KM - sKm) / Wgs72.RADIUS_KM;
        nearness = 1 / (orbit.axis() - s);
        eta = orbit.axis() * orbit.eccentricity() * nearness;
        double near4 = nearness * nearness * nearness * nearness;
        strength = q * q * q * q * near4;
        double psi2 = Math.abs(1 - eta * eta);
        double thick = strength / Exact.pow(psi2, 3.5);
        c1 = orbit.bstar() * c2(thick, psi2);
        c4 = c4(thick, psi2);
        double ee = orbit.eccentricity() * eta;
        double eta2 = eta * eta;
        c5 = 2 * thick * orbit.axis() * orbit.round() * (1 + 2.75 * (eta2 + ee) + ee * eta2);
        boolean isOval = orbit.eccentricity() > ROUND;
        perigeeRate = isOval ? orbit.bstar() * c3() * Exact.cos(orbit.perigee()) : 0;
        anomalyStrength = isOval ? -MeanOrbit.TWO_THIRDS * strength * orbit.bstar() / ee : 0;
        double one = 1 + eta * Exact.cos(orbit.anomaly());
        anomalyCube = one * one * one;
        anomalySine = Exact.sin(orbit.anomaly());
        if (!simple) {
            powers();
        }
    }

    private static double sKm(double lowestKm) {
        if (lowestKm >= LOW_KM) {
            return S_KM;
        }
        return lowestKm < LOWEST_KM ? LEAST_S_KM : lowestKm - S_KM;
    }

    private double c2(double thick, double psi2) {
        double eta2 = eta * eta;
        double ee = orbit.eccentricity() * eta;
        double flat = 0.375 * Wgs72.J2 * nearness / psi2 * (3 * orbit.cos() * orbit.cos() - 1);
        return thick
                * orbit.motion()
                * (orbit.axis() * (1 + 1.5 * eta2 + ee * (4 + eta2)) + flat * (8 + 3 * eta2 * (8 + eta2)));
    }

    private double c3() {
        return -2 * strength * nearness * Wgs72.J3_BY_J2 * orbit.motion() * orbit.sin() / orbit.eccentricity();
    }

    private double c4(double thick, double psi2) {
        double e = orbit.eccentricity();
        double eta2 = eta * eta;
        double ee = e * eta;
        double c2 = orbit.cos() * orbit.cos();
        double even = -3 * (3 * c2 - 1) * (1 - 2 * ee + eta2 * (1.5 - 0.5 * ee));
        double turning = 0.75 * (1 - c2) * (2 * eta2 - ee * (1 + eta2)) * Exact.cos(2 * orbit.perigee());
        double flat = Wgs72.J2 * nearness / (orbit.axis() * psi2) * (even + turning);
        return 2
                * orbit.motion()
                * thick
                * orbit.axis()
                * orbit.round()
                * (eta * (2 + 0.5 * eta2) + e * (0.5 + 2 * eta2) - flat);
    }

    private void powers() {
        double a = orbit.axis();
        double square = c1 * c1;
        double d2 = 4 * a * nearness * square;
        double part = d2 * nearness * c1 / 3;
        double d3 = (17 * a + s) * part;
        double d4 = 0.5 * part * a * nearness * (221 * a + 31 * s) * c1;
        axisPowers[0] = d2;
        axisPowers[1] = d3;
        axisPowers[2] = d4;
        motionPowers[0] = d2 + 2 * square;
        motionPowers[1] = 0.25 * (3 * d3 + c1 * (12 * d2 + 10 * square));
        motionPowers[2] = 0.2 * (3 * d4 + 12 * c1 * d3 + 6 * d2 * d2 + 15 * square * (2 * d2 + square));
    }

    /// What the air turns the node by until t.
    double node(Drift drift, double t) {
        return 3.5 * orbit.round() * drift.nodeFirst() * c1 * t * t;
    }

    /// What the air moves along the orbit, and the perigee back, until t.
    double swing(double anomaly, double t) {
        if (simple) {
            return 0;
        }
        double one = 1 + eta * Exact.cos(anomaly);
        return perigeeRate * t + anomalyStrength * (one * one * one - anomalyCube);
    }

    /// The factor whose square the axis has shrunk by at t.
    double shrinking(double t) {
        double linear = 1 - c1 * t;
        return simple ? linear : linear - t * t * (axisPowers[0] + t * (axisPowers[1] + t * axisPowers[2]));
    }

    /// What the eccentricity has lost at t.
    ///
    /// @param anomaly mean anomaly at t
    double rounding(double anomaly, double t) {
        double linear = orbit.bstar() * c4 * t;
        return simple ? linear : linear + orbit.bstar() * c5 * (Exact.sin(anomaly) - anomalySine);
    }

    /// How far ahead the object is at t of one that no air slows, radians.
    double ahead(double t) {
        double ahead = 1.5 * c1 * t * t;
        if (!simple) {
            ahead += t * t * t * (motionPowers[0] + t * (motionPowers[1] + t * motionPowers[2]));
        }
        return orbit.motion() * ahead;
    }
}
