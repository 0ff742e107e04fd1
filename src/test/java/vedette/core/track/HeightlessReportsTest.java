package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// Drones that say where they are and not how high above the sea, near a radar that sees them too.
class HeightlessReportsTest {
    private static final int DRONES = 6;
    private static final double END_S = 90;
    private static final double METRES = 1 / 6_378_000.0;

    private final Sky sky = sky();
    private final Draws draws = Draws.of(1, 1, "reports");

    // In the east, so that an error to the north would be one of azimuth; 120 m from each other.
    private static Sky sky() {
        Sky sky = new Sky().staring("A", 0, 1);
        for (int i = 0; i < DRONES; i++) {
            sky.flyer(new Enu(950, 120 * (i - 2.5), 50 + 10 * i), new Enu(-3, 2, 0));
        }
        return sky;
    }

    private Sky.Seen watched() {
        List<Sky.Arrival> arrivals = new ArrayList<>(sky.fly(0, END_S, 0.9));
        for (int i = 0; i < DRONES; i++) {
            for (double timeS = 0; timeS < END_S - 1; timeS += 1.5) {
                arrivals.add(new Sky.Arrival(timeS + 0.1 + draws.uniform(0, 0.3), report(i, timeS)));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.timeS(), b.timeS()));
        return Sky.track(sky.sites(), arrivals, END_S);
    }

    private Measurement report(int drone, double timeS) {
        Geodetic place = sky.place(drone, timeS);
        double north = 3 * draws.gaussian() * METRES;
        double east = 3 * draws.gaussian() * METRES / Exact.cos(place.latRad());
        return new Measurement.PositionReport(
                Provenance.open(new SensorId("RID"), Sky.at(timeS)),
                new LatLon(place.latRad() + north, place.lonRad() + east),
                OptionalDouble.of(5),
                new Altitude.Agl(50 + 10 * drone, 10),
                Optional.empty(),
                Identity.ofSerial("SN-" + drone),
                false);
    }

    @Test
    void aRadarThatMeasuresWellIsNotHeldToErr() {
        Registration found = watched().state().knowledge().registration();

        for (int kind = 0; kind < StudyKernel.BIASES; kind++) {
            assertEquals(0, found.applied(0, kind), found.estimate(0, kind).toString());
        }
        Registration.Estimate azimuth = found.estimate(0, 1);
        assertTrue(azimuth.sigma() < Math.toRadians(0.3), "enough was studied: " + azimuth);
        assertEquals(0, azimuth.value(), 3 * azimuth.sigma());
    }

    @Test
    void whatReportsItselfAndIsSeenByTheRadarIsOneTrack() {
        Sky.Seen seen = watched();

        assertEquals(DRONES, seen.picture().size(), seen.picture().toString());
        TreeSet<String> serials = new TreeSet<>();
        seen.picture().forEach(track -> track.identity().serial().ifPresent(serials::add));
        assertEquals(DRONES, serials.size(), serials.toString());
    }
}
