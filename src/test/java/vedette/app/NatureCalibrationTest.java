package vedette.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Engine;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Kinds;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.score.Reliability;
import vedette.simulate.lowsky.Flyer;
import vedette.simulate.lowsky.Hatchery;
import vedette.simulate.lowsky.SkyRadar;

/// Whether the probabilities of what flies there are what they say: of all objects called something with 70
/// %, seven in ten are that.
class NatureCalibrationTest {
    private static final Geodetic PLACE = new Geodetic(0.85, 0.4, 30);
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final int AT_ONCE = 12;
    private static final int SECONDS = 18;
    private static final double AGE_S = 10;

    /// The objects' own shares, as the classifier takes them where nobody knows the place.
    private static final Map<ObjectKind, Double> USUAL = shares(0.14, 0.05, 0.04, 0.58, 0.04, 0.09, 0.02, 0.04);

    private static final Map<ObjectKind, Double> EVEN = shares(1, 1, 1, 1, 1, 1, 1, 1);

    private static Map<ObjectKind, Double> shares(double... shares) {
        List<ObjectKind> kinds = List.of(
                ObjectKind.MULTIROTOR,
                ObjectKind.FIXED_WING_DRONE,
                ObjectKind.ONE_WAY_ATTACK_DRONE,
                ObjectKind.BIRD,
                ObjectKind.HELICOPTER,
                ObjectKind.AEROPLANE,
                ObjectKind.CRUISE_MISSILE,
                ObjectKind.UNKNOWN);
        Map<ObjectKind, Double> map = new EnumMap<>(ObjectKind.class);
        for (int i = 0; i < shares.length; i++) {
            map.put(kinds.get(i), shares[i]);
        }
        return map;
    }

    /// What an object was, and what it was held to be.
    private record Sample(ObjectKind truth, Kinds said) {
        boolean right() {
            return said.most() == truth;
        }

        double confidence() {
            return said.probability(said.most());
        }

        double brier() {
            double sum = 0;
            for (ObjectKind kind : ObjectKind.values()) {
                double off = said.probability(kind) - (kind == truth ? 1 : 0);
                sum += off * off;
            }
            return sum;
        }
    }

    private record Figures(
            int objects,
            int samples,
            double accuracy,
            double calibrationError,
            double brier,
            double overstatedError,
            double understatedError) {}

    @Test
    void theProbabilitiesAreWhatTheySay() {
        Figures usual = measured("usual shares", USUAL, new SkyRadar.Faults(3, 1, 0), 6, 1400);
        assertTrue(usual.samples >= 1000, usual.toString());
        assertTrue(usual.calibrationError <= 0.05, usual.toString());
        assertTrue(
                usual.brier < 0.25 && usual.overstatedError > 0.05 && usual.understatedError > 0.05, usual.toString());

        Figures even = measured("even shares", EVEN, new SkyRadar.Faults(3, 1, 0), 2, 500);
        Figures deaf = measured("half of the rotors", USUAL, new SkyRadar.Faults(3, 0.5, 0), 3, 500);
        Figures loud = measured("4 dB too large", USUAL, new SkyRadar.Faults(3, 1, 4), 4, 500);
        assertTrue(even.calibrationError < 0.1 && deaf.calibrationError < 0.1 && loud.calibrationError < 0.1);
    }

    private static Figures measured(
            String name, Map<ObjectKind, Double> shares, SkyRadar.Faults faults, long seed, int objects) {
        List<Sample> samples = new ArrayList<>();
        int seen = 0;
        for (int batch = 0; seen < objects; batch++) {
            seen += AT_ONCE;
            samples.addAll(batch(shares, faults, Draws.of(seed, batch, "sky")));
        }
        Reliability said = Reliability.of(samples.stream()
                .map(each -> new Reliability.Said(each.confidence(), each.right(), 1))
                .toList());
        Figures figures = new Figures(
                seen,
                samples.size(),
                samples.stream().filter(Sample::right).count() / (double) samples.size(),
                said.error(),
                samples.stream().mapToDouble(Sample::brier).average().orElse(1),
                said.overstated(5).error(),
                said.overstated(1 / 5.0).error());
        System.out.print(name + ": " + figures + System.lineSeparator() + said.lines());
        report(samples);
        return figures;
    }

    private static void report(List<Sample> samples) {
        for (ObjectKind kind : USUAL.keySet()) {
            List<Sample> of =
                    samples.stream().filter(each -> each.truth == kind).toList();
            Map<ObjectKind, Integer> called = new EnumMap<>(ObjectKind.class);
            of.forEach(each -> called.merge(each.said.most(), 1, Integer::sum));
            System.out.println("   " + kind + " " + of.size() + " called " + called);
        }
    }

    static SensorSite radar(double reachM, double rateSpanMps) {
        return new SensorSite(
                new SensorId("radar"),
                SensorSite.Kind.FRAME,
                PLACE,
                SymMatrix.diagonal(1, 1, 1),
                new SensorSite.Volume(0, reachM, 0, 2 * Math.PI, Math.toRadians(-5), Math.toRadians(89)),
                new PlotSigma(4, Math.toRadians(0.4), Math.toRadians(0.8), 0.4),
                new SensorSite.Performance(0.85, 3, rateSpanMps),
                1);
    }

    private static List<Sample> batch(Map<ObjectKind, Double> shares, SkyRadar.Faults faults, Draws draws) {
        Hatchery hatchery = new Hatchery(draws, 250, 2400);
        List<Flyer> flyers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            flyers.add(hatchery.born(drawn(shares, draws)));
        }
        SensorSite site = radar(14_000, 500);
        SkyRadar radar = new SkyRadar(site, faults, draws);
        Engine engine = Engine.starting(Domain.SIMULATION);
        long seq = 0;
        engine.step(new Event.Configured(stamp(++seq, 0), new Configuration.Sensors(List.of(site))));
        List<Sample> samples = new ArrayList<>();
        TreeSet<String> sampled = new TreeSet<>();
        for (int t = 0; t < SECONDS; t++) {
            for (Measurement each : radar.look(START.plusS(t), flyers)) {
                engine.step(new Event.Observed(stamp(++seq, t + 0.1), each));
            }
            engine.step(new Event.Tick(stamp(++seq, t + 0.5)));
            List<Track> old = old(engine, START.plusS(t));
            for (Flyer flyer : flyers) {
                old.stream()
                        .filter(track -> apartM(track, flyer) < 40 + 0.02 * flyer.groundM())
                        .min(Comparator.comparingDouble(track -> apartM(track, flyer)))
                        .filter(_ -> sampled.add(flyer.id()))
                        .ifPresent(track -> samples.add(new Sample(flyer.kind(), track.kinds())));
                flyer.step(1, draws);
            }
        }
        return samples;
    }

    private static ObjectKind drawn(Map<ObjectKind, Double> shares, Draws draws) {
        double left = draws.uniform()
                * shares.values().stream().mapToDouble(each -> each).sum();
        for (Map.Entry<ObjectKind, Double> each : shares.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        return ObjectKind.BIRD;
    }

    private static List<Track> old(Engine engine, Moment now) {
        List<Track> old = new ArrayList<>();
        engine.picture().tracks().forEachValue(track -> {
            if (track.shown() && now.secondsSince(track.startedAt()) >= AGE_S) {
                old.add(track);
            }
        });
        return old;
    }

    private static double apartM(Track track, Flyer flyer) {
        Enu off = LocalFrame.at(PLACE).enu(track.kinematics().position().ecef());
        return Math.hypot(off.east() - flyer.eastM(), off.north() - flyer.northM());
    }

    private static Event.Stamp stamp(long seq, double second) {
        return new Event.Stamp(seq, START.plusS(second), Domain.SIMULATION);
    }
}
