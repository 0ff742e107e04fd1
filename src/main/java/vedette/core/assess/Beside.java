package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Moment;
import vedette.model.SensorId;

/// How far beside the place that something tells own radars see it, and how likely that is no error of theirs.
///
/// The shift is taken to be constant over a minute and Gaussian: honest, it is what a navigator errs for long
/// and what a clock off by a part of a second makes of the speed; false, it is much wider. Each radar tells
/// its mean shift, which has the plots' noise over their number, and the bias that all of its plots share,
/// which no number of plots takes away. So the smallest shift that can be told is about five sigmas of all
/// that together. The ratio of the two hypotheses' densities at the measured shift (Kass and Raftery, "Bayes
/// factors", JASA 90 (1995), eq. 1) turns the odds.
///
/// @param radars what each radar says, in the order in which they began
public record Beside(List<Radar> radars) {
    static final Beside NOTHING = new Beside(List.of());

    /// Radars beyond these say nothing.
    private static final int MOST = 4;

    /// What is older counts less: time constant, seconds.
    private static final double MEMORY_S = 60;

    /// Nothing is said before so many plots agree: two may be false ones.
    private static final double LEAST_PLOTS = 3;

    /// And so many of a radar: one alone may be anything.
    private static final double LEAST_OF_ONE = 1.5;

    /// A plot agrees with the ones before within this (chi-square, 2 degrees: one in 20,000).
    static final double GATE = 20;

    /// What is expected of things of a size. Navigators err as they say; how much of it is lasting they do not say:
    /// all.
    ///
    /// @param lying which share tells a shifted place, before anybody looks
    /// @param shiftM how far, the middle of three scales, each three times the other
    /// @param lateS how far its stamps may be off, seconds, one sigma
    /// @param accelerationMps2 how lively it flies between its report and the plot
    /// @param silentMps where it tells no velocity, how fast it may fly, one sigma
    /// @param withinM how far its plot is looked for
    public record Size(
            double lying, double shiftM, double lateS, double accelerationMps2, double silentMps, double withinM) {
        /// Aircraft with a transponder.
        public static final Size LARGE = new Size(0.001, 1_000, 0.2, 3, 150, 4_000);

        /// Drones.
        public static final Size SMALL = new Size(0.01, 100, 0.3, 3, 8, 400);
    }

    private static final double SCALE = 3;

    /// What one radar says.
    ///
    /// @param sensor which
    /// @param at its latest plot
    /// @param plots how many, fading
    /// @param information of the mean shift by the plots' noise, 1/m²
    /// @param east times the mean shift: the information vector, 1/m
    /// @param north the same
    /// @param bias what all its plots are off together, as it lies at the thing's place, m²
    /// @param honest what the thing itself may be off for long, m²
    public record Radar(
            SensorId sensor,
            Moment at,
            double plots,
            Spread information,
            double east,
            double north,
            Spread bias,
            Spread honest) {
        Spread noise() {
            return information.inverse();
        }

        double eastM() {
            Spread v = noise();
            return v.ee() * east + v.en() * north;
        }

        double northM() {
            Spread v = noise();
            return v.en() * east + v.nn() * north;
        }

        /// How far a plot lies from the ones before, squared, in sigmas.
        double off2(Plot plot) {
            return noise().plus(plot.noise).squareOf(plot.eastM - eastM(), plot.northM - northM());
        }

        private Radar plus(Plot plot) {
            double kept = Exact.exp(-Math.max(0, plot.at.secondsSince(at)) / MEMORY_S);
            Spread add = plot.noise.inverse();
            return new Radar(
                    sensor,
                    plot.at,
                    kept * plots + 1,
                    information.times(kept).plus(add),
                    kept * east + add.ee() * plot.eastM + add.en() * plot.northM,
                    kept * north + add.en() * plot.eastM + add.nn() * plot.northM,
                    plot.bias,
                    plot.honest);
        }
    }

    /// A plot beside a told place.
    ///
    /// @param sensor whose
    /// @param at when
    /// @param eastM how far east of the told place
    /// @param northM how far north
    /// @param noise what this plot and this report err by themselves, m²
    /// @param bias what all plots there err together, m²
    /// @param honest what all reports may err together, m²
    record Plot(SensorId sensor, Moment at, double eastM, double northM, Spread noise, Spread bias, Spread honest) {
        /// How far it lies from the told place itself, squared, in sigmas.
        double off2() {
            return noise.plus(bias).plus(honest).squareOf(eastM, northM);
        }

        private Radar first() {
            Spread information = noise.inverse();
            return new Radar(
                    sensor,
                    at,
                    1,
                    information,
                    information.ee() * eastM + information.en() * northM,
                    information.en() * eastM + information.nn() * northM,
                    bias,
                    honest);
        }
    }

    /// Copies the list.
    public Beside {
        radars = List.copyOf(radars);
    }

    /// How far a plot lies from what its radar said before, squared, in sigmas; infinite before it said anything.
    double off2(Plot plot) {
        for (Radar radar : radars) {
            if (radar.sensor.equals(plot.sensor)) {
                return radar.off2(plot);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// Whether a plot's radar sees the thing nowhere, or did so too long ago.
    boolean lost(Plot plot, double afterS) {
        for (Radar radar : radars) {
            if (radar.sensor.equals(plot.sensor)) {
                return plot.at.secondsSince(radar.at) > afterS;
            }
        }
        return true;
    }

    /// With a plot that agrees with the ones before, or begins anew.
    Beside with(Plot plot) {
        List<Radar> next = new ArrayList<>(radars);
        for (int i = 0; i < next.size(); i++) {
            Radar radar = next.get(i);
            if (radar.sensor.equals(plot.sensor)) {
                next.set(i, radar.off2(plot) < GATE ? radar.plus(plot) : plot.first());
                return new Beside(next);
            }
        }
        if (next.size() < MOST) {
            next.add(plot.first());
        }
        return new Beside(next);
    }

    /// The shift as all radars say it that still look.
    ///
    /// @param now the time
    public Shift shift(Moment now) {
        Spread information = Spread.ZERO;
        Spread honest = Spread.ZERO;
        double east = 0;
        double north = 0;
        double plots = 0;
        for (Radar radar : radars) {
            if (radar.plots >= LEAST_OF_ONE && now.secondsSince(radar.at) <= MEMORY_S) {
                Spread each = radar.noise().plus(radar.bias).inverse();
                information = information.plus(each);
                east += each.ee() * radar.eastM() + each.en() * radar.northM();
                north += each.en() * radar.eastM() + each.nn() * radar.northM();
                plots += radar.plots;
                honest = radar.honest;
            }
        }
        if (plots < LEAST_PLOTS) {
            return Shift.UNKNOWN;
        }
        Spread error = information.inverse();
        return new Shift(
                error.ee() * east + error.en() * north, error.en() * east + error.nn() * north, error, honest, plots);
    }

    /// A shift.
    ///
    /// @param eastM how far east of the told place own radars see it
    /// @param northM how far north
    /// @param error of that, m²
    /// @param honest what the thing itself may be off for long, m²
    /// @param plots by how many plots, those of long ago counting less; 0: not known
    public record Shift(double eastM, double northM, Spread error, Spread honest, double plots) {
        static final Shift UNKNOWN = new Shift(0, 0, Spread.ZERO, Spread.ZERO, 0);

        /// Squared sigmas beyond these are all the same.
        private static final double ENOUGH = 1_000;

        double metres() {
            return Exact.hypot(eastM, northM);
        }

        /// One sigma of an honest shift, metres, the mean over directions.
        double honestM() {
            Spread all = error.plus(honest);
            return Math.sqrt((all.ee() + all.nn()) / 2);
        }

        /// How likely the told place is shifted.
        public double probability(Size size) {
            if (plots == 0) {
                return 0;
            }
            Spread ifHonest = error.plus(honest);
            double ratio = 0;
            for (double shiftM = size.shiftM / SCALE; shiftM <= size.shiftM * SCALE * 1.01; shiftM *= SCALE) {
                ratio += ratio(ifHonest, ifHonest.plus(Spread.round(shiftM))) / 3;
            }
            double odds = size.lying / (1 - size.lying) * ratio;
            return odds / (1 + odds);
        }

        // The density of the shift under the wide Gaussian over that under the narrow one.
        private double ratio(Spread narrow, Spread wide) {
            double exponent = Math.min(ENOUGH, narrow.squareOf(eastM, northM)) - wide.squareOf(eastM, northM);
            return Exact.exp(exponent / 2) * Math.sqrt(narrow.determinant() / wide.determinant());
        }
    }
}
