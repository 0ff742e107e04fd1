package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Kinds;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.SensorId;
import vedette.model.Track;

/// What this node says to another fusion node above it, as frames: that it is one, how it does, what flies.
///
/// A track is a detection whose object keeps its identifier for life. Its sources stand beside it as associated
/// detections under identifiers of our own making, the same for the same sensor, which tell how many saw it and when,
/// and
/// neither who they are nor where they stand. What is not LIVE says so in every message.
public final class Upward {
    /// How often a status is promised, seconds.
    public static final double STATUS_S = 5;

    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final long MS = 1_000_000L;

    private final UUID nodeId;
    private final Domain domain;
    private final Replies replies;

    /// What a node of a domain says.
    ///
    /// @param nodeId its UUID
    /// @param domain whether what it says is real
    public Upward(UUID nodeId, Domain domain) {
        this.nodeId = nodeId;
        this.domain = domain;
        replies = new Replies(nodeId.toString());
    }

    /// Its registration.
    ///
    /// @param name what it is called
    public byte[] registration(String name, Moment at) {
        Replies.To to = to(at);
        Part.Builder node = Replies.body(to, "Registration.NodeDefinition").choice("node_type", "FUSION_NODE");
        Part.Builder capability = Replies.body(to, "Registration.Capability")
                .text("category", "fusion")
                .text("type", "air tracks");
        Part.Builder status =
                Replies.body(to, "Registration.StatusDefinition").set("status_interval", seconds(to, STATUS_S));
        Part.Builder maker = Replies.body(to, "Registration.ConfigurationData")
                .text("manufacturer", "Vedette")
                .text("model", "fusion node");
        Part.Builder registration = Replies.body(to, "Registration")
                .all("node_definition", List.of(node.build()))
                .text("icd_version", Edition.V2.icd())
                .text("name", name)
                .all("capabilities", List.of(capability.build()))
                .set("status_definition", status.build())
                .all("mode_definition", List.of(mode(to)))
                .all("config_data", List.of(maker.build()));
        return message(to, "registration", registration);
    }

    private static Part mode(Replies.To to) {
        Part.Builder units = Replies.body(to, "ENUVelocityUnits")
                .choice("east_north_rate_units", "MS")
                .choice("up_rate_units", "MS");
        Part.Builder velocity = Replies.body(to, "Registration.VelocityType")
                .set("enu_velocity_units", units.build())
                .choice("location_datum", "WGS84_E");
        Part.Builder detection = Replies.body(to, "Registration.DetectionDefinition")
                .set("location_type", degrees(to))
                .set("velocity_type", velocity.build());
        return Replies.body(to, "Registration.ModeDefinition")
                .text("mode_name", "default")
                .choice("mode_type", "PERMANENT")
                .set("settle_time", seconds(to, 1))
                .choice("tracking_type", "TRACK")
                .all("detection_definition", List.of(detection.build()))
                .set("task", noTasks(to))
                .build();
    }

    private static Part degrees(Replies.To to) {
        return Replies.body(to, "Registration.LocationType")
                .choice("location_units", "LAT_LNG_DEG_M")
                .choice("location_datum", "WGS84_E")
                .build();
    }

    private static Part seconds(Replies.To to, double value) {
        return Replies.body(to, "Registration.Duration")
                .choice("units", "SECONDS")
                .real("value", value)
                .build();
    }

    private static Part noTasks(Replies.To to) {
        Value region = choice(to, "Registration.RegionDefinition", "region_type", "AREA_OF_INTEREST");
        return Replies.body(to, "Registration.TaskDefinition")
                .set("concurrent_tasks", new Value.Whole(0))
                .set(
                        "region_definition",
                        Replies.body(to, "Registration.RegionDefinition")
                                .set("region_type", new Value.Listed(List.of(region)))
                                .all("region_area", List.of(degrees(to)))
                                .build())
                .build();
    }

    private static Value choice(Replies.To to, String type, String field, String value) {
        return Part.Builder.choiceOf(Schema.of(to.edition()).message(type).field(field), value);
    }

    /// How it does.
    ///
    /// @param reportId a fresh ULID
    /// @param goodbye whether it is about to leave
    public byte[] status(String reportId, boolean goodbye, Moment at) {
        Replies.To to = to(at);
        return message(
                to,
                "status_report",
                Replies.body(to, "StatusReport")
                        .text("report_id", reportId)
                        .choice("system", goodbye ? "GOODBYE" : "OK")
                        .choice("info", "NEW")
                        .text("mode", "default"));
    }

    /// One track, as it is now.
    ///
    /// @param reportId a fresh ULID
    /// @param lost whether it has ended
    public byte[] track(Track track, String reportId, boolean lost, Moment at) {
        Replies.To to = to(at);
        Part.Builder report = Replies.body(to, "DetectionReport")
                .text("report_id", reportId)
                .text("object_id", objectId(track))
                .set("location", location(to, track))
                .real("detection_confidence", (float) track.existence())
                .all("classification", classes(to, track))
                .all("associated_detection", sources(to, track))
                .set("enu_velocity", velocity(to, track));
        if (lost) {
            report.text("state", "lost");
        }
        track.identity().serial().or(() -> track.identity().callsign()).ifPresent(id -> report.text("id", id));
        return message(to, "detection_report", report);
    }

    /// That a task is not taken.
    public byte[] taskRefused(String taskId, Moment at) {
        Replies.To to = to(at);
        return message(
                to,
                "task_ack",
                Replies.body(to, "TaskAck")
                        .text("task_id", taskId)
                        .choice("task_status", "REJECTED")
                        .all("reason", List.of(new Value.Text("this node takes no tasks"))));
    }

    private String objectId(Track track) {
        return Ids.ulid(
                Math.floorDiv(LEAPS.unixNs(track.startedAt()), MS),
                (int) nodeId.getLeastSignificantBits() & 0xFFFF,
                track.id().number());
    }

    private static Part location(Replies.To to, Track track) {
        SymMatrix spread = track.kinematics().covariance();
        boolean tall = !(track.altitude() instanceof Altitude.Unknown) || spread.get(2, 2) < 1e6;
        Part.Builder location = Replies.body(to, "Location")
                .real("x", track.kinematics().position().latLon().lonDeg())
                .real("y", track.kinematics().position().latLon().latDeg())
                .real("x_error", sigma(spread, 0))
                .real("y_error", sigma(spread, 1))
                .choice("coordinate_system", "LAT_LNG_DEG_M")
                .choice("datum", "WGS84_E");
        if (tall) {
            location.real("z", track.kinematics().position().heightM()).real("z_error", sigma(spread, 2));
        }
        return location.build();
    }

    private static Part velocity(Replies.To to, Track track) {
        SymMatrix spread = track.kinematics().covariance();
        var v = track.kinematics().velocityMps();
        return Replies.body(to, "ENUVelocity")
                .real("east_rate", v.east())
                .real("north_rate", v.north())
                .real("up_rate", v.up())
                .real("east_rate_error", sigma(spread, 3))
                .real("north_rate_error", sigma(spread, 4))
                .real("up_rate_error", sigma(spread, 5))
                .build();
    }

    private static double sigma(SymMatrix spread, int axis) {
        return Math.sqrt(Math.max(0, spread.get(axis, axis)));
    }

    private static List<Part> classes(Replies.To to, Track track) {
        List<Part> classes = new ArrayList<>();
        for (Kinds.Chance chance : track.kinds().chances()) {
            Part.Builder part = Replies.body(to, "DetectionReport.DetectionReportClassification")
                    .text(
                            "type",
                            chance.kind() == ObjectKind.BIRD
                                    ? "Animal"
                                    : chance.kind() == ObjectKind.UNKNOWN ? "Unknown" : "Air Vehicle")
                    .real("confidence", (float) chance.probability());
            subClass(chance.kind())
                    .ifPresent(name -> part.all(
                            "sub_class",
                            List.of(Replies.body(to, "DetectionReport.SubClass")
                                    .text("type", name)
                                    .real("confidence", (float) chance.probability())
                                    .set("level", new Value.Whole(1))
                                    .build())));
            classes.add(part.build());
        }
        return classes;
    }

    private static Optional<String> subClass(ObjectKind kind) {
        return switch (kind) {
            case BIRD -> Optional.of("Bird");
            case MULTIROTOR -> Optional.of("UAV Rotary Wing");
            case FIXED_WING_DRONE, ONE_WAY_ATTACK_DRONE, CRUISE_MISSILE -> Optional.of("UAV Fixed Wing");
            case HELICOPTER -> Optional.of("Manned Rotary Wing");
            case AEROPLANE -> Optional.of("Manned Fixed Wing");
            case DRONE, BALLISTIC, SPACE_OBJECT, UNKNOWN -> Optional.empty();
        };
    }

    private List<Part> sources(Replies.To to, Track track) {
        long unixNs = LEAPS.unixNs(track.lastPlotAt());
        List<Part> sources = new ArrayList<>();
        for (SensorId sensor : track.sources()) {
            String made = nodeId + " " + sensor.name();
            UUID uuid = NodeIds.of(made);
            sources.add(Replies.body(to, "AssociatedDetection")
                    .set("timestamp", new Value.Time(Math.floorDiv(unixNs, 1_000_000_000L), (int)
                            Math.floorMod(unixNs, 1_000_000_000L)))
                    .text("node_id", uuid.toString())
                    .text(
                            "object_id",
                            Ids.ulid(
                                    Math.floorDiv(LEAPS.unixNs(track.startedAt()), MS),
                                    (int) uuid.getLeastSignificantBits() & 0xFFFF,
                                    track.id().number()))
                    .choice("association_type", "CHILD")
                    .build());
        }
        return sources;
    }

    private Replies.To to(Moment at) {
        return new Replies.To("", Edition.V2, at);
    }

    private byte[] message(Replies.To to, String content, Part.Builder body) {
        return replies.message(to, content, body, domain == Domain.LIVE ? "" : domain + ": this is not real");
    }
}
