package vedette.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.Wgs84;

/// One sensor against one flight.
///
/// A measurement is of the aircraft when it lies near where the aircraft was at the measurement's own time: within 5
/// sigma, and at least 50 m or 2 % of the range, 2 degrees of azimuth, 4 of elevation; a reported place within 5 sigma
/// and at least 300 m; a bearing within 5 sigma and at least 5 degrees. The time is cut into the sensor's periods (the
/// shortest fifth of the gaps between its measurements of the aircraft); a period in which there is none is a miss.
public final class SensorTrial {
    private static final double SIGMAS = 5;
    private static final double RANGE_M = 50;
    private static final double RANGE_PART = 0.02;
    private static final double AZIMUTH_RAD = Math.toRadians(2);
    private static final double ELEVATION_RAD = Math.toRadians(4);
    private static final double BEARING_RAD = Math.toRadians(5);
    private static final double PLACE_M = 300;
    private static final double SHORT_SHARE = 0.2;
    private static final double SHORTEST_PERIOD_S = 0.02;
    private static final int BINS = 12;
    private static final int MOST_SLOTS = 1_000_000;

    private final SensorId sensor;
    private final FlownPath path;
    private final List<Moment> hits = new ArrayList<>();
    private final Errors range = new Errors();
    private final Errors azimuth = new Errors();
    private final Errors elevation = new Errors();
    private final Errors ground = new Errors();
    private final Errors latency = new Errors();
    private Optional<Geodetic> stand = Optional.empty();
    private long measured;

    /// Nothing measured yet.
    public SensorTrial(SensorId sensor, FlownPath path) {
        this.sensor = sensor;
        this.path = path;
    }

    /// Where the sensor stands.
    public void stands(Geodetic place) {
        stand = Optional.of(place);
    }

    /// Takes a measurement of the sensor.
    ///
    /// @param arrivedAt when it came
    public void measured(Measurement measurement, Moment arrivedAt) {
        measured++;
        Moment at = measurement.provenance().observedAt();
        Optional<Geodetic> truth = path.at(at);
        if (truth.isEmpty()) {
            return;
        }
        boolean hit = switch (measurement) {
            case Measurement.RadarPlot plot -> stand.isPresent() && plot(plot, stand.get(), truth.get());
            case Measurement.Bearing bearing -> {
                stands(bearing.from());
                yield bearing(bearing, truth.get());
            }
            case Measurement.PositionReport report ->
                place(report.position(), report.sigmaM().orElse(0), truth.get());
            case Measurement.SystemTrack track ->
                place(track.position(), track.sigmaM().orElse(0), truth.get());
            default -> false;
        };
        if (hit) {
            hits.add(at);
            latency.add(arrivedAt.secondsSince(at));
        }
    }

    private boolean plot(Measurement.RadarPlot plot, Geodetic from, Geodetic truth) {
        Seen seen = Seen.from(from, truth);
        var polar = plot.polar();
        double dr = polar.rangeM() - seen.rangeM;
        double da = Exact.halfTurn(polar.azimuthRad() - seen.azimuthRad);
        boolean near = Math.abs(dr)
                        <= Math.max(
                                Math.max(RANGE_M, RANGE_PART * seen.rangeM),
                                SIGMAS * plot.sigma().rangeM())
                && Math.abs(da) <= Math.max(AZIMUTH_RAD, SIGMAS * plot.sigma().azimuthRad());
        if (!near) {
            return false;
        }
        if (polar.elevationRad().isPresent() && path.heightKnown()) {
            double de = polar.elevationRad().getAsDouble() - seen.elevationRad;
            if (Math.abs(de) > Math.max(ELEVATION_RAD, SIGMAS * plot.sigma().elevationRad())) {
                return false;
            }
            elevation.add(Math.toDegrees(de));
        }
        range.add(dr);
        azimuth.add(Math.toDegrees(da));
        return true;
    }

    private boolean bearing(Measurement.Bearing bearing, Geodetic truth) {
        Seen seen = Seen.from(bearing.from(), truth);
        double da = Exact.halfTurn(bearing.direction().azimuthRad() - seen.azimuthRad);
        boolean near = Math.abs(da)
                <= Math.max(BEARING_RAD, SIGMAS * bearing.direction().azimuthSigmaRad());
        if (near) {
            azimuth.add(Math.toDegrees(da));
        }
        return near;
    }

    private boolean place(LatLon told, double sigmaM, Geodetic truth) {
        double apartM = Wgs84.sphereDistanceM(told, truth.latLon());
        boolean near = apartM <= Math.max(PLACE_M, SIGMAS * sigmaM);
        if (near) {
            ground.add(apartM);
        }
        return near;
    }

    /// How an aircraft is seen from a place.
    private record Seen(double rangeM, double azimuthRad, double elevationRad) {
        static Seen from(Geodetic place, Geodetic aircraft) {
            Ecef at = aircraft.ecef();
            Enu enu = LocalFrame.at(place).enu(at);
            double level = Exact.hypot(enu.east(), enu.north());
            return new Seen(
                    Exact.hypot(level, enu.up()),
                    Exact.turn(Exact.atan2(enu.east(), enu.north())),
                    Exact.atan2(enu.up(), level));
        }
    }

    /// What was found.
    public Result result() {
        double periodS = periodS();
        return new Result(
                sensor,
                measured,
                hits.size(),
                periodS,
                bins(slots(periodS)),
                range,
                azimuth,
                elevation,
                ground,
                latency);
    }

    private double periodS() {
        Errors gaps = new Errors();
        for (int i = 1; i < hits.size(); i++) {
            double gapS = hits.get(i).secondsSince(hits.get(i - 1));
            if (gapS >= SHORTEST_PERIOD_S) {
                gaps.add(gapS);
            }
        }
        return gaps.quantile(SHORT_SHARE);
    }

    /// A period of the sensor.
    ///
    /// @param rangeM how far the aircraft was in its middle
    /// @param seen whether it was measured
    private record Slot(double rangeM, boolean seen) {}

    private List<Slot> slots(double periodS) {
        List<Slot> slots = new ArrayList<>();
        double lengthS = path.until().secondsSince(path.from());
        if (!(periodS > 0) || lengthS / periodS > MOST_SLOTS) {
            return slots;
        }
        // Half a period before: what comes once a period, a little early or late, stays in its own.
        Moment zero = hits.getFirst().plusS(-periodS / 2);
        Set<Integer> hit = new TreeSet<>();
        for (Moment each : hits) {
            hit.add((int) Math.floor(each.secondsSince(zero) / periodS));
        }
        int first = (int) Math.ceil(path.from().secondsSince(zero) / periodS);
        int last = first + (int) Math.ceil(lengthS / periodS);
        for (int i = first; i < last; i++) {
            double rangeM = rangeM(zero.plusS((i + 0.5) * periodS));
            if (rangeM >= 0) {
                slots.add(new Slot(rangeM, hit.contains(i)));
            }
        }
        return slots;
    }

    private static List<Bin> bins(List<Slot> slots) {
        double nearestM = slots.stream().mapToDouble(Slot::rangeM).min().orElse(0);
        double farthestM = slots.stream().mapToDouble(Slot::rangeM).max().orElse(0);
        double wideM = Math.max(1, farthestM - nearestM) / BINS;
        long[] periods = new long[BINS];
        long[] seen = new long[BINS];
        for (Slot slot : slots) {
            int bin = (int) Math.min(BINS - 1, Math.floor((slot.rangeM - nearestM) / wideM));
            periods[bin]++;
            seen[bin] += slot.seen ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS && !slots.isEmpty(); i++) {
            bins.add(new Bin(nearestM + wideM * i, nearestM + wideM * (i + 1), periods[i], seen[i]));
        }
        return bins;
    }

    /// From the sensor; from where the path began when nobody told where the sensor stands. Negative without truth.
    private double rangeM(Moment at) {
        Optional<Geodetic> truth = path.at(at);
        if (truth.isEmpty()) {
            return -1;
        }
        Geodetic from = stand.orElse(path.points().getFirst().place());
        return from.ecef().distanceM(truth.get().ecef());
    }

    /// What a sensor showed of a flight.
    ///
    /// @param sensor which
    /// @param measured measurements of it in all
    /// @param hits those of the aircraft
    /// @param periodS how often it measures, seconds; NaN when not known
    /// @param bins detection by range
    /// @param rangeM errors of range, metres
    /// @param azimuthDeg errors of azimuth, degrees
    /// @param elevationDeg errors of elevation, degrees
    /// @param groundM distances of reported places, metres
    /// @param latencyS time until the measurement came, seconds
    public record Result(
            SensorId sensor,
            long measured,
            int hits,
            double periodS,
            List<Bin> bins,
            Errors rangeM,
            Errors azimuthDeg,
            Errors elevationDeg,
            Errors groundM,
            Errors latencyS) {
        /// Copies the list.
        public Result {
            bins = List.copyOf(bins);
        }

        /// Share of the periods in which the aircraft was measured; NaN when not known.
        public double detection() {
            long all = bins.stream().mapToLong(Bin::periods).sum();
            return all == 0 ? Double.NaN : bins.stream().mapToLong(Bin::seen).sum() / (double) all;
        }
    }

    /// Detection between two ranges.
    ///
    /// @param fromM nearest, metres
    /// @param toM farthest, metres
    /// @param periods how often it could have been seen
    /// @param seen how often it was
    public record Bin(double fromM, double toM, long periods, long seen) {}
}
