package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// Updates of tracks through assess and warn: 20,000 tracks over 6° × 10°, zones of 36 corners and 5 km, two minutes'
/// notice. The score is updates a second.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssessBench {
    private static final int TRACKS = 20_000;
    private static final int SECOND_TRACKS = 5_000;
    private static final int CORNERS = 36;
    private static final long START_NS = 1_800_000_000_000_000_000L;
    private static final long STEP_NS = 200_000L;

    private final List<Track> tracks = tracks();
    private LongMap<Track> picture = picture(tracks);
    private long seq = 1;
    private AssessState assess = AssessState.empty();
    private WarnState warn = WarnState.empty();

    /// How many zones there are.
    @Param({"100", "10000"})
    public int zones;

    /// Tells the zones.
    @Setup
    public void configure() {
        assess = configured(zones);
    }

    private static Event.Stamp stamp(long seq) {
        return new Event.Stamp(seq, new Moment(START_NS + seq * STEP_NS), Domain.TEST);
    }

    private static AssessState configured(int count) {
        Draws draws = Draws.of(1, 0, "zones");
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(zone(i, draws.uniform(50, 56), draws.uniform(10, 20)));
        }
        Event event = new Event.Configured(stamp(1), new Configuration.Zones(zones));
        return Assess.step(AssessState.empty(), event, List.of(), LongMap.empty())
                .state();
    }

    private static Zone zone(int number, double latDeg, double lonDeg) {
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring.add(LatLon.ofDegrees(latDeg + 0.045 * Math.cos(angle), lonDeg + 0.075 * Math.sin(angle)));
        }
        return new Zone(
                new ZoneId("Z" + number),
                "Z" + number,
                new Area.Polygon(ring, List.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                120);
    }

    private static List<Track> tracks() {
        Draws draws = Draws.of(2, 0, "tracks");
        List<Track> tracks = new ArrayList<>();
        for (int i = 1; i <= TRACKS; i++) {
            Kinematics kinematics = new Kinematics(
                    new Moment(START_NS),
                    LatLon.ofDegrees(draws.uniform(50, 56), draws.uniform(10, 20))
                            .at(0),
                    new Enu(draws.uniform(-60, 60), draws.uniform(-60, 60), 0),
                    SymMatrix.diagonal(400, 400, 1e6, 4, 4, 1e4));
            tracks.add(track(new TrackId(i), kinematics));
        }
        return tracks;
    }

    private static Track track(TrackId id, Kinematics kinematics) {
        return new Track(
                id,
                Track.Stage.CONFIRMED,
                kinematics,
                Altitude.UNKNOWN,
                Identity.NONE,
                Kinds.UNKNOWN,
                Affiliation.UNKNOWN,
                1,
                List.of(new SensorId("radar")),
                OptionalInt.empty(),
                new Moment(START_NS),
                kinematics.at(),
                Releasability.OPEN);
    }

    private static LongMap<Track> picture(List<Track> tracks) {
        LongMap<Track> picture = LongMap.empty();
        for (Track track : tracks) {
            picture = picture.with(track.id().number(), track);
        }
        return picture;
    }

    /// Every track has news once, older and older.
    @Benchmark
    @OperationsPerInvocation(TRACKS)
    public int updates() {
        for (Track track : tracks) {
            take(new Event.Delivered(stamp(++seq), new WarningId("bench"), 1, "bench"), List.of(track));
        }
        return assess.subjects().size();
    }

    /// A second of 5,000 tracks: each has fresh news once, and the clock ticks ten times. Under half a second of work
    /// is the goal for 10,000 zones.
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int second() {
        for (int i = 0; i < SECOND_TRACKS; i++) {
            Event.Stamp stamp = stamp(++seq);
            Track track = moved(tracks.get(i), stamp.arrivedAt());
            take(new Event.Delivered(stamp, new WarningId("bench"), 1, "bench"), List.of(track));
            if (i % (SECOND_TRACKS / 10) == 0) {
                take(new Event.Tick(stamp(++seq)), List.of());
            }
        }
        return assess.subjects().size();
    }

    private static Track moved(Track track, Moment at) {
        Kinematics k = track.kinematics();
        // They fly a minute to and fro, so that they stay where they are.
        double phaseS = at.secondsSince(k.at()) % 120;
        double backS = phaseS < 60 ? phaseS : 120 - phaseS;
        double sign = phaseS < 60 ? 1 : -1;
        LatLon place = k.position().latLon();
        LatLon there = new LatLon(
                place.latRad() + k.velocityMps().north() * backS / 6.37e6,
                place.lonRad() + k.velocityMps().east() * backS / 3.83e6);
        Enu velocity =
                new Enu(sign * k.velocityMps().east(), sign * k.velocityMps().north(), 0);
        return track(track.id(), new Kinematics(at, there.at(0), velocity, k.covariance()));
    }

    private void take(Event event, List<Track> changed) {
        List<Output> said = new ArrayList<>();
        for (Track track : changed) {
            picture = picture.with(track.id().number(), track);
            said.add(new Output.TrackChanged(track));
        }
        AssessStep assessed = Assess.step(assess, event, said, picture);
        assess = assessed.state();
        said.addAll(assessed.outputs());
        WarnStep warned = Warn.step(warn, event, said, picture);
        warn = warned.state();
    }
}
