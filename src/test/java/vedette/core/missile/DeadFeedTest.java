package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;

/// A satellite tells only of what burns: is a glow gone, or its line dead?
class DeadFeedTest {
    private static final LaunchWorld ATTACK = LaunchWorld.of(Story.MEDIUM, 5);
    private static final Flown MISSILE = ATTACK.flown().getFirst();
    private static final double BURNOUT_S = MISSILE.glows().getFirst().toS();

    @ParameterizedTest
    @ValueSource(longs = {202, 204, 206})
    void aNotifiedLaunchWhoseSatellitesAreNotHeardForFortySecondsIsNoAttack(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SPACE, seed);
        double deadS = world.flown().getFirst().path().fromS() + 80;

        Chain chain = Chain.watching(world, but(lights(world), deadS, deadS + 40));

        assertEquals(List.of(), chain.attacks());
    }

    @Test
    void anAttackUnderCoverOfANoticeIsToldWithinTwoMinutesOfItsLastLook() {
        Chain chain = Chain.noticing(ATTACK, lights(ATTACK), List.of(notice(0)));

        assertTrue(firstAttackS(chain) < BURNOUT_S + 125, () -> BURNOUT_S + " s, told " + firstAttackS(chain));
    }

    @Test
    void anAttackThatFliesAnotherWayThanTheNoticeSaysIsNotWaitedFor() {
        double unnotified = firstAttackS(Chain.watching(ATTACK, lights(ATTACK)));

        Chain chain = Chain.noticing(ATTACK, lights(ATTACK), List.of(notice(2)));

        assertEquals(unnotified, firstAttackS(chain));
    }

    @Test
    void anAttackUnderCoverOfANoticeIsNotWaitedForWhileItsSatellitesBeat() {
        double unnotified = firstAttackS(Chain.watching(ATTACK, lights(ATTACK)));
        List<Measurement> looks = lights(ATTACK);
        looks.addAll(beats("IR1", 0, BURNOUT_S + 100, 2));
        looks.addAll(beats("IR2", 0, BURNOUT_S + 100, 2));

        Chain chain = Chain.noticing(ATTACK, looks, List.of(notice(0)));

        assertTrue(firstAttackS(chain) <= unnotified + 2, () -> unnotified + " s, told " + firstAttackS(chain));
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "BEATS"})
    void anAttackWhoseSatellitesAreKnownToBeSilentIsToldWithAnAreaThatHoldsIt(String how) {
        double deadS = MISSILE.path().fromS() + 65;
        List<Measurement> looks = new ArrayList<>(but(lights(ATTACK), deadS, 1e6));
        for (String satellite : List.of("IR1", "IR2")) {
            looks.addAll(
                    how.equals("BEATS")
                            ? beats(satellite, 0, deadS, 2)
                            : List.of(status(satellite, deadS, Measurement.Condition.FAILED)));
        }

        Chain chain = Chain.watching(ATTACK, looks);

        assertTrue(firstAttackS(chain) < deadS + 75, () -> "cut at " + deadS + ", told " + firstAttackS(chain));
        assertTrue(chain.told().stream()
                .anyMatch(each -> each.missile().why().contains("it may burn on")
                        && each.missile().verdict() == Missile.Verdict.LAUNCH));
        Chain.Told late = chain.impactBefore(MISSILE.path().toS() - 10).orElseThrow();
        LatLon truth = MISSILE.impact().orElseThrow();
        assertTrue(Chain.holds(late.missile().impact().orElseThrow(), 0.99, truth));
    }

    @Test
    void aFireThatVanishesWithTheGlowTellsThatTheLineIsDead() {
        double deadS = MISSILE.path().fromS() + 65;
        List<Measurement> looks = new ArrayList<>(but(lights(ATTACK), deadS, 1e6));
        looks.addAll(but(fire(), deadS, 1e6));

        Chain chain = Chain.watching(ATTACK, looks);

        assertTrue(firstAttackS(chain) > deadS + 40, () -> "cut at " + deadS + ", told " + firstAttackS(chain));
        assertTrue(firstAttackS(chain) < deadS + 75, () -> "cut at " + deadS + ", told " + firstAttackS(chain));
    }

    @Test
    void aFireThatIsStillSeenTellsThatTheGlowIsGone() {
        double alone = firstAttackS(Chain.watching(ATTACK, lights(ATTACK)));
        List<Measurement> looks = new ArrayList<>(lights(ATTACK));
        looks.addAll(fire());

        double beside = firstAttackS(Chain.watching(ATTACK, looks));

        assertTrue(beside <= alone + 5, () -> alone + " s alone, " + beside + " s beside a fire");
    }

    // Both satellites see a fire at every revisit.
    private static List<Measurement> fire() {
        List<Measurement> all = new ArrayList<>();
        double[] at = Fits.state(
                MISSILE.launch().orElseThrow().latRad() + 0.05,
                MISSILE.launch().orElseThrow().lonRad() - 0.08,
                0);
        for (LaunchWorld.Satellite each : ATTACK.satellites()) {
            for (double t = 1.7; t < BURNOUT_S + 150; t += each.known().revisitS()) {
                var from = each.vantage().at(t);
                var way = new vedette.math.Vec3(at[0] - from.xM(), at[1] - from.yM(), at[2] - from.zM());
                all.add(new Measurement.Sight(
                        Provenance.open(each.known().sensor(), Chain.START.plusS(t)),
                        from,
                        way.times(1 / way.norm()),
                        each.known().sigmaRad()));
            }
        }
        return all;
    }

    static List<Measurement> lights(LaunchWorld world) {
        return new ArrayList<>(Looks.of(world, Chain.START).stream()
                .filter(look -> look instanceof Measurement.Sight)
                .toList());
    }

    private static List<Measurement> but(List<Measurement> looks, double fromS, double toS) {
        return looks.stream()
                .filter(look -> timeS(look) < fromS || timeS(look) > toS)
                .toList();
    }

    private static double timeS(Measurement look) {
        return look.provenance().observedAt().secondsSince(Chain.START);
    }

    static List<Measurement> beats(String satellite, double fromS, double toS, double everyS) {
        List<Measurement> all = new ArrayList<>();
        for (double t = fromS; t < toS; t += everyS) {
            all.add(status(satellite, t, Measurement.Condition.OPERATIONAL));
        }
        return all;
    }

    private static Measurement status(String satellite, double timeS, Measurement.Condition condition) {
        SensorId sensor = new SensorId(satellite);
        return new Measurement.StatusReport(Provenance.open(sensor, Chain.START.plusS(timeS)), sensor, condition, "");
    }

    // Of the attack itself, turned by so many radians.
    private static LaunchNotice notice(double offRad) {
        LatLon from = MISSILE.launch().orElseThrow();
        double azimuthRad = Wgs84.bearingRad(from, MISSILE.impact().orElseThrow());
        return new LaunchNotice(
                "space launch",
                from,
                Chain.START.plusS(-1800),
                Chain.START.plusS(7200),
                OptionalDouble.of(azimuthRad + offRad),
                OptionalDouble.empty());
    }

    static double firstAttackS(Chain chain) {
        return chain.told().stream()
                .filter(each -> each.missile().verdict() == Missile.Verdict.ATTACK)
                .mapToDouble(Chain.Told::timeS)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
