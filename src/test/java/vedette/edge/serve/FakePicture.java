package vedette.edge.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vedette.edge.Emission;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Health;
import vedette.model.HeightLimit;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// An invented picture for tests of the display and for work on it: an engine's outputs without an engine.
///
/// Everything follows from the number of the second, so that two runs look alike.
final class FakePicture {
    static final LatLon MIDDLE = LatLon.ofDegrees(56.95, 24.1);
    static final Moment BEGIN = LeapSeconds.standard().moment(1_792_000_000L * 1_000_000_000L);
    static final SensorId RADAR = new SensorId("radar-north");
    static final SensorId RECEIVER = new SensorId("receiver-1");
    static final ZoneId PLANT = new ZoneId("plant");
    static final TrackId INTRUDER = new TrackId(1);

    private static final ObjectKind[] KINDS = {
        ObjectKind.AEROPLANE,
        ObjectKind.AEROPLANE,
        ObjectKind.AEROPLANE,
        ObjectKind.HELICOPTER,
        ObjectKind.DRONE,
        ObjectKind.BIRD,
        ObjectKind.UNKNOWN
    };
    private static final Affiliation[] AFFILIATIONS = {
        Affiliation.NEUTRAL, Affiliation.NEUTRAL, Affiliation.FRIEND, Affiliation.UNKNOWN, Affiliation.PENDING
    };

    private final Domain domain;
    private final int crowd;
    private long seq;

    FakePicture(Domain domain, int crowd) {
        this.domain = domain;
        this.crowd = crowd;
    }

    static List<Zone> zones() {
        Area field = new Area.Polygon(
                List.of(
                        LatLon.ofDegrees(56.88, 23.86),
                        LatLon.ofDegrees(56.88, 24.06),
                        LatLon.ofDegrees(56.96, 24.06),
                        LatLon.ofDegrees(56.96, 23.86)),
                List.of());
        return List.of(
                zone("airport", "Airport", field, 600),
                zone("plant", "Power plant", new Area.Circle(LatLon.ofDegrees(56.86, 24.3), 3_500), 1_000));
    }

    private static Zone zone(String id, String title, Area area, double ceilingM) {
        return new Zone(
                new ZoneId(id),
                title,
                area,
                Optional.empty(),
                Optional.of(new HeightLimit(ceilingM, HeightLimit.Datum.AMSL)),
                List.of(),
                List.of(),
                List.of(),
                60);
    }

    static List<SensorSite> sites() {
        return List.of(
                site(RADAR, SensorSite.Kind.ROTATING, MIDDLE, 110_000),
                site(RECEIVER, SensorSite.Kind.REPORTS, LatLon.ofDegrees(56.8, 24.6), 200_000));
    }

    private static SensorSite site(SensorId id, SensorSite.Kind kind, LatLon place, double rangeM) {
        return new SensorSite(
                id,
                kind,
                place.at(30),
                SymMatrix.diagonal(1, 1, 1),
                SensorSite.Volume.around(rangeM),
                new PlotSigma(50, 0.002, 0, 0),
                new SensorSite.Performance(0.9, 5, 0),
                4);
    }

    /// What is said in a second.
    List<Emission> second(int second) {
        Moment now = BEGIN.plusS(second);
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            if ((second + i) % 4 == 0) {
                outputs.add(new Output.TrackChanged(crowdTrack(i + 2, second, now)));
            }
        }
        outputs.add(intruderAt(second));
        outputs.addAll(health(second, now));
        outputs.add(new Output.Heartbeat(now, seq + outputs.size(), crowd + 1, 0));
        return emitted(now, outputs);
    }

    /// The drone that circles the plant.
    Output.TrackChanged intruderAt(int second) {
        return new Output.TrackChanged(intruder(second, BEGIN.plusS(second)));
    }

    /// The drone approaches the plant and is warned of.
    List<Emission> warning(int second, int revision, Warning.Stage stage) {
        Moment now = BEGIN.plusS(second);
        Warning warning = warningOf(now, revision, stage);
        Assessment.Relation relation = stage.ended() ? Assessment.Relation.CLEAR : Assessment.Relation.APPROACHING;
        Output said = switch (stage) {
            case DRAFTED -> new Output.WarningDrafted(warning);
            case PREALERT, ISSUED -> new Output.WarningReleased(warning);
            case UPDATED -> new Output.WarningRevised(warning);
            case ALL_CLEAR, CANCELLED, EXPIRED -> new Output.WarningEnded(warning);
        };
        return emitted(
                now,
                List.of(
                        new Output.Assessed(
                                now,
                                new Assessment.Intrusion(
                                        INTRUDER,
                                        PLANT,
                                        relation,
                                        Optional.of(new Assessment.Entry(now.plusS(45), 4)),
                                        0.93,
                                        1500,
                                        true,
                                        "Its track crosses the border of the zone below its ceiling.")),
                        said));
    }

    List<Emission> emitted(Moment at, List<Output> outputs) {
        List<Emission> emissions = new ArrayList<>();
        for (Output output : outputs) {
            emissions.add(new Emission(at, ++seq, 0, output));
        }
        return emissions;
    }

    Warning warningOf(Moment now, int revision, Warning.Stage stage) {
        return new Warning(
                new WarningId("intrusion-1"),
                revision,
                now,
                domain,
                stage,
                Warning.Kind.INTRUSION,
                new Warning.Gravity(
                        Warning.Severity.SEVERE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.PROBABLE),
                List.of(INTRUDER),
                List.of(PLANT),
                List.of(),
                new Warning.Validity(now.plusS(45), now.plusS(53), now.plusS(600)),
                List.of(RADAR),
                new Warning.Words(
                        stage.ended() ? "Power plant: drone has left" : "Power plant: drone will enter",
                        "A drone, 90 m above sea, flies at 18 m/s towards the zone and enters it in about 45 seconds.",
                        stage.ended() ? "" : "Stop work in the open."),
                Releasability.OPEN);
    }

    private static Track intruder(int second, Moment now) {
        double angle = second * 0.012;
        double lat = 56.86 + 0.06 * Math.cos(angle);
        double lon = 24.3 + 0.11 * Math.sin(angle);
        return new Track(
                INTRUDER,
                Track.Stage.CONFIRMED,
                moving(now, LatLon.ofDegrees(lat, lon), Math.PI / 2 + angle, 18, 35),
                new Altitude.Amsl(90 + 5 * Math.sin(angle * 3), 10),
                Identity.NONE,
                new Kinds(List.of(new Kinds.Chance(ObjectKind.DRONE, 0.86), new Kinds.Chance(ObjectKind.BIRD, 0.14))),
                Affiliation.SUSPECT,
                0.998,
                List.of(RADAR),
                OptionalInt.of(117),
                BEGIN,
                now,
                Releasability.OPEN);
    }

    private static Track crowdTrack(int id, int second, Moment now) {
        ObjectKind kind = KINDS[id % KINDS.length];
        double spread = 0.12 + 0.75 * ((id * 37) % 101) / 101.0;
        double turn = id * 2.39996;
        double speedMps = speed(kind, id);
        double course = (id * 0.7) % (2 * Math.PI);
        double along = speedMps * (second % 1200 - 300);
        double lat = 56.95 + spread * Math.cos(turn) + along * Math.cos(course) / 111_000;
        double lon = 24.1 + 1.8 * spread * Math.sin(turn) + along * Math.sin(course) / 61_000;
        boolean coasting = id % 17 == 5;
        return new Track(
                new TrackId(id),
                coasting ? Track.Stage.COASTING : Track.Stage.CONFIRMED,
                moving(now, LatLon.ofDegrees(lat, lon), course, speedMps, coasting ? 600 : 25 + id % 7 * 30),
                height(kind, id, second),
                identity(kind, id),
                Kinds.certain(kind),
                kind == ObjectKind.BIRD ? Affiliation.NEUTRAL : AFFILIATIONS[id % AFFILIATIONS.length],
                0.95,
                List.of(id % 3 == 0 ? RECEIVER : RADAR),
                OptionalInt.of(id % 4096),
                BEGIN,
                coasting ? now.plusS(-14 - id % 9) : now.plusS(-(id % 4)),
                Releasability.OPEN);
    }

    private static double speed(ObjectKind kind, int id) {
        return switch (kind) {
            case AEROPLANE -> 120 + id % 110;
            case HELICOPTER -> 45;
            case DRONE, MULTIROTOR, FIXED_WING_DRONE -> 14;
            case BIRD -> 9;
            case UNKNOWN -> 60;
            case ONE_WAY_ATTACK_DRONE, CRUISE_MISSILE, BALLISTIC, SPACE_OBJECT -> 100;
        };
    }

    private static Altitude height(ObjectKind kind, int id, int second) {
        return switch (kind) {
            case AEROPLANE -> new Altitude.Pressure(3_000 + (id * 613) % 9_000 + second * (id % 3 - 1) * 4, 8);
            case HELICOPTER -> new Altitude.Pressure(350, 8);
            case DRONE, MULTIROTOR, FIXED_WING_DRONE, BIRD -> new Altitude.Amsl(60 + id % 80, 10);
            case UNKNOWN -> Altitude.UNKNOWN;
            case ONE_WAY_ATTACK_DRONE, CRUISE_MISSILE, BALLISTIC, SPACE_OBJECT -> Altitude.UNKNOWN;
        };
    }

    private static Identity identity(ObjectKind kind, int id) {
        return switch (kind) {
            case AEROPLANE ->
                new Identity(
                        OptionalInt.of(0x500000 + id * 7919 % 0xfffff),
                        OptionalInt.of(id == 9 ? 07700 : id * 31 % 4096 % 07400),
                        id % 5 == 0 ? Optional.empty() : Optional.of("VDT" + (100 + id * 13 % 900)),
                        id == 9 ? Emergency.GENERAL : Emergency.NONE);
            case HELICOPTER -> Identity.ofModeA(01200 + id % 60);
            case DRONE,
                    MULTIROTOR,
                    FIXED_WING_DRONE,
                    BIRD,
                    UNKNOWN,
                    ONE_WAY_ATTACK_DRONE,
                    CRUISE_MISSILE,
                    BALLISTIC,
                    SPACE_OBJECT -> Identity.NONE;
        };
    }

    private static Kinematics moving(Moment at, LatLon place, double courseRad, double speedMps, double sigmaM) {
        Enu velocity = new Enu(speedMps * Math.sin(courseRad), speedMps * Math.cos(courseRad), 0);
        double major = sigmaM * sigmaM * 2.5;
        double[] packed = new double[21];
        packed[0] = major;
        packed[1] = major * 0.5;
        packed[2] = sigmaM * sigmaM;
        packed[5] = 400;
        packed[9] = 4;
        packed[14] = 4;
        packed[20] = 1;
        Geodetic position = place.at(100);
        return new Kinematics(at, position, velocity, new SymMatrix(6, packed));
    }

    private static List<Output> health(int second, Moment now) {
        Health radar = new Health(RADAR, Health.State.OK, BEGIN, now, 1_000L + 90L * second, 3, 1, "As it should be.");
        Health receiver = second % 90 < 60
                ? new Health(RECEIVER, Health.State.OK, BEGIN, now, 5_000L + 700L * second, 12, 0, "As it should be.")
                : new Health(
                        RECEIVER,
                        Health.State.SILENT,
                        BEGIN,
                        BEGIN.plusS(second - second % 90 + 60),
                        47_000,
                        12,
                        0,
                        "Nothing came for three of its periods.");
        return List.of(new Output.SensorHealth(radar), new Output.SensorHealth(receiver));
    }
}
