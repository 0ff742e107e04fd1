package vedette.format.lines;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.format.lines.LineFields.BadField;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.KindClaim;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Signature;
import vedette.model.Signature.Rotors;

/// What cheap sensors near the ground say: one JSON object a line, as `measurements.jsonl` has them.
///
/// Every line has `sensor`, `kind` and `time` (when it was so), and may have `received` (when it came), and
/// `position` ([latitude, longitude, height] of the sensor). Kinds:
/// - `plot`: `rangeM`, `azimuthDeg`, perhaps `elevationDeg`, `radialSpeed` (m/s, growing range positive), `rcsDbsm`,
///   `rotorModulation`, `class` with `classConfidence`; `sigma` {`rangeM`, `azimuthDeg`, `elevationDeg`, `radialSpeed`}
/// - `bearing`: `azimuthDeg`, perhaps `elevationDeg`, `sigma` {`azimuthDeg`, `elevationDeg`}, `emitter` (what
///   it tells of who sends), `class` with `classConfidence`; it needs its `position`
/// - `remoteid`: `uasId`, `latitude`, `longitude`, perhaps `heightM` (above ground), `speed` and `track`, `sigmaM`
/// - `sight`: an infrared satellite's look: `from` ([x, y, z] of the satellite, metres, Earth-fixed), `along` ([x, y,
/// z],
///   of length 1), `sigmaRad`
/// - `acoustic` or `presence`: `latitude`, `longitude` (the node's), perhaps `bearingDeg`, `confidence`
/// - `status`: `state` (operational, degraded, failed), perhaps `words`
///
/// Nothing is thrown: a line that cannot be is [Refused] with the member at fault.
public final class SensedLines {
    /// Longer lines are refused; the longest real ones have 400 characters.
    public static final int LONGEST = 16_384;

    private static final double FARTHEST_M = 6e6;
    private static final double FASTEST_MPS = 15_000;

    /// Cross sections between an insect's and a ship's, dBsm.
    private static final double SMALLEST_DBSM = -120;

    private static final double LARGEST_DBSM = 90;

    /// Where a Remote ID line does not say how good its position is: a usual receiver's, metres. ASTM F3411-22a's
    /// accuracy code 10 (better than 10 m at 95 %) is 4.1 m on each axis; delays and rounding come on top.
    private static final double REMOTE_ID_SIGMA_M = 5;

    private static final double REMOTE_ID_HEIGHT_SIGMA_M = 10;

    /// F3411 tells speed in steps of 0.25 m/s, with an accuracy code of 1 to 10 m/s.
    private static final double REMOTE_ID_SPEED_SIGMA_MPS = 1;

    /// Twice the height of the geostationary orbit, metres.
    private static final double FARTHEST_ORBIT_M = 1e8;

    /// How far a direction written with five digits may be from length 1.
    private static final double SLACK = 1e-4;

    private static final double LARGEST_SIGMA_RAD = 0.099;

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_WORDS = 200;

    private SensedLines() {}

    /// What a line holds.
    public sealed interface Line {}

    /// A measurement.
    ///
    /// @param received when it came, where the line says so
    /// @param place where its sensor stands, where the line says so
    /// @param measurement what was sensed
    public record Sensed(Optional<Moment> received, Optional<Geodetic> place, Measurement measurement)
            implements Line {}

    /// A line that is none.
    ///
    /// @param field the member at fault, or nothing
    /// @param reason what is wrong, short
    public record Refused(String field, String reason) implements Line {}

    /// Reads a line.
    ///
    /// @param line without its end
    /// @param times how moments stand in it
    public static Line read(String line, TimeForm times) {
        if (line.length() > LONGEST) {
            return new Refused("", "longer than " + LONGEST + " characters");
        }
        return switch (JsonText.read(line)) {
            case JsonText.NotJson(String reason, int _) -> new Refused("", "not JSON: " + reason);
            case JsonText.Read(Json value) -> parsed(new LineFields(value, times));
        };
    }

    private static Line parsed(LineFields fields) {
        try {
            return new Sensed(fields.maybeMoment("received"), fields.place(), measurement(fields));
        } catch (BadField fault) {
            return new Refused(fault.field, fault.reason);
        } catch (IllegalArgumentException fault) {
            return new Refused("", String.valueOf(fault.getMessage()));
        }
    }

    private static Measurement measurement(LineFields fields) {
        Provenance provenance = Provenance.open(fields.sensor(), fields.moment("time"));
        String kind = fields.text("kind");
        return switch (kind) {
            case "plot" -> plot(provenance, fields);
            case "bearing" -> bearing(provenance, fields);
            case "remoteid" -> remoteId(provenance, fields);
            case "sight" -> sight(provenance, fields);
            case "acoustic", "presence" -> presence(provenance, fields);
            case "status" -> status(provenance, fields);
            default -> throw fields.bad("kind", "none of plot, bearing, remoteid, sight, acoustic, presence, status");
        };
    }

    private static Measurement plot(Provenance provenance, LineFields fields) {
        OptionalDouble elevation = fields.maybe("elevationDeg", -90, 90);
        OptionalDouble rate = fields.maybe("radialSpeed", -FASTEST_MPS, FASTEST_MPS);
        return new Measurement.RadarPlot(
                provenance,
                new Measurement.Polar(
                        fields.number("rangeM", 0, FARTHEST_M), fields.turn("azimuthDeg"), radians(elevation), rate),
                new PlotSigma(
                        fields.number("sigma.rangeM", 1e-3, FARTHEST_M),
                        fields.radians("sigma.azimuthDeg", 1e-4, 90),
                        elevation.isPresent() ? fields.radians("sigma.elevationDeg", 1e-4, 90) : 0,
                        rate.isPresent() ? fields.number("sigma.radialSpeed", 1e-3, FASTEST_MPS) : 0),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty(),
                signature(fields));
    }

    private static Optional<Signature> signature(LineFields fields) {
        OptionalDouble rcs = fields.maybe("rcsDbsm", SMALLEST_DBSM, LARGEST_DBSM);
        Rotors rotors = fields.maybeTruth("rotorModulation")
                .map(seen -> seen ? Rotors.PRESENT : Rotors.ABSENT)
                .orElse(Rotors.UNTOLD);
        Optional<KindClaim> claim = claim(fields);
        return rcs.isEmpty() && rotors == Rotors.UNTOLD && claim.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signature(rcs, rotors, claim));
    }

    private static Optional<KindClaim> claim(LineFields fields) {
        double confidence = fields.maybe("classConfidence", 0, 1).orElse(0.5);
        return fields.maybeOneOf("class", ObjectKind.class).map(kind -> new KindClaim(kind, confidence));
    }

    private static Measurement bearing(Provenance provenance, LineFields fields) {
        Geodetic from = fields.place().orElseThrow(() -> fields.bad("position", "missing"));
        OptionalDouble elevation = fields.maybe("elevationDeg", -90, 90);
        double elevationSigma = elevation.isPresent() ? fields.radians("sigma.elevationDeg", 1e-4, 90) : Math.PI;
        return new Measurement.Bearing(
                provenance,
                from,
                new Measurement.Direction(
                        fields.turn("azimuthDeg"),
                        fields.radians("sigma.azimuthDeg", 1e-4, 180),
                        radians(elevation),
                        elevationSigma),
                fields.maybeText("emitter", LONGEST_NAME)
                        .map(Identity::ofSerial)
                        .orElse(Identity.NONE),
                claim(fields));
    }

    private static Measurement remoteId(Provenance provenance, LineFields fields) {
        LatLon place = LatLon.ofDegrees(fields.number("latitude", -90, 90), fields.number("longitude", -180, 180));
        OptionalDouble height = fields.maybe("heightM", -1000, 100_000);
        return new Measurement.PositionReport(
                provenance,
                place,
                OptionalDouble.of(fields.maybe("sigmaM", 1e-2, 100_000).orElse(REMOTE_ID_SIGMA_M)),
                height.isPresent()
                        ? new Altitude.Agl(height.getAsDouble(), REMOTE_ID_HEIGHT_SIGMA_M)
                        : Altitude.UNKNOWN,
                velocity(fields),
                fields.maybeText("uasId", LONGEST_NAME).map(Identity::ofSerial).orElse(Identity.NONE),
                false);
    }

    private static Optional<Measurement.Velocity> velocity(LineFields fields) {
        OptionalDouble speed = fields.maybe("speed", 0, FASTEST_MPS);
        if (speed.isEmpty() || fields.maybe("track", -360, 360).isEmpty()) {
            return Optional.empty();
        }
        double course = fields.turn("track");
        Enu enu = new Enu(speed.getAsDouble() * Exact.sin(course), speed.getAsDouble() * Exact.cos(course), 0);
        return Optional.of(new Measurement.Velocity(enu, OptionalDouble.of(REMOTE_ID_SPEED_SIGMA_MPS), false));
    }

    private static Measurement sight(Provenance provenance, LineFields fields) {
        double[] from = fields.triple("from", FARTHEST_ORBIT_M);
        double[] along = fields.triple("along", 1 + SLACK);
        double length = Math.sqrt(along[0] * along[0] + along[1] * along[1] + along[2] * along[2]);
        if (Math.abs(length - 1) > SLACK) {
            throw fields.bad("along", "not of length 1");
        }
        return new Measurement.Sight(
                provenance,
                new Ecef(from[0], from[1], from[2]),
                new Vec3(along[0] / length, along[1] / length, along[2] / length),
                fields.number("sigmaRad", 1e-9, LARGEST_SIGMA_RAD));
    }

    private static Measurement presence(Provenance provenance, LineFields fields) {
        OptionalDouble bearing = fields.maybe("bearingDeg", -360, 360);
        return new Measurement.Presence(
                provenance,
                LatLon.ofDegrees(fields.number("latitude", -90, 90), fields.number("longitude", -180, 180)),
                radians(bearing),
                fields.maybe("confidence", 0, 1).orElse(0.5));
    }

    private static Measurement status(Provenance provenance, LineFields fields) {
        SensorId about = provenance.sensor();
        return new Measurement.StatusReport(
                provenance,
                about,
                fields.maybeOneOf("state", Measurement.Condition.class)
                        .orElseThrow(() -> fields.bad("state", "missing")),
                fields.maybeText("words", LONGEST_WORDS).orElse(""));
    }

    private static OptionalDouble radians(OptionalDouble degrees) {
        return degrees.isPresent() ? OptionalDouble.of(Math.toRadians(degrees.getAsDouble())) : degrees;
    }
}
