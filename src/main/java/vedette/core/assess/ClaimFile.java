package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.Station;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.UasFlight;
import vedette.model.Wgs84;

/// What one unmanned aircraft claims of itself.
///
/// @param serial under which it goes
/// @param receiver who heard it last
/// @param heardAt when
/// @param track its track, where it has one
/// @param path where it says it is and was
/// @param flight its latest report of the flight, where one came
/// @param flightAt when that report came
/// @param crowd how many came with it, when it came in a flood; else 0
/// @param said what was last said against it
/// @param shownAt when its flight was last shown
/// @param answer what own radars see where it says it is, once they looked
/// @param beside how far beside they see it, once they do
public record ClaimFile(
        String serial,
        SensorId receiver,
        Moment heardAt,
        Optional<TrackId> track,
        Optional<Path> path,
        Optional<UasReport> flight,
        Moment flightAt,
        int crowd,
        Said said,
        Moment shownAt,
        Optional<Answer> answer,
        Optional<Beside> beside) {
    static final Moment NEVER = new Moment(0);

    /// No small drone is faster, m/s.
    private static final double FASTEST_MPS = 120;

    /// A phone's or a drone's satellite navigation, metres; Remote ID tells no accuracy of stations.
    private static final double STATION_SIGMA_M = 20;

    /// An operator walks, m/s.
    private static final double WALK_MPS = 1.5;

    /// Claims of a place.
    ///
    /// @param latest the last one
    /// @param at when it came
    /// @param stillSince since when it has been the same place
    /// @param stillCount how often that place was claimed
    /// @param jumps how often it was elsewhere sooner than anything flies
    /// @param jumpedAt when that was last
    /// @param jumpM how far that was, metres
    public record Path(
            PositionReport latest,
            Moment at,
            Moment stillSince,
            int stillCount,
            int jumps,
            Moment jumpedAt,
            double jumpM) {
        /// What comes sooner after the last was held up somewhere, or comes from a recording without times, seconds.
        private static final double SOONEST_S = 0.2;

        private static final double SLACK_M = 50;
        private static final double UNKNOWN_SIGMA_M = 50;
        private static final double SIGMAS = 4;

        /// Jumps are forgotten after this, seconds.
        private static final double FORGOTTEN_S = 60;

        /// Places count as the same within the wire's step.
        private static final double SAME_RAD = 1e-9;

        static Path first(PositionReport report, Moment at) {
            return new Path(report, at, at, 1, 0, NEVER, 0);
        }

        Path plus(PositionReport report, Moment arrivedAt, double fastestMps) {
            boolean same = isSame(latest.position(), report.position());
            double movedM = same ? 0 : Wgs84.sphereDistanceM(latest.position(), report.position());
            double passedS = Math.max(
                    arrivedAt.secondsSince(at),
                    report.provenance()
                            .observedAt()
                            .secondsSince(latest.provenance().observedAt()));
            double excessM = movedM - SLACK_M - SIGMAS * (sigmaM(latest) + sigmaM(report));
            boolean jump = passedS >= SOONEST_S && excessM > fastestMps * passedS;
            boolean forgotten = arrivedAt.secondsSince(jumpedAt) > FORGOTTEN_S;
            return new Path(
                    report,
                    arrivedAt,
                    same ? stillSince : arrivedAt,
                    same ? stillCount + 1 : 1,
                    (forgotten ? 0 : jumps) + (jump ? 1 : 0),
                    jump ? arrivedAt : jumpedAt,
                    jump ? movedM : jumpM);
        }

        private static double sigmaM(PositionReport report) {
            return report.sigmaM().orElse(UNKNOWN_SIGMA_M);
        }

        private static boolean isSame(LatLon a, LatLon b) {
            return Math.abs(a.latRad() - b.latRad()) < SAME_RAD && Math.abs(a.lonRad() - b.lonRad()) < SAME_RAD;
        }

        double speedMps() {
            return latest.velocity().map(v -> v.enuMps().horizontal()).orElse(0.0);
        }
    }

    /// What was last said against an aircraft.
    ///
    /// @param probability that its claims are false
    /// @param at when
    public record Said(double probability, Moment at) {
        static final Said NOTHING = new Said(0, NEVER);

        /// A change of probability by this is said.
        private static final double NEWS = 0.1;

        /// A claim that is false with this probability is warned of (core.warn takes the same).
        private static final double WARNED = 0.9;

        boolean isNews(double now) {
            return now >= WARNED != probability >= WARNED
                    || Math.abs(now - probability) >= NEWS
                    || (now == 0) != (probability == 0);
        }
    }

    static ClaimFile first(String serial, SensorId receiver, Moment at) {
        return new ClaimFile(
                serial,
                receiver,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NEVER,
                0,
                Said.NOTHING,
                NEVER,
                Optional.empty(),
                Optional.empty());
    }

    ClaimFile heard(PositionReport report, Moment at) {
        Path now = path.map(p -> p.plus(report, at, FASTEST_MPS)).orElseGet(() -> Path.first(report, at));
        SensorId by = report.provenance().sensor();
        return new ClaimFile(
                serial, by, at, track, Optional.of(now), flight, flightAt, crowd, said, shownAt, answer, beside);
    }

    ClaimFile heard(UasReport report, Moment at) {
        SensorId by = report.provenance().sensor();
        return new ClaimFile(
                serial, by, at, track, path, Optional.of(report), at, crowd, said, shownAt, answer, beside);
    }

    ClaimFile borneBy(Optional<TrackId> now) {
        return new ClaimFile(
                serial, receiver, heardAt, now, path, flight, flightAt, crowd, said, shownAt, answer, beside);
    }

    ClaimFile amid(int count) {
        return new ClaimFile(
                serial, receiver, heardAt, track, path, flight, flightAt, count, said, shownAt, answer, beside);
    }

    ClaimFile answered(Answer now) {
        return new ClaimFile(
                serial,
                receiver,
                heardAt,
                track,
                path,
                flight,
                flightAt,
                crowd,
                said,
                shownAt,
                Optional.of(now),
                beside);
    }

    ClaimFile seenBeside(Beside now) {
        return new ClaimFile(
                serial,
                receiver,
                heardAt,
                track,
                path,
                flight,
                flightAt,
                crowd,
                said,
                shownAt,
                answer,
                Optional.of(now));
    }

    ClaimFile said(Said now) {
        return new ClaimFile(
                serial, receiver, heardAt, track, path, flight, flightAt, crowd, now, shownAt, answer, beside);
    }

    ClaimFile shown(Moment now) {
        return new ClaimFile(
                serial, receiver, heardAt, track, path, flight, flightAt, crowd, said, now, answer, beside);
    }

    /// How likely its claims are false, by themselves and by what own radars saw.
    public double falseness(Moment now) {
        return Suspicions.of(this, now, Optional.empty()).probability();
    }

    /// Its operator's places as they are now.
    List<UasFlight.Place> places(Moment now) {
        double ageS = Math.max(0, now.secondsSince(flightAt));
        return flight.map(UasReport::stations).orElse(List.of()).stream()
                .map(station -> new UasFlight.Place(station, sigmaM(station, ageS), flightAt))
                .toList();
    }

    // Who stands may walk; where something took off stays.
    private static double sigmaM(Station station, double ageS) {
        return switch (station.kind()) {
            case OPERATOR_LIVE, OPERATOR_FIXED -> STATION_SIGMA_M + WALK_MPS * ageS;
            case TAKE_OFF -> STATION_SIGMA_M;
        };
    }

    OptionalDouble lateS() {
        return flight.map(UasReport::lateS).orElse(OptionalDouble.empty());
    }
}
