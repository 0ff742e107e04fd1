package vedette.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrbitTest {
    private static final double SPIN = EarthPull.SPIN_RADPS;

    @Test
    void aRoundOrbitStaysUp() {
        double r = 6_878_137;
        double speed = Math.sqrt(EarthPull.GM / r);

        Orbit orbit = Orbit.of(new double[] {r, 0, 0, 0, -SPIN * r, speed});

        assertEquals(500_000, orbit.perigeeM(), 1);
        assertEquals(500_000, orbit.apogeeM(), 1);
        assertEquals(Math.PI / 2, orbit.inclinationRad(), 1e-9);
        assertEquals(speed, orbit.speedMps(), 1e-9);
        assertFalse(orbit.meetsGround());
    }

    @Test
    void everyBallisticFlightMeetsTheGround() {
        for (Flight flight : Flight.all()) {
            Orbit orbit = Orbit.of(flight.burnout());
            assertTrue(orbit.meetsGround());
            assertTrue(orbit.isBound());
            assertTrue(orbit.apogeeM() > 50_000);
        }
    }

    @Test
    void aMeteorIsNotBound() {
        Orbit orbit = Orbit.of(new double[] {6_478_137, 0, 0, -15_000, 0, 2000});

        assertFalse(orbit.isBound());
        assertTrue(orbit.meetsGround());
        assertEquals(Double.POSITIVE_INFINITY, orbit.apogeeM());
    }

    @Test
    void aFallFromRestIsAStraightLine() {
        Orbit orbit = Orbit.of(new double[] {7e6, 0, 0, 0, -SPIN * 7e6, 0});

        assertEquals(-6_378_137, orbit.perigeeM(), 1);
        assertEquals(7e6 - 6_378_137, orbit.apogeeM(), 1);
    }
}
