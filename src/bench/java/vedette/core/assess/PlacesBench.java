package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vedette.core.warn.Warn;
import vedette.core.warn.WarnState;
import vedette.core.warn.WarnStep;
import vedette.math.Draws;
import vedette.math.LongMap;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.SensorId;
import vedette.model.Warning;

/// One revision of an object against 10,000 places, through assess and warn, until nothing is left to do: the
/// impact has eight parts. `WIDE` reaches all places, `MIDDLE` a third, `NARROW` a dozen; circles of 5 km or
/// polygons of 20 corners. The score is CPU time of a revision, all its steps together.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlacesBench {
    private static final int PLACES = 10_000;
    private static final int PARTS = 8;
    private static final int CORNERS = 20;
    private static final double BOX_DEG = 10;
    private static final LongMap<vedette.model.Track> NO_TRACKS = LongMap.empty();

    @Param({"WIDE", "MIDDLE", "NARROW"})
    private String area = "WIDE";

    @Param({"CIRCLE", "POLYGON"})
    private String shape = "CIRCLE";

    private AssessState assess = AssessState.empty();
    private WarnState warn = WarnState.empty();
    private long seq;
    private int revision;
    private Moment now = new Moment(1_800_000_000_000_000_000L);

    /// The places.
    @Setup
    public void places() {
        Draws draws = Draws.of(7, 1, "places");
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            LatLon middle = LatLon.ofDegrees(30 + BOX_DEG * draws.uniform(), 20 + BOX_DEG * draws.uniform());
            Area ground = shape.equals("CIRCLE") ? new Area.Circle(middle, 5_000) : ring(middle);
            places.add(new Place("P" + i, "Place " + i, ground, 1_000, 120, 0.001, 5));
        }
        step(new Event.Configured(stamp(), new Configuration.Places(places)), List.of());
        for (int i = 0; i < 20; i++) {
            revision();
        }
    }

    private static Area ring(LatLon middle) {
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring.add(LatLon.ofDegrees(
                    middle.latDeg() + 0.045 * Math.sin(angle), middle.lonDeg() + 0.055 * Math.cos(angle)));
        }
        return new Area.Polygon(ring, List.of());
    }

    private Event.Stamp stamp() {
        now = now.plusS(0.01);
        return new Event.Stamp(++seq, now, Domain.EXERCISE);
    }

    private int step(Event event, List<Output> said) {
        AssessStep assessed = Assess.step(assess, event, said, NO_TRACKS);
        assess = assessed.state();
        List<Output> all = new ArrayList<>(said);
        all.addAll(assessed.outputs());
        WarnStep warned = Warn.step(warn, event, all, NO_TRACKS);
        warn = warned.state();
        return assessed.outputs().size() + warned.outputs().size();
    }

    /// One revision, worked off.
    @Benchmark
    public int revision() {
        Event.Tick tick = new Event.Tick(stamp());
        int said = step(tick, List.of(new Output.Assessed(now, new Assessment.Flying(missile()))));
        while (!assess.falls().pending().isEmpty() || assess.falls().unsaid()) {
            said += step(new Event.Tick(stamp()), List.of());
        }
        return said;
    }

    private Missile missile() {
        double sigmaM = switch (area) {
            case "WIDE" -> 200_000;
            case "MIDDLE" -> 40_000;
            default -> 3_000;
        };
        revision++;
        List<Impact.Part> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new Impact.Part(1.0 / PARTS, spot(sigmaM, (i - PARTS / 2) * 0.3 + 0.05 * (revision % 3))));
        }
        Impact.Spot whole = spot(sigmaM, 0);
        Impact impact = new Impact(
                parts,
                whole,
                List.of(new Impact.Contour(0.95, new Area.Circle(whole.centre(), 2.45 * sigmaM))),
                whole.at().plusS(-60),
                whole.at().plusS(60));
        return new Missile(
                1,
                revision,
                Missile.Phase.COAST,
                Missile.Verdict.ATTACK,
                List.of(),
                Warning.Confidence.CONFIRMED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(impact),
                List.of(new Missile.Support(new SensorId("R"), revision, false)),
                "bench");
    }

    private Impact.Spot spot(double sigmaM, double offset) {
        LatLon centre = LatLon.ofDegrees(35 + offset * sigmaM / 111_200, 25);
        return new Impact.Spot(
                centre, sigmaM * sigmaM, 0.5 * sigmaM * sigmaM, 0.3 * sigmaM * sigmaM, now.plusS(600), 20);
    }
}
