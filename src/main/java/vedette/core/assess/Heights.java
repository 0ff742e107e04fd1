package vedette.core.assess;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.Kinematics;
import vedette.model.Track;
import vedette.model.Zone;

/// An object's height against a zone's floor and ceiling.
///
/// The geoid is known where a zone carries it. Without terrain, and without a geoid, the datums stand apart by bounded,
/// unknown amounts: a limit moved to another datum
/// becomes a span. If the object is clearly outside the span the answer is sure all the same (an airliner at 11
/// km is above a ceiling 120 m over any ground); if the span is narrow its middle is taken; else the limit is
/// not tested, which is said.
///
/// @param heightM now, in the height's own datum
/// @param sigmaM its standard deviation
/// @param climbMps its rate
/// @param climbSigmaMps the rate's standard deviation
/// @param limits floor and ceiling in that datum; infinite where they are not tested
/// @param tested whether every limit could be compared
record Heights(
        double heightM, double sigmaM, double climbMps, double climbSigmaMps, Flight.Limits limits, boolean tested) {
    /// Geoid above the ellipsoid anywhere on Earth, metres (EGM2008: −106.6 to 85.8).
    private static final Span GEOID = new Span(-107, 86);

    /// Ground above the sea anywhere on Earth, metres (Dead Sea shore, Everest).
    private static final Span GROUND = new Span(-431, 8849);

    /// Pressure height above true height at the extremes of QNH over land (920 to 1065 hPa), metres.
    private static final Span ANY_PRESSURE = new Span(-430, 810);

    /// How far the atmosphere's temperature moves a pressure height, as a part of it (15 °C against 26 and −4
    /// °C).
    private static final double TEMPERATURE_PART = 0.04;

    /// Half a span up to here is taken as two standard deviations, metres.
    private static final double NARROW_M = 200;

    /// Standard deviations that count as clearly outside.
    private static final double CLEARLY = 4;

    /// A 3D track's own height is used when it is this well known, metres.
    private static final double KNOWN_M = 200;

    /// A rate less well known than this is not used, metres a second.
    private static final double RATE_KNOWN_MPS = 15;

    /// How far ahead a climb is followed at most, seconds.
    private static final double CLIMB_S = 120;

    private record Span(double low, double high) {
        Span plus(Span other) {
            return new Span(low + other.low, high + other.high);
        }

        Span negated() {
            return new Span(-high, -low);
        }

        Span widened(double by) {
            return new Span(low - by, high + by);
        }

        double half() {
            return (high - low) / 2;
        }

        double middle() {
            return (high + low) / 2;
        }
    }

    private static final Span EXACT = new Span(0, 0);

    /// Compares what is known of a track's height with a zone's limits.
    static Heights of(Track track, Zone zone, OptionalDouble qnhHpa) {
        boolean none = zone.floor().isEmpty() && zone.ceiling().isEmpty();
        Span geoid = geoid(zone);
        return switch (track.altitude()) {
            case Altitude.Pressure(double h, double s) ->
                compared(track, zone, new Known(h, s, pressureToSea(h, qnhHpa), Datum.FLIGHT_LEVEL, geoid, qnhHpa));
            case Altitude.Amsl(double h, double s) ->
                compared(track, zone, new Known(h, s, EXACT, Datum.AMSL, geoid, qnhHpa));
            case Altitude.Ellipsoidal(double h, double s) ->
                compared(track, zone, new Known(h, s, geoid.negated(), Datum.WGS84, geoid, qnhHpa));
            case Altitude.Agl(double h, double s) ->
                compared(track, zone, new Known(h, s, GROUND, Datum.AGL, geoid, qnhHpa));
            case Altitude.Unknown _ -> none ? untested(true) : fromKinematics(track, zone, qnhHpa);
        };
    }

    private static Span geoid(Zone zone) {
        return zone.geoid().map(each -> new Span(each.lowM(), each.highM())).orElse(GEOID);
    }

    /// A height with what must be added to it to give the height above the sea.
    private record Known(double heightM, double sigmaM, Span toSea, Datum datum, Span geoid, OptionalDouble qnhHpa) {}

    private static Heights untested(boolean nothingToTest) {
        return new Heights(0, 0, 0, 0, Flight.Limits.NONE, nothingToTest);
    }

    private static Heights fromKinematics(Track track, Zone zone, OptionalDouble qnhHpa) {
        Kinematics k = track.kinematics();
        double sigmaM = Math.sqrt(Math.max(0, k.covariance().get(2, 2)));
        return sigmaM > KNOWN_M
                ? untested(false)
                : compared(
                        track,
                        zone,
                        new Known(
                                k.position().heightM(),
                                sigmaM,
                                geoid(zone).negated(),
                                Datum.WGS84,
                                geoid(zone),
                                qnhHpa));
    }

    private static Heights compared(Track track, Zone zone, Known known) {
        double climbSigma =
                Math.sqrt(Math.max(0, track.kinematics().covariance().get(5, 5)));
        boolean climbs = climbSigma <= RATE_KNOWN_MPS;
        double climb = climbs ? track.kinematics().velocityMps().up() : 0;
        double rateSigma = climbs ? climbSigma : 0;
        double aheadM = climb * CLIMB_S;
        double margin = CLEARLY * (known.sigmaM + rateSigma);
        Span reach =
                new Span(known.heightM + Math.min(0, aheadM) - margin, known.heightM + Math.max(0, aheadM) + margin);
        Placed floor = placed(zone.floor(), known, reach, Double.NEGATIVE_INFINITY);
        Placed ceiling = placed(zone.ceiling(), known, reach, Double.POSITIVE_INFINITY);
        return new Heights(
                known.heightM,
                Exact.hypot(known.sigmaM, Math.max(floor.sigmaM, ceiling.sigmaM)),
                climb,
                rateSigma,
                new Flight.Limits(floor.atM, ceiling.atM),
                floor.tested && ceiling.tested);
    }

    /// A limit in the datum of the object's height.
    private record Placed(double atM, double sigmaM, boolean tested) {}

    private static Placed placed(Optional<HeightLimit> limit, Known known, Span reach, double none) {
        if (limit.isEmpty()) {
            return new Placed(none, 0, true);
        }
        HeightLimit given = limit.get();
        if (given.datum() == known.datum) {
            return new Placed(given.heightM(), 0, true);
        }
        Span fromSea = known.toSea.negated();
        Span at = toSea(given, known).plus(fromSea).plus(new Span(given.heightM(), given.heightM()));
        if (at.half() <= NARROW_M) {
            return new Placed(at.middle(), at.half() / 2, true);
        }
        if (reach.low > at.high) {
            return new Placed(at.high, 0, true);
        }
        return reach.high < at.low ? new Placed(at.low, 0, true) : new Placed(none, 0, false);
    }

    private static Span toSea(HeightLimit limit, Known known) {
        return switch (limit.datum()) {
            case AMSL -> EXACT;
            case WGS84 -> known.geoid.negated();
            case AGL -> GROUND;
            case FLIGHT_LEVEL -> pressureToSea(limit.heightM(), known.qnhHpa);
        };
    }

    /// What to add to a pressure height to give the height above the sea.
    private static Span pressureToSea(double heightM, OptionalDouble qnhHpa) {
        double temperatureM = TEMPERATURE_PART * Math.abs(heightM);
        if (qnhHpa.isEmpty()) {
            return ANY_PRESSURE.negated().widened(temperatureM);
        }
        double shift = -standardHeightM(qnhHpa.getAsDouble());
        return new Span(shift, shift).widened(temperatureM);
    }

    /// The height of a pressure in the ICAO standard atmosphere below 11 km (ICAO Doc 7488, 1993).
    static double standardHeightM(double hPa) {
        return 44_330.77 * (1 - Exact.pow(hPa / 1013.25, 0.190263));
    }
}
