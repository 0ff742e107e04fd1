package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LeapSeconds;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;

/// What nodes report, as measurements.
///
/// A radar's detection is a plot from where the node stands (its location is taken back into range and angles, so that
/// the tracker weighs it as the radar measured it); a range and bearing without range is a bearing; any other location
/// is a position report. What tells no place is no measurement, and counted by who asked.
public final class Claims {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final long FIRST_S = -9_000_000_000L;
    private static final long LAST_S = 9_000_000_000L;
    private static final long NS = 1_000_000_000L;

    /// Where a radar tells no errors: metres and radians of a small surveillance radar.
    static final PlotSigma USUAL = new PlotSigma(20, Math.toRadians(1), Math.toRadians(1.5), 0);

    private static final double LEAST_ANGLE_RAD = 1e-4;
    private static final double USUAL_BEARING_RAD = Math.toRadians(5);
    private static final int LONGEST_SERIAL = 20;
    private static final double KMH = 1 / 3.6;

    private Claims() {}

    /// The moment of a message.
    ///
    /// @return nothing when it lies before 1685 or after 2255
    public static Optional<Moment> at(Sapient.Taken message) {
        return message.part()
                .time("timestamp")
                .filter(time -> time.unixS() > FIRST_S && time.unixS() < LAST_S)
                .map(time -> LEAPS.moment(time.unixS() * NS + time.nanos()));
    }

    /// What a detection report claims.
    ///
    /// @param message with that content
    /// @param node who sent it
    /// @return nothing when it tells no place that we can use
    public static Optional<Measurement> detection(Sapient.Taken message, NodeFacts node) {
        Part report = message.body();
        return at(message).flatMap(moment -> {
            Provenance provenance = Provenance.open(node.sensor(), moment);
            Optional<Part> location = report.part("location");
            return location.isPresent()
                    ? Where.of(location.get()).flatMap(where -> located(report, where, provenance, node))
                    : report.part("range_bearing").flatMap(bearing -> borne(report, bearing, provenance, node));
        });
    }

    private static Optional<Measurement> located(Part report, Where where, Provenance provenance, NodeFacts node) {
        if (node.isRadar() && node.place().isPresent() && !(where.altitude() instanceof Altitude.Unknown)) {
            return Optional.of(plot(report, where, provenance, node));
        }
        return Optional.of(new Measurement.PositionReport(
                provenance,
                where.place(),
                where.sigmaM(),
                where.altitude(),
                velocity(report, node),
                identity(report),
                false,
                Looks.claim(report)));
    }

    private static Measurement plot(Part report, Where where, Provenance provenance, NodeFacts node) {
        Geodetic from = node.place().orElseThrow();
        Enu offset = LocalFrame.at(from).enu(where.geodetic().ecef());
        double rangeM = Math.max(1e-3, offset.norm());
        double levelM = Math.max(1e-3, offset.horizontal());
        double sigmaM = where.sigmaM().orElse(USUAL.rangeM());
        double heightM = where.heightSigmaM().orElse(sigmaM);
        Measurement.Polar polar =
                Measurement.Polar.solid(rangeM, offset.bearingRad(), Exact.atan2(offset.up(), offset.horizontal()));
        PlotSigma sigma = new PlotSigma(
                sigmaM,
                Math.clamp(sigmaM / levelM, LEAST_ANGLE_RAD, 1),
                Math.clamp(heightM / rangeM, LEAST_ANGLE_RAD, 1),
                0);
        return radarPlot(report, provenance, polar, sigma, node.looks());
    }

    // A radar of this standard looks for small things: even when it says nothing of what it saw, its plot has looks,
    // so that what flies as birds do is held to be undecided and not of any kind.
    private static Measurement radarPlot(
            Part report, Provenance provenance, Measurement.Polar polar, PlotSigma sigma, Looks looks) {
        return new Measurement.RadarPlot(
                provenance,
                polar,
                sigma,
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty(),
                Optional.of(looks.signature(report)));
    }

    private static Optional<Measurement> borne(Part report, Part bearing, Provenance provenance, NodeFacts node) {
        OptionalDouble azimuth = Where.angle(bearing, "azimuth");
        OptionalDouble elevation = Where.angle(bearing, "elevation");
        if (azimuth.isEmpty() || !Where.fromNorth(bearing) || node.place().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble rangeM = Where.range(bearing, "range");
        double azimuthSigma = sigma(Where.angle(bearing, "azimuth_error"), USUAL_BEARING_RAD);
        double elevationSigma = sigma(Where.angle(bearing, "elevation_error"), USUAL_BEARING_RAD);
        if (rangeM.isPresent() && rangeM.getAsDouble() > 0) {
            double rangeSigma =
                    Math.max(0.01, Where.range(bearing, "range_error").orElse(USUAL.rangeM()));
            Measurement.Polar polar = new Measurement.Polar(
                    rangeM.getAsDouble(), azimuth.getAsDouble(), elevation, OptionalDouble.empty());
            return node.isRadar()
                    ? Optional.of(radarPlot(
                            report,
                            provenance,
                            polar,
                            new PlotSigma(rangeSigma, azimuthSigma, elevation.isPresent() ? elevationSigma : 0, 0),
                            node.looks()))
                    : Optional.of(position(report, polar, new Spread(rangeSigma, azimuthSigma), provenance, node));
        }
        return Optional.of(new Measurement.Bearing(
                provenance,
                node.place().get(),
                new Measurement.Direction(azimuth.getAsDouble(), azimuthSigma, elevation, elevationSigma),
                identity(report),
                Looks.claim(report)));
    }

    private record Spread(double rangeM, double azimuthRad) {}

    private static Measurement position(
            Part report, Measurement.Polar polar, Spread spread, Provenance provenance, NodeFacts node) {
        double up = polar.elevationRad().orElse(0);
        double level = polar.rangeM() * Exact.cos(up);
        Enu offset = new Enu(
                level * Exact.sin(polar.azimuthRad()),
                level * Exact.cos(polar.azimuthRad()),
                polar.rangeM() * Exact.sin(up));
        var place = LocalFrame.at(node.place().orElseThrow()).ecef(offset).geodetic();
        double across = level * spread.azimuthRad;
        double sigmaM = Math.sqrt((spread.rangeM * spread.rangeM + across * across) / 2);
        Altitude altitude = polar.elevationRad().isPresent()
                ? new Altitude.Ellipsoidal(place.heightM(), Math.max(1, across))
                : Altitude.UNKNOWN;
        return new Measurement.PositionReport(
                provenance,
                place.latLon(),
                OptionalDouble.of(Math.max(0.01, sigmaM)),
                altitude,
                velocity(report, node),
                identity(report),
                false,
                Looks.claim(report));
    }

    private static double sigma(OptionalDouble told, double usual) {
        double sigma = told.orElse(usual);
        return Math.clamp(sigma > 0 ? sigma : usual, LEAST_ANGLE_RAD, Math.PI);
    }

    private static Optional<Measurement.Velocity> velocity(Part report, NodeFacts node) {
        double unit = node.kilometresAnHour() ? KMH : 1;
        return report.part("enu_velocity")
                .map(told -> new Measurement.Velocity(
                        new Enu(
                                unit * told.number("east_rate").orElse(0),
                                unit * told.number("north_rate").orElse(0),
                                unit * told.number("up_rate").orElse(0)),
                        told.number("east_rate_error").isPresent()
                                ? OptionalDouble.of(Math.max(
                                        0.01,
                                        unit * told.number("east_rate_error").getAsDouble()))
                                : OptionalDouble.empty(),
                        told.has("up_rate")));
    }

    // What the node reads from the object itself, as a tail number or a serial number.
    private static Identity identity(Part report) {
        return report.text("id")
                .map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_SERIAL)
                .map(Identity::ofSerial)
                .orElse(Identity.NONE);
    }

    /// Where a status report says that its node stands.
    public static NodeFacts placed(Sapient.Taken status, NodeFacts node) {
        return status.body()
                .part("node_location")
                .flatMap(Where::of)
                .map(where -> node.at(where.geodetic()))
                .orElse(node);
    }

    /// What a status report claims: the node's state, and where a node that moves stood.
    ///
    /// @param message with that content
    /// @param node who sent it, as it is now
    public static List<Measurement> status(Sapient.Taken message, NodeFacts node) {
        List<Measurement> claims = new ArrayList<>();
        at(message).ifPresent(moment -> {
            Provenance provenance = Provenance.open(node.sensor(), moment);
            String system = message.body().choice("system").orElse("");
            claims.add(new Measurement.StatusReport(
                    provenance, node.sensor(), condition(system), words(message.body(), system)));
            Optional<Where> where = message.body().part("node_location").flatMap(Where::of);
            if (node.moves() && where.isPresent()) {
                double sigmaM = where.get().sigmaM().orElse(5);
                double upM = where.get().heightSigmaM().orElse(2 * sigmaM);
                claims.add(new Measurement.SensorPose(
                        provenance,
                        where.get().geodetic(),
                        SymMatrix.diagonal(sigmaM * sigmaM, sigmaM * sigmaM, upM * upM)));
            }
        });
        return claims;
    }

    private static Measurement.Condition condition(String system) {
        return switch (system) {
            case "OK" -> Measurement.Condition.OPERATIONAL;
            case "WARNING" -> Measurement.Condition.DEGRADED;
            case "ERROR" -> Measurement.Condition.FAILED;
            default -> Measurement.Condition.UNKNOWN;
        };
    }

    private static String words(Part status, String system) {
        StringBuilder out = new StringBuilder(system.toLowerCase(Locale.ROOT));
        for (Part each : status.parts("status")) {
            if (out.length() < 120) {
                out.append("; ")
                        .append(each.choice("status_type")
                                .or(() -> each.text("status_type"))
                                .orElse("")
                                .toLowerCase(Locale.ROOT))
                        .append(each.text("status_value")
                                .map(value -> " " + Words.cut(value))
                                .orElse(""));
            }
        }
        return out.toString();
    }
}
