package vedette.simulate.launches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vedette.core.motion.EarthPull;
import vedette.math.Vec3;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Wgs84;
import vedette.simulate.launches.LaunchWorld.Story;

/// Worlds of launches and falls: that they are what they say.
class LaunchWorldTest {
    private static final Moment START = new Moment(0);

    private static double rangeM(Flown flown) {
        return Wgs84.sphereDistanceM(
                flown.launch().orElseThrow(), flown.impact().orElseThrow());
    }

    private static double highestM(Path path) {
        double highest = 0;
        for (double t = path.fromS(); t <= path.toS(); t += 1) {
            highest = Math.max(highest, path.heightM(t));
        }
        return highest;
    }

    // Lowest height of the orbit that a state is on, above the mean radius, metres.
    private static double perigeeM(double[] s) {
        Vec3 place = new Vec3(s[0], s[1], s[2]);
        Vec3 speed = new Vec3(s[3] - EarthPull.SPIN_RADPS * s[1], s[4] + EarthPull.SPIN_RADPS * s[0], s[5]);
        double axis = 1 / (2 / place.norm() - speed.dot(speed) / EarthPull.GM);
        Vec3 turn = place.cross(speed);
        double e2 = 1 - turn.dot(turn) / (axis * EarthPull.GM);
        return axis * (1 - Math.sqrt(Math.max(0, e2))) - Wgs84.MEAN_RADIUS_M;
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    void theSameSeedGivesTheSameLooksToTheBit(Story story) {
        List<Measurement> once = Looks.of(LaunchWorld.of(story, 3), START);
        List<Measurement> again = Looks.of(LaunchWorld.of(story, 3), START);

        assertTrue(!once.isEmpty());
        assertEquals(once, again);
    }

    @ParameterizedTest
    @CsvSource({"SHORT, 100e3, 900e3", "MEDIUM, 300e3, 2500e3", "LONG, 1000e3, 7000e3", "LONGEST, 3000e3, 16000e3"})
    void missilesComeDownFarFromWhereTheyStart(Story story, double leastM, double mostM) {
        for (int seed = 0; seed < 8; seed++) {
            double rangeM = rangeM(LaunchWorld.of(story, seed).flown().getFirst());

            assertTrue(rangeM > leastM && rangeM < mostM, story + " " + seed + ": " + rangeM);
        }
    }

    @Test
    void aMissileEndsOnTheGround() {
        Path path = LaunchWorld.of(Story.MEDIUM, 1).flown().getFirst().path();

        assertEquals(0, path.heightM(path.toS()), 1e-3);
        assertTrue(highestM(path) > 50e3);
    }

    @Test
    void aSpaceLaunchEndsInOrbitAndItsStageFallsBack() {
        for (int seed = 0; seed < 4; seed++) {
            List<Flown> flown = LaunchWorld.of(Story.SPACE, seed).flown();
            Path launcher = flown.getFirst().path();

            assertTrue(perigeeM(launcher.at(launcher.toS())) > 150e3);
            assertTrue(flown.getFirst().impact().isEmpty());
            assertEquals(0, flown.get(1).path().heightM(flown.get(1).path().toS()), 1e-3);
        }
    }

    @Test
    void aSoundingRocketComesDownNearby() {
        assertTrue(rangeM(LaunchWorld.of(Story.SOUNDING, 5).flown().getFirst()) < 600e3);
    }

    @Test
    void aGlideGoesFartherOrAsideOfFreeFall() {
        Flown glide = LaunchWorld.of(Story.GLIDE, 2).flown().getFirst();
        double burnoutS = glide.glows().getFirst().toS();
        Flier free = new Flier(Weather.STANDARD, 5000, burnoutS, glide.path().at(burnoutS));
        free.fall(burnoutS + 4000, 0.1, Flier.Push.NONE);

        double apartM = Wgs84.sphereDistanceM(
                glide.impact().orElseThrow(), free.path().end().geodetic().latLon());

        assertTrue(apartM > 5e3, "apart " + apartM);
    }

    @Test
    void aMeteorGlowsForSeconds() {
        Flown meteor = LaunchWorld.of(Story.METEOR, 1).flown().getFirst();
        Flown.Glow glow = meteor.glows().getFirst();

        assertTrue(glow.toS() - glow.fromS() > 1 && glow.toS() - glow.fromS() < 60, glow.toString());
    }

    @Test
    void eightMissilesStartWithinAMinute() {
        List<Flown> flown = LaunchWorld.of(Story.SALVO, 4).flown();

        double first =
                flown.stream().mapToDouble(each -> each.path().fromS()).min().orElseThrow();
        double last =
                flown.stream().mapToDouble(each -> each.path().fromS()).max().orElseThrow();

        assertEquals(8, flown.size());
        assertTrue(last - first < 60);
    }

    @Test
    void aFreeBodyKeepsItsEnergyAboveTheAir() {
        Path path = LaunchWorld.of(Story.SATELLITE, 1).flown().getFirst().path();

        double begin = energy(path.at(path.fromS()));
        double end = energy(path.at(path.toS()));

        assertEquals(1, end / begin, 2e-7);
    }

    // With the flattening; drag at 400 to 1200 km takes less than the tolerance in 15 minutes.
    private static double energy(double[] s) {
        double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
        double vx = s[3] - EarthPull.SPIN_RADPS * s[1];
        double vy = s[4] + EarthPull.SPIN_RADPS * s[0];
        double p2 = 1.5 * s[2] * s[2] / r2 - 0.5;
        double pull = EarthPull.GM / Math.sqrt(r2) * (1 - EarthPull.J2 * Wgs84.A_M * Wgs84.A_M / r2 * p2);
        return (vx * vx + vy * vy + s[5] * s[5]) / 2 - pull;
    }
}
