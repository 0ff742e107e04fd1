package vedette.simulate.launches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.Vec3;
import vedette.model.Ecef;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;
import vedette.simulate.launches.LaunchWorld.Story;

/// Looks: that they are of what is there, scattered as their sigmas say.
class LooksTest {
    private static final Moment START = new Moment(7_000_000_000L);

    private static double timeS(Measurement look) {
        return look.provenance().observedAt().secondsSince(START);
    }

    private static Vec3 place(double[] state) {
        return new Vec3(state[0], state[1], state[2]);
    }

    @Test
    void aSightPassesItsObjectWithinItsSigmas() {
        LaunchWorld world = LaunchWorld.of(Story.LONG, 11);
        Path path = world.flown().getFirst().path();
        double sum = 0;
        int count = 0;

        for (Measurement look : Looks.of(world, START)) {
            if (look instanceof Measurement.Sight(var _, Ecef from, Vec3 along, double sigma)) {
                Vec3 way = place(path.at(timeS(look))).minus(new Vec3(from.xM(), from.yM(), from.zM()));
                double off = way.times(1 / way.norm()).minus(along).norm() / sigma;
                sum += off * off;
                count++;
            }
        }

        assertTrue(count > 20);
        // Two axes, and a bias of a third of a sigma.
        assertEquals(2.2, sum / count, 1.2);
    }

    @Test
    void aPlotIsWhereItsObjectIs() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 12);
        Path path = world.flown().getFirst().path();
        int count = 0;

        for (Measurement look : Looks.of(world, START)) {
            if (look instanceof Measurement.RadarPlot plot) {
                WarningRadar radar = world.radars().stream()
                        .filter(each -> each.sensor().equals(plot.provenance().sensor()))
                        .findFirst()
                        .orElseThrow();
                double rangeM =
                        Path.place(path.at(timeS(look))).distanceM(radar.place().ecef());
                assertEquals(rangeM, plot.polar().rangeM(), 6 * 30 + 4 * 10);
                count++;
            }
        }

        assertTrue(count > 100, "plots " + count);
    }

    @Test
    void looksComeByTimeAndOnlyWhileSomethingIsThere() {
        LaunchWorld world = LaunchWorld.of(Story.SALVO, 1);
        List<Measurement> looks = Looks.of(world, START);

        for (int i = 1; i < looks.size(); i++) {
            assertTrue(timeS(looks.get(i - 1)) <= timeS(looks.get(i)));
        }
        assertTrue(timeS(looks.getFirst()) > 20);
    }

    @Test
    void nothingIsSeenThroughTheClouds() {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, 3);
        Path path = world.flown().getFirst().path();

        assertTrue(Looks.of(world, START).stream()
                .filter(look -> look instanceof Measurement.Sight)
                .allMatch(look -> path.heightM(timeS(look)) > world.cloudsM()));
    }

    @Test
    void aGlintIsSeenByOneSatellite() {
        LaunchWorld world = LaunchWorld.of(Story.CLUTTER, 3);
        Flown glint = world.flown().stream()
                .filter(each -> each.nature() == Flown.Nature.GLINT)
                .findFirst()
                .orElseThrow();
        LaunchWorld alone =
                new LaunchWorld(List.of(glint), world.satellites(), world.radars(), world.cloudsM(), world.seed());

        long sensors = Looks.of(alone, START).stream()
                .map(look -> look.provenance().sensor())
                .distinct()
                .count();

        assertEquals(1, sensors);
        assertTrue(glint.sight().only().isPresent() && !glint.sight().only().equals(OptionalInt.of(2)));
    }

    @Test
    void aFlawMovesOneSensorOnly() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 12);
        var flaw = new Looks.Flaw(new SensorId("RADAR1"), 150, 0);
        List<Measurement> right = Looks.of(world, START);
        List<Measurement> wrong = Looks.of(world, START, flaw);

        assertEquals(right.size(), wrong.size());
        for (int i = 0; i < right.size(); i++) {
            if (right.get(i) instanceof Measurement.RadarPlot a && wrong.get(i) instanceof Measurement.RadarPlot b) {
                double moved = a.provenance().sensor().equals(flaw.sensor()) ? 150 : 0;
                assertEquals(moved, b.polar().rangeM() - a.polar().rangeM(), 1e-6);
            } else {
                assertEquals(right.get(i), wrong.get(i));
            }
        }
    }

    @Test
    void aHighSatelliteStandsOverItsLongitude() {
        Ecef high = new Vantage.High(0.7, 0).at(0);

        assertEquals(0.7, high.geodetic().lonRad(), 1e-9);
        assertEquals(Math.toRadians(63.4), high.geodetic().latRad(), 2e-3);
        assertEquals(26_562e3 * 1.74 - Wgs84.A_M, high.geodetic().heightM(), 30e3);
    }
}
