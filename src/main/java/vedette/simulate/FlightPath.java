package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// A way through waypoints as a craft of limited agility flies it.
///
/// It is flown once in steps of a tenth of a second: turn towards the next point with limited bank, change speed and
/// height with limited rates, leave for the point after it early enough to round the corner. Between steps the place is
/// interpolated on a straight line, which is off by less than a centimetre at 5 m/s².
final class FlightPath {
    private static final double STEP_S = 0.1;

    private final List<State> steps;

    private FlightPath(List<State> steps) {
        this.steps = steps;
    }

    /// Flies a way.
    ///
    /// @param craft who flies
    /// @param points at least two; the first is where it starts, at that point's speed
    /// @param longestS when it ends even if the last point is not reached
    static FlightPath flown(Craft craft, List<Waypoint> points, double longestS) {
        Pilot pilot = new Pilot(craft, points);
        List<State> steps = new ArrayList<>();
        int most = (int) Math.ceil(longestS / STEP_S);
        steps.add(pilot.state());
        while (steps.size() <= most && pilot.flies()) {
            pilot.step();
            steps.add(pilot.state());
        }
        return new FlightPath(steps);
    }

    /// How long it takes, seconds.
    double durationS() {
        return (steps.size() - 1) * STEP_S;
    }

    /// Where it is so many seconds after its start; nothing before and behind.
    Optional<State> at(double sinceStartS) {
        double step = sinceStartS / STEP_S;
        int i = (int) Math.floor(step);
        if (i < 0 || i + 1 >= steps.size()) {
            return Optional.empty();
        }
        return Optional.of(between(steps.get(i), steps.get(i + 1), step - i));
    }

    private static State between(State a, State b, double part) {
        Geodetic p = a.place();
        Geodetic q = b.place();
        double dLon = Exact.halfTurn(q.lonRad() - p.lonRad());
        Geodetic place = new Geodetic(
                p.latRad() + part * (q.latRad() - p.latRad()),
                p.lonRad() + part * dLon,
                p.heightM() + part * (q.heightM() - p.heightM()));
        return new State(place, mixed(a.velocityMps(), b.velocityMps(), part));
    }

    private static Enu mixed(Enu a, Enu b, double part) {
        return new Enu(
                a.east() + part * (b.east() - a.east()),
                a.north() + part * (b.north() - a.north()),
                a.up() + part * (b.up() - a.up()));
    }

    /// Holds the stick.
    private static final class Pilot {
        private static final double NEAR_STEPS = 1.5;
        private static final double LONGEST_LEAD_RAD = Math.toRadians(120);

        private final Craft craft;
        private final List<Waypoint> points;
        private int next = 1;
        private Geodetic place;
        private double headingRad;
        private double speedMps;
        private double climbMps;

        Pilot(Craft craft, List<Waypoint> points) {
            this.craft = craft;
            this.points = points;
            Waypoint first = points.getFirst();
            place = first.place().at(first.heightM());
            speedMps = first.speedMps();
            headingRad = Wgs84.bearingRad(first.place(), points.get(1).place());
        }

        boolean flies() {
            return next < points.size();
        }

        State state() {
            double east = speedMps * Exact.sin(headingRad);
            double north = speedMps * Exact.cos(headingRad);
            return new State(place, new Enu(east, north, climbMps));
        }

        void step() {
            Waypoint aim = points.get(next);
            double distanceM = Wgs84.sphereDistanceM(place.latLon(), aim.place());
            double turnRateRadps = craft.turnRateRadps(speedMps);
            steer(aim.place(), turnRateRadps);
            speedMps += limited(aim.speedMps() - speedMps, craft.accelerationMps2() * STEP_S);
            climb(aim.heightM(), distanceM);
            place = moved();
            double radiusM = speedMps / turnRateRadps;
            if (distanceM < Math.max(NEAR_STEPS * speedMps * STEP_S, leadM(radiusM))
                    || missed(aim, distanceM, radiusM)) {
                next++;
            }
        }

        private void steer(LatLon aim, double turnRateRadps) {
            double offRad = Exact.halfTurn(Wgs84.bearingRad(place.latLon(), aim) - headingRad);
            headingRad = Exact.turn(headingRad + limited(offRad, turnRateRadps * STEP_S));
        }

        private void climb(double heightM, double distanceM) {
            double toGoS = Math.max(1, distanceM / speedMps);
            double wanted = limited((heightM - place.heightM()) / toGoS, craft.climbMps());
            climbMps += limited(wanted - climbMps, craft.accelerationMps2() * STEP_S);
        }

        // How far before a corner the turn begins, so that the next leg is met (a tangent arc).
        private double leadM(double radiusM) {
            if (next + 1 >= points.size()) {
                return 0;
            }
            double in = Wgs84.bearingRad(place.latLon(), points.get(next).place());
            double out = Wgs84.bearingRad(
                    points.get(next).place(), points.get(next + 1).place());
            double cornerRad = Math.min(Math.abs(Exact.halfTurn(out - in)), LONGEST_LEAD_RAD);
            return radiusM * Exact.tan(cornerRad / 2);
        }

        // A point inside the turning circle would be orbited for ever.
        private boolean missed(Waypoint aim, double distanceM, double radiusM) {
            double offRad = Exact.halfTurn(Wgs84.bearingRad(place.latLon(), aim.place()) - headingRad);
            return distanceM < 2 * radiusM && Math.abs(offRad) > Math.PI / 2;
        }

        private Geodetic moved() {
            double sinLat = Exact.sin(place.latRad());
            double w = 1 - Wgs84.E2 * sinLat * sinLat;
            double meridianM = Wgs84.A_M * (1 - Wgs84.E2) / (w * Math.sqrt(w)) + place.heightM();
            double parallelM = (Wgs84.A_M / Math.sqrt(w) + place.heightM()) * Exact.cos(place.latRad());
            double stepM = speedMps * STEP_S;
            return new Geodetic(
                    place.latRad() + stepM * Exact.cos(headingRad) / meridianM,
                    place.lonRad() + stepM * Exact.sin(headingRad) / parallelM,
                    place.heightM() + climbMps * STEP_S);
        }

        private static double limited(double value, double most) {
            return Math.clamp(value, -most, most);
        }
    }
}
