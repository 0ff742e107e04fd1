package vedette.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Wgs84;

class WorldTest {
    private static final LatLon PLANT = LatLon.ofDegrees(-49.095, 70.45);
    /// The largest distance of the zone's border from its middle.
    private static final double ZONE_M = 1510;

    private static final LatLon AIRPORT = LatLon.ofDegrees(-49.23, 70.2);

    private static Moment at(double s) {
        return Demo.START.plusS(s);
    }

    private static List<String> said(World world, double fromS, double toS) {
        return world.emissions(at(fromS), at(toS)).stream()
                .map(b ->
                        b.sensor() + " " + b.at().taiNs() + " " + HexFormat.of().formatHex(b.bytes()))
                .toList();
    }

    @Test
    void theSameSeedSaysTheSameBytes() {
        assertEquals(said(Demo.world(7), 0, 30), said(Demo.world(7), 0, 30));
    }

    @Test
    void anotherSeedSaysOthers() {
        assertNotEquals(said(Demo.world(7), 0, 30), said(Demo.world(8), 0, 30));
    }

    @Property(tries = 8)
    void whatIsSaidDoesNotDependOnThePiecesItIsAskedIn(
            @ForAll @LongRange(min = 0, max = 99) long seed, @ForAll @DoubleRange(min = 0.05, max = 9) double piece) {
        List<String> inPieces = new ArrayList<>();
        World world = Demo.world(seed);
        for (double from = 250; from < 290; from += piece) {
            inPieces.addAll(said(world, from, Math.min(290, from + piece)));
        }

        assertEquals(said(Demo.world(seed), 250, 290), inPieces);
    }

    @Test
    void nothingIsSaidBeforeTheStart() {
        assertTrue(Demo.world(1).emissions(at(-100), at(0)).isEmpty());
    }

    @Test
    void theFirstSecondsAlreadyShowAirliners() {
        long beast = Demo.world(1).emissions(at(0), at(2)).stream()
                .filter(b -> b.wire() == SensorBytes.Wire.BEAST)
                .count();

        assertTrue(beast > 20, () -> beast + " frames");
    }

    @Test
    void theIntruderEntersAndLeavesInEveryTelling() {
        World world = Demo.world(3);
        for (int loop = 0; loop < 20; loop++) {
            double entersS = whenNear(world, loop, 0, 1_100);
            double leavesS = whenFar(world, loop, entersS + 10);

            assertTrue(entersS > 110 && entersS < 170, "telling " + loop + ": enters at " + entersS);
            assertTrue(leavesS < 220, "telling " + loop + ": leaves at " + leavesS);
        }
    }

    private static double whenNear(World world, int loop, double fromS, double distanceM) {
        double s = fromS;
        while (s < 240 && intruderM(world, loop, s) > distanceM) {
            s += 1;
        }
        return s;
    }

    private static double whenFar(World world, int loop, double fromS) {
        double s = fromS;
        while (s < 240 && intruderM(world, loop, s) <= ZONE_M) {
            s += 1;
        }
        return s;
    }

    private static double intruderM(World world, int loop, double s) {
        return world.truth(at(loop * world.scenario().loopS() + s)).stream()
                .filter(t -> t.name().equals("intruder"))
                .mapToDouble(t -> Wgs84.sphereDistanceM(t.place().latLon(), PLANT))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Test
    void nothingElseComesNearTheZones() {
        World world = Demo.world(5);
        for (double s = 0; s < 5 * world.scenario().loopS(); s += 2) {
            for (Truth truth : world.truth(at(s))) {
                double toPlantM = Wgs84.sphereDistanceM(truth.place().latLon(), PLANT);
                double toAirportM = Wgs84.sphereDistanceM(truth.place().latLon(), AIRPORT);
                boolean low = truth.place().heightM() < 1_000;
                assertFalse(!truth.name().equals("intruder") && low && toPlantM < ZONE_M + 1_000, truth::toString);
                assertFalse(low && toAirportM < 3_000 + 3_500, truth::toString);
            }
        }
    }

    @Test
    void theSkyIsEmptyBetweenTwoTellings() {
        World world = Demo.world(2);

        assertTrue(world.truth(at(241)).isEmpty());
        assertTrue(world.truth(at(284)).isEmpty());
        assertFalse(world.truth(at(286)).isEmpty());
    }

    @Test
    void theRadarsGoOnTurningWhileTheSkyIsEmpty() {
        Set<String> heard = new HashSet<>();
        Demo.world(2)
                .emissions(at(250), at(256))
                .forEach(b -> heard.add(b.sensor().name()));

        assertEquals(Set.of("approach-radar", "shore-radar"), heard);
    }

    @Test
    void numbersAndAddressesAreNotUsedTwice() {
        World world = Demo.world(4);
        Set<Long> numbers = new HashSet<>();
        Set<Integer> addresses = new HashSet<>();
        for (int loop = 0; loop < 50; loop++) {
            for (Truth truth : world.truth(at(loop * world.scenario().loopS() + 60))) {
                assertTrue(numbers.add(truth.number()));
                truth.address().ifPresent(address -> assertTrue(addresses.add(address)));
            }
        }
        assertTrue(numbers.size() > 50 * 12, () -> numbers.size() + " objects");
    }

    @Test
    void objectsMoveAsTheirVelocitySays() {
        World world = Demo.world(6);
        for (double s = 1; s < 235; s += 7) {
            List<Truth> now = world.truth(at(s));
            List<Truth> soon = world.truth(at(s + 0.5));
            for (Truth truth : now) {
                soon.stream().filter(t -> t.number() == truth.number()).forEach(later -> {
                    double movedM = later.place().ecef().distanceM(truth.place().ecef());
                    double speedMps = truth.velocityMps().norm();
                    assertEquals(speedMps, movedM / 0.5, 0.02 * speedMps + 2.0, truth::toString);
                });
            }
        }
    }
}
