package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.core.assess.Assess;
import vedette.core.assess.AssessState;
import vedette.core.assess.AssessStep;
import vedette.core.release.Release;
import vedette.core.release.ReleaseState;
import vedette.core.release.ReleaseStep;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.HeightLimit;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// A small world around Riga: assess and warn in a row, tracks put in by hand, time in tenths of a second.
public final class WarningWorld {
    public static final LatLon RIGA = LatLon.ofDegrees(56.95, 24.11);
    public static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final double TICK_S = 0.1;

    private final Domain domain;
    private final LocalFrame frame = LocalFrame.at(RIGA.at(0));
    private AssessState assess = AssessState.empty();
    private ReleaseState release = ReleaseState.empty();
    private WarnState warn = WarnState.empty();
    private LongMap<Track> tracks = LongMap.empty();
    private Moment now = START;
    private long seq;
    private final List<Output> said = new ArrayList<>();

    public WarningWorld(Domain domain) {
        this.domain = domain;
    }

    /// A circle around Riga without limits of height, warned of a minute ahead.
    public static Zone circle(double radiusM) {
        return new Zone(
                new ZoneId("PORT"),
                "Riga port",
                new Area.Circle(RIGA, radiusM),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(Affiliation.FRIEND),
                60);
    }

    public static Zone withCeiling(Zone zone, HeightLimit ceiling) {
        return new Zone(
                zone.id(),
                zone.title(),
                zone.area(),
                zone.floor(),
                Optional.of(ceiling),
                zone.active(),
                zone.appliesTo(),
                zone.exceptAffiliations(),
                zone.warnAheadS());
    }

    public Event.Stamp stamp() {
        return new Event.Stamp(++seq, now, domain);
    }

    public Moment now() {
        return now;
    }

    public WarningWorld protects(Zone... zones) {
        return happens(new Event.Configured(stamp(), new Configuration.Zones(List.of(zones))), List.of());
    }

    /// One event through assess and warn.
    public WarningWorld happens(Event event, List<Output> trackChanges) {
        AssessStep assessed = Assess.step(assess, event, trackChanges, tracks);
        assess = assessed.state();
        List<Output> before = new ArrayList<>(trackChanges);
        before.addAll(assessed.outputs());
        WarnStep warned = Warn.step(warn, event, before, tracks);
        warn = warned.state();
        said.addAll(assessed.outputs());
        ReleaseStep released = Release.step(release, event, warned.outputs());
        release = released.state();
        said.addAll(released.outputs());
        return this;
    }

    /// Time passes.
    public WarningWorld passes(double seconds) {
        long ticks = Math.round(seconds / TICK_S);
        for (long i = 0; i < ticks; i++) {
            now = now.plusS(TICK_S);
            happens(new Event.Tick(stamp()), List.of());
        }
        return this;
    }

    /// A track has news.
    public WarningWorld sees(Track track) {
        tracks = tracks.with(track.id().number(), track);
        return happens(new Event.Tick(stamp()), List.of(new Output.TrackChanged(track)));
    }

    public WarningWorld loses(long number, String why) {
        Track last = tracks.get(number);
        tracks = tracks.without(number);
        return happens(new Event.Tick(stamp()), List.of(new Output.TrackEnded(last, why)));
    }

    public WarningWorld losesAll(String why) {
        for (long number : tracks.keys()) {
            loses(number, why);
        }
        return this;
    }

    public boolean has(long number) {
        return tracks.contains(number);
    }

    public WarningWorld orders(Order order) {
        return happens(new Event.Ordered(stamp(), new Operator("Anna", Operator.Role.OPERATOR), order), List.of());
    }

    /// Flies a track straight, seen once a second, until a time.
    public WarningWorld flies(Flown flown, double untilS) {
        while (now.secondsSince(START) < untilS) {
            sees(flown.at(now, frame));
            passes(1);
        }
        return this;
    }

    public void hears(Measurement measurement) {
        happens(new Event.Observed(stamp(), measurement), List.of());
    }

    public void hearsPlotOf(String radar) {
        hears(new Measurement.RadarPlot(
                Provenance.open(new SensorId(radar), now),
                Measurement.Polar.flat(1000, 0),
                new PlotSigma(10, 0.001, 0, 0),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty()));
    }

    public void hearsReportOf(String receiver) {
        hears(new Measurement.PositionReport(
                Provenance.open(new SensorId(receiver), now),
                RIGA,
                OptionalDouble.empty(),
                Altitude.UNKNOWN,
                Optional.empty(),
                Identity.NONE,
                false));
    }

    /// Something that flies straight past Riga.
    ///
    /// @param number its track number
    /// @param eastM where it is at the start, metres east of Riga
    /// @param northM metres north of Riga
    /// @param eastMps its speed eastward
    /// @param northMps its speed northward
    /// @param kinds what it may be
    /// @param altitude how high
    /// @param sources who sees it
    /// @param emergency what it declares
    /// @param affiliation its standard identity
    public record Flown(
            long number,
            double eastM,
            double northM,
            double eastMps,
            double northMps,
            Kinds kinds,
            Altitude altitude,
            List<SensorId> sources,
            Emergency emergency,
            Affiliation affiliation) {
        public static Flown from(double eastM, double eastMps) {
            return new Flown(
                    7,
                    eastM,
                    0,
                    eastMps,
                    0,
                    Kinds.UNKNOWN,
                    Altitude.UNKNOWN,
                    List.of(new SensorId("radar")),
                    Emergency.NONE,
                    Affiliation.UNKNOWN);
        }

        public Flown of(Kinds changed) {
            return new Flown(
                    number, eastM, northM, eastMps, northMps, changed, altitude, sources, emergency, affiliation);
        }

        public Flown at(Altitude changed) {
            return new Flown(number, eastM, northM, eastMps, northMps, kinds, changed, sources, emergency, affiliation);
        }

        public Flown seenBy(String... names) {
            List<SensorId> ids =
                    java.util.Arrays.stream(names).map(SensorId::new).toList();
            return new Flown(number, eastM, northM, eastMps, northMps, kinds, altitude, ids, emergency, affiliation);
        }

        public Flown declaring(Emergency changed) {
            return new Flown(number, eastM, northM, eastMps, northMps, kinds, altitude, sources, changed, affiliation);
        }

        public Flown as(Affiliation changed) {
            return new Flown(number, eastM, northM, eastMps, northMps, kinds, altitude, sources, emergency, changed);
        }

        public Track at(Moment now, LocalFrame frame) {
            double t = now.secondsSince(START);
            Enu place = new Enu(eastM + eastMps * t, northM + northMps * t, 0);
            var geodetic = frame.ecef(place).geodetic().latLon().at(0);
            return new Track(
                    new TrackId(number),
                    Track.Stage.CONFIRMED,
                    new Kinematics(
                            now, geodetic, new Enu(eastMps, northMps, 0), SymMatrix.diagonal(100, 100, 1e6, 1, 1, 1e4)),
                    altitude,
                    new Identity(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), emergency),
                    kinds,
                    affiliation,
                    0.99,
                    sources,
                    OptionalInt.empty(),
                    START,
                    now,
                    Releasability.OPEN);
        }
    }

    public AssessState assessState() {
        return assess;
    }

    public WarnState warnState() {
        return warn;
    }

    public List<Output> said() {
        return said;
    }

    /// A track is carried on without measurements.
    public WarningWorld coasts(long number) {
        Track last = java.util.Objects.requireNonNull(tracks.get(number));
        return sees(new Track(
                last.id(),
                Track.Stage.COASTING,
                last.kinematics(),
                last.altitude(),
                last.identity(),
                last.kinds(),
                last.affiliation(),
                last.existence(),
                last.sources(),
                last.reportedNumber(),
                last.startedAt(),
                last.lastPlotAt(),
                last.releasability()));
    }

    /// Every revision of every warning so far, in order.
    public List<Warning> warnings() {
        List<Warning> found = new ArrayList<>();
        for (Output output : said) {
            switch (output) {
                case Output.WarningDrafted(Warning w) -> found.add(w);
                case Output.WarningReleased(Warning w) -> found.add(w);
                case Output.WarningRevised(Warning w) -> found.add(w);
                case Output.WarningEnded(Warning w) -> found.add(w);
                default -> {}
            }
        }
        return found;
    }

    public List<Warning.Stage> stages() {
        return warnings().stream().map(Warning::stage).toList();
    }
}
