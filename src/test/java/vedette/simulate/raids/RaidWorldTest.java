package vedette.simulate.raids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Made raids are what they say.
final class RaidWorldTest {
    private final RaidWorld world = new RaidWorld(RaidSetting.usual(3, 9));

    @Test
    void theUsualCountryHasItsNodesAndItsDead() {
        long dead = 0;
        for (int node = 0; node < world.nodes().size(); node++) {
            dead += world.isDead(node) ? 1 : 0;
        }

        assertEquals(1_230, world.nodes().size(), 60);
        assertEquals(0.05, dead / (double) world.nodes().size(), 0.02);
    }

    @Test
    void everyDroneEndsNearACity() {
        int arrivals = 0;
        for (int city = 0; city < world.cities().size(); city++) {
            arrivals += world.arrivals(city).size();
        }

        assertEquals(9, world.drones().size());
        assertTrue(arrivals >= 9, arrivals + " arrivals");
    }

    @Test
    void whoLeavesACityAndComesBackArrivesTwice() {
        Drone first = world.drones().getFirst();
        int city = city(first);
        double[] end = first.points().getLast();
        double[] away = {end[0] - 30_000, end[1]};

        List<Double> entries = world.entriesS(new Drone(1, 0, 50, 300, List.of(away, end, away, end)), city);

        assertEquals(2, entries.size(), entries.toString());
        assertEquals(entries.getFirst(), entries.getLast() - 60_000 / 50.0, 10);
    }

    private int city(Drone drone) {
        for (int city = 0; city < world.cities().size(); city++) {
            List<Double> entries = world.entriesS(drone, city);
            if (!entries.isEmpty() && entries.getLast() > drone.endS() - 400) {
                return city;
            }
        }
        throw new IllegalStateException("it ends in no city");
    }

    @Test
    void aSoundComesSoonAfterTheBorderAndNotBefore() {
        for (Drone each : world.drones()) {
            double heardS = world.firstHeardS(each).orElseThrow();

            assertTrue(heardS > each.startS() && heardS < each.startS() + 900, each + " is heard at " + heardS);
        }
    }

    @Test
    void soundsComeInOrderAndAfterTheyWereMade() {
        List<RaidWorld.Heard> heard = world.heard();

        double before = 0;
        for (RaidWorld.Heard each : heard) {
            double madeS = each.presence().provenance().observedAt().taiNs() / 1e9;
            assertTrue(each.receivedS() >= before && each.receivedS() > madeS, each.toString());
            before = each.receivedS();
        }
        assertTrue(heard.size() > 1_000, heard.size() + " sounds");
    }

    @Test
    void theSameSeedMakesTheSameRaid() {
        assertEquals(world.heard(), new RaidWorld(RaidSetting.usual(3, 9)).heard());
    }

    @Test
    void cruiseMissilesFlyLowFiveTimesAsFastAndLeaveTheDronesAsTheyAre() {
        RaidWorld both = new RaidWorld(RaidSetting.usual(3, 9).missiles(5));

        List<Drone> missiles = both.drones().subList(9, 14);

        assertTrue(missiles.stream().allMatch(each -> each.speedMps() >= 190 && each.heightM() <= 150));
        for (int i = 0; i < 9; i++) {
            assertEquals(world.drones().get(i).endS(), both.drones().get(i).endS());
        }
    }
}
