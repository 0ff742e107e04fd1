package vedette.core.motion;

import vedette.math.Exact;

/// Orbits that go round once or twice while the Earth turns once meet the same bulges of it again and again: their
/// motion swings over years (Hoots and Roehrich 1980, section 10; Vallado and others 2006, section III.C). Followed by
/// steps of half a day from the epoch, always anew, so that what it says depends on the time alone. Radians, minutes.
final class Resonance {
    static final double EARTH = 4.3752690880113e-3;
    private static final double STEP = 720;
    private static final double HALF_STEP2 = STEP * STEP / 2;
    /// More than a century of steps is no use of element sets.
    private static final int MOST_STEPS = 100_000;

    /// One harmonic: strength · sin(w·ω + l·λ − phase).
    private record Wave(double strength, double perigees, double longitudes, double phase) {}

    private final Wave[] waves;
    private final double motion;
    private final double longitude;
    private final double rate;
    private final double perigee;
    private final double perigeeRate;
    private final boolean once;
    private final double gmst;

    /// Where the swing has carried an orbit.
    ///
    /// @param motion mean motion
    /// @param longitude mean longitude against the Earth, as the resonance counts it
    record Carried(double motion, double longitude) {}

    private Resonance(Waves waves, Around around, boolean once) {
        this.waves = waves.all;
        this.once = once;
        motion = around.orbit.motion();
        perigee = around.orbit.perigee();
        perigeeRate = around.drift.perigee();
        gmst = around.gmst;
        MeanOrbit o = around.orbit;
        if (once) {
            longitude = (o.anomaly() + o.node() + o.perigee() - gmst) % Exact.TWO_PI;
            rate = around.drift.anomaly()
                    + (around.drift.perigee() + around.drift.node())
                    - EARTH
                    + around.anomalyRate
                    + around.perigeeRate
                    + around.nodeRate
                    - motion;
        } else {
            longitude = (o.anomaly() + 2 * o.node() - 2 * gmst) % Exact.TWO_PI;
            rate = around.drift.anomaly()
                    + around.anomalyRate
                    + 2 * (around.drift.node() + around.nodeRate - EARTH)
                    - motion;
        }
    }

    /// What a resonance is around.
    ///
    /// @param orbit the mean orbit
    /// @param drift by flattening
    /// @param gmst at its epoch
    /// @param anomalyRate by Sun and Moon
    /// @param perigeeRate by Sun and Moon
    /// @param nodeRate by Sun and Moon
    record Around(MeanOrbit orbit, Drift drift, double gmst, double anomalyRate, double perigeeRate, double nodeRate) {}

    /// Once a day.
    static Resonance daily(Around around) {
        return new Resonance(daily(around.orbit()), around, true);
    }

    /// Twice a day, and far from round.
    static Resonance halfDaily(Around around) {
        return new Resonance(halfDaily(around.orbit()), around, false);
    }

    private static final class Waves {
        private final Wave[] all;
        private int count;

        Waves(int size) {
            all = new Wave[size];
        }

        void add(double strength, double perigees, double longitudes, double phase) {
            all[count++] = new Wave(strength, perigees, longitudes, phase);
        }
    }

    private static Waves daily(MeanOrbit o) {
        double e2 = o.eccentricity() * o.eccentricity();
        double g200 = 1 + e2 * (-2.5 + 0.8125 * e2);
        double g310 = 1 + 2 * e2;
        double g300 = 1 + e2 * (-6 + 6.60937 * e2);
        double one = 1 + o.cos();
        double f220 = 0.75 * one * one;
        double f311 = 0.9375 * o.sin() * o.sin() * (1 + 3 * o.cos()) - 0.75 * one;
        double f330 = 1.875 * one * one * one;
        double near = 1 / o.axis();
        double base = 3 * o.motion() * o.motion() * near * near;
        Waves waves = new Waves(3);
        waves.add(base * f311 * g310 * 2.1460748e-6 * near, 0, 1, 0.13130908);
        waves.add(2 * base * f220 * g200 * 1.7891679e-6, 0, 2, 2 * 2.8843198);
        waves.add(3 * base * f330 * g300 * 2.2123015e-7 * near, 0, 3, 3 * 0.37448087);
        return waves;
    }

    private static Waves halfDaily(MeanOrbit o) {
        double c = o.cos();
        double c2 = c * c;
        double s = o.sin();
        double s2 = s * s;
        HalfDayShape g = new HalfDayShape(o.eccentricity());
        double f220 = 0.75 * (1 + 2 * c + c2);
        double f522 = 9.84375 * s * (s2 * (1 - 2 * c - 5 * c2) + 0.33333333 * (-2 + 4 * c + 6 * c2));
        double f523 = s * (4.92187512 * s2 * (-2 - 4 * c + 10 * c2) + 6.56250012 * (1 + 2 * c - 3 * c2));
        double f542 = 29.53125 * s * (2 - 8 * c + c2 * (-12 + 8 * c + 10 * c2));
        double f543 = 29.53125 * s * (-2 - 8 * c + c2 * (12 + 8 * c - 10 * c2));
        double near = 1 / o.axis();
        double two = 3 * o.motion() * o.motion() * near * near;
        double three = two * near;
        double four = three * near;
        double five = four * near;
        Waves waves = new Waves(10);
        waves.add(two * 1.7891679e-6 * f220 * g.g201(), 2, 1, 5.7686396);
        waves.add(two * 1.7891679e-6 * 1.5 * s2 * g.g211(), 0, 1, 5.7686396);
        waves.add(three * 3.7393792e-7 * 1.875 * s * (1 - 2 * c - 3 * c2) * g.g310(), 1, 1, 0.95240898);
        waves.add(three * 3.7393792e-7 * -1.875 * s * (1 + 2 * c - 3 * c2) * g.g322(), -1, 1, 0.95240898);
        waves.add(2 * four * 7.3636953e-9 * 35 * s2 * f220 * g.g410(), 2, 2, 1.8014998);
        waves.add(2 * four * 7.3636953e-9 * 39.3750 * s2 * s2 * g.g422(), 0, 2, 1.8014998);
        waves.add(five * 1.1428639e-7 * f522 * g.g520(), 1, 1, 1.0508330);
        waves.add(five * 1.1428639e-7 * f523 * g.g532(), -1, 1, 1.0508330);
        waves.add(2 * five * 2.1765803e-9 * f542 * g.g521(), 1, 2, 4.4108898);
        waves.add(2 * five * 2.1765803e-9 * f543 * g.g533(), -1, 2, 4.4108898);
        return waves;
    }

    /// Where it is at t.
    Carried at(double t) {
        double step = t > 0 ? STEP : -STEP;
        double at = 0;
        double lambda = longitude;
        double n = motion;
        double[] push = pushed(lambda, n, at);
        for (int i = 0; Math.abs(t - at) >= STEP && i < MOST_STEPS; i++) {
            lambda += (n + rate) * step + push[0] * HALF_STEP2;
            n += push[0] * step + push[1] * HALF_STEP2;
            at += step;
            push = pushed(lambda, n, at);
        }
        double rest = t - at;
        return new Carried(
                n + push[0] * rest + push[1] * rest * rest * 0.5,
                lambda + (n + rate) * rest + push[0] * rest * rest * 0.5);
    }

    // How the mean motion changes, and how that changes.
    private double[] pushed(double lambda, double n, double at) {
        double omega = perigee + perigeeRate * at;
        double first = 0;
        double second = 0;
        for (Wave wave : waves) {
            double angle = wave.perigees * omega + wave.longitudes * lambda - wave.phase;
            first += wave.strength * Exact.sin(angle);
            second += wave.longitudes * wave.strength * Exact.cos(angle);
        }
        return new double[] {first, second * (n + rate)};
    }

    /// Puts the mean anomaly and motion where the swing has them at t.
    void carry(Moving moving, double t) {
        Carried carried = at(t);
        double theta = (gmst + t * EARTH) % Exact.TWO_PI;
        moving.motion = carried.motion();
        moving.anomaly = once
                ? carried.longitude() - moving.node - moving.perigee + theta
                : carried.longitude() - 2 * moving.node + 2 * theta;
    }
}
