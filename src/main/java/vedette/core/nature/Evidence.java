package vedette.core.nature;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Track;
import vedette.model.Traits;

/// What speaks for each sort of object: the logarithms of the likelihoods, one row a kind of evidence.
///
/// Repeated looks at one object are not independent: what makes one look show its rotors, or echo strongly,
/// holds for the next one too. So an object's own rate of rotor modulation and its own cross section are
/// unknowns with the sort's spread, and the looks only tell those: however many there are, they cannot say
/// more than the spread allows (beta-binomial and normal-normal models; Gelman et al., Bayesian Data
/// Analysis, 3rd ed., ch. 5). How it flies is one piece of evidence, however long it is watched. What is
/// left of dependence between the rows is tempered.
///
/// @param rows each with its weight for every sort
record Evidence(List<Row> rows) {
    /// Single looks scatter about an object's mean cross section, dB: an exponential distribution's 5.6
    /// (Swerling 1).
    private static final double LOOK_SIGMA_DB = 5.6;

    /// A radar's cross sections are so well calibrated, dB; all its looks share that.
    private static final double CALIBRATION_DB = 2.5;

    /// Heights above the ellipsoid stand for heights above ground, which differ by so much where nobody
    /// knows, metres.
    private static final double GROUND_SIGMA_M = 300;

    /// Flight is the least independent of the rest: fast things are large.
    private static final double FLIGHT_TEMPER = 0.8;

    /// The first plots of a track may be of several things, and its speed then nobody's: after so many
    /// seconds it counts half.
    private static final double YOUNG_S = 2;

    /// No evidence of one kind rules a sort out: models are wrong somewhere.
    private static final double MOST_AGAINST = 12;

    /// A false Remote ID is a rarity, but comes.
    private static final double SERIAL_WEIGHT = Exact.log(1e-3);

    private static final double ADDRESS_WEIGHT = Exact.log(3e-3);

    /// A radio heard from where the object is may be anybody's; more of them add less and less.
    private static final double HEARD_WEIGHT = Exact.log(0.5);

    private static final double HEARD_MOST = 1.5;

    /// A sensor's word counts as the root of what it says: its looks are seldom independent of ours.
    private static final double CLAIM_TEMPER = 0.5;

    private static final double LEAST_CLAIM = 0.02;

    /// One kind of evidence.
    ///
    /// @param words what was found, as a person reads it
    /// @param weight of each sort by its number: the logarithm of the likelihood, up to a constant
    record Row(String words, double[] weight) {}

    /// Of a track.
    static Evidence of(Track track, Flown flown) {
        Traits traits = track.traits().orElse(Traits.NONE);
        List<Row> rows = new ArrayList<>();
        if (traits.rotors() + traits.noRotors() > 0) {
            rows.add(rotors(traits));
        }
        if (traits.cross().count() > 0) {
            rows.add(cross(traits.cross()));
        }
        if (flown.weight() > 0) {
            rows.add(flight(flown));
        }
        track.identity()
                .serial()
                .ifPresent(serial -> rows.add(drone("It broadcasts Remote ID " + serial, SERIAL_WEIGHT)));
        if (track.identity().address().isPresent()) {
            rows.add(row("It answers as an aircraft", sort -> sort.isManned() ? 0 : ADDRESS_WEIGHT));
        }
        if (traits.heard() > 0) {
            double times = Math.min(HEARD_MOST, traits.heard());
            rows.add(drone("Its radio link is heard", HEARD_WEIGHT * times));
        }
        traits.told().forEach(told -> rows.add(claimed(told)));
        return new Evidence(rows);
    }

    /// The sum of all rows for a sort.
    double of(Sort sort) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.weight[sort.number()];
        }
        return sum;
    }

    private interface Weigher {
        double of(Sort sort);
    }

    private static Row row(String words, Weigher weigher) {
        double[] weight = new double[Sort.ALL.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = weigher.of(Sort.ALL.get(i));
            most = Math.max(most, weight[i]);
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.max(-MOST_AGAINST, weight[i] - most);
        }
        return new Row(words, weight);
    }

    private static Row drone(String words, double otherwise) {
        return row(words, sort -> sort.isSmallDrone() ? 0 : otherwise);
    }

    private static Row rotors(Traits traits) {
        double k = traits.rotors();
        double n = k + traits.noRotors();
        String words =
                "Rotor modulation, or a machine's class, in " + Math.round(k) + " of " + Math.round(n) + " looks";
        return row(
                words,
                sort -> LogGamma.beta(
                                k + sort.rotors().a(), n - k + sort.rotors().b())
                        - LogGamma.beta(sort.rotors().a(), sort.rotors().b()));
    }

    private static Row cross(Traits.CrossSection cross) {
        double noise = LOOK_SIGMA_DB * LOOK_SIGMA_DB / cross.count() + CALIBRATION_DB * CALIBRATION_DB;
        String words = "Radar cross section " + Math.round(cross.meanDbsm()) + " dBsm";
        return row(words, sort -> {
            double variance = sort.echo().spreadDb() * sort.echo().spreadDb() + noise;
            double off = cross.meanDbsm() - sort.echo().meanDbsm();
            return -0.5 * (off * off / variance + Exact.log(variance));
        });
    }

    private static Row flight(Flown flown) {
        String words = "Flies at " + Math.round(flown.speedMps()) + " m/s";
        double temper = FLIGHT_TEMPER * flown.seconds() / (flown.seconds() + YOUNG_S);
        return row(words, sort -> temper * flight(sort, flown));
    }

    private static double flight(Sort sort, Flown flown) {
        double sum = 0;
        for (Sort.Flight way : sort.flights()) {
            double speed = density(
                    flown.speedMps() - way.speedMps(),
                    way.speedSpreadMps() * way.speedSpreadMps() + flown.speedVariance());
            double height = density(
                    flown.heightM() - way.heightM(),
                    way.heightSpreadM() * way.heightSpreadM()
                            + flown.heightVariance()
                            + GROUND_SIGMA_M * GROUND_SIGMA_M);
            sum += way.part() * speed * height;
        }
        return Exact.log(sum + Double.MIN_NORMAL);
    }

    private static double density(double off, double variance) {
        return Exact.exp(-0.5 * off * off / variance) / Math.sqrt(variance);
    }

    private static Row claimed(Traits.Told told) {
        double sure = Math.clamp(told.claim().probability(), LEAST_CLAIM, 1 - LEAST_CLAIM);
        double other = (1 - sure) / (Sort.ALL.size() - 1);
        String words =
                "Sensor " + told.sensor() + " says " + Words.noun(told.claim().kind());
        return row(
                words,
                sort -> CLAIM_TEMPER * Exact.log(sort.kind().isA(told.claim().kind()) ? Math.max(sure, other) : other));
    }
}
