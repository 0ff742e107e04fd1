package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// A story told once: the script with the chance of one loop.
///
/// @param loop how often it was told before
/// @param flights all its objects
record Telling(long loop, List<Flight> flights) {
    /// First of the addresses that ICAO keeps for itself (Annex 10 vol. III part I, table 9-1): no aircraft has them.
    private static final int FIRST_ADDRESS = 0xF00000;

    private static final int ADDRESSES = 1 << 15;
    private static final int FIRST_CODE = 01000;
    private static final int CODES = 05000;
    private static final double DELAY_S = 3;
    private static final double SPEED_SPREAD = 0.03;
    /// Objects do not repeat their way to the metre.
    private static final double OFFSET_S = 1.0;

    static Telling of(Scenario scenario, long seed, long loop) {
        List<Flight> flights = new ArrayList<>();
        for (Actor actor : scenario.actors()) {
            for (int member = 0; member < actor.count(); member++) {
                long number = loop * Scenario.MOST_FLIGHTS + flights.size();
                flights.add(flight(scenario, actor, number, Draws.of(seed, number, "flight")));
            }
        }
        return new Telling(loop, List.copyOf(flights));
    }

    private static Flight flight(Scenario scenario, Actor actor, long number, Draws draws) {
        Craft craft = Craft.of(actor.kind());
        double fromS = actor.fromS() <= 0 ? 0 : actor.fromS() + draws.uniform(0, DELAY_S);
        double faster = 1 + draws.uniform(-SPEED_SPREAD, SPEED_SPREAD);
        List<Waypoint> points = varied(actor, faster, draws);
        return new Flight(
                number,
                actor,
                craft,
                fromS,
                FlightPath.flown(craft, points, scenario.storyS() - fromS),
                FIRST_ADDRESS + (int) Math.floorMod(number, (long) ADDRESSES),
                code(number),
                callsign(actor, number));
    }

    // The whole way is moved aside by about a second of flight; members of a group go each their own way besides.
    private static List<Waypoint> varied(Actor actor, double faster, Draws draws) {
        double asideM = OFFSET_S * actor.path().getFirst().speedMps();
        double east = asideM * draws.gaussian();
        double north = asideM * draws.gaussian();
        List<Waypoint> points = new ArrayList<>();
        for (Waypoint point : actor.path()) {
            double spread = actor.spreadM();
            LatLon place = moved(point.place(), east + spread * draws.gaussian(), north + spread * draws.gaussian());
            points.add(new Waypoint(place, point.heightM(), point.speedMps() * faster));
        }
        return points;
    }

    private static LatLon moved(LatLon place, double eastM, double northM) {
        return new LatLon(
                place.latRad() + northM / Wgs84.MEAN_RADIUS_M,
                place.lonRad() + eastM / (Wgs84.MEAN_RADIUS_M * Exact.cos(place.latRad())));
    }

    // Steps through the codes with a stride that shares no factor with their number: all of one telling differ. All lie
    // below 06000, far from 7500, 7600 and 7700.
    private static int code(long number) {
        int code = FIRST_CODE + (int) Math.floorMod(number * 37, (long) CODES);
        return code == 02000 || code == 01200 ? code + CODES : code;
    }

    private static String callsign(Actor actor, long number) {
        return actor.callsign().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%s%03d", actor.callsign(), Math.floorMod(number * 7 + 101, 1000L));
    }
}
