package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Fall;
import vedette.math.Exact;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// More looks, and more sensors, than any fit has room for.
class ManyLooksTest {
    private static final int RADARS = 12;

    private final List<WarningRadar> radars = radars(RADARS);
    private final List<Site> sites = radars.stream().map(Site::of).toList();

    // 250 s of a fall to 15 km above the ground: at the end the air tells the ballistic coefficient.
    private static double[] truth() {
        double[] truth = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.34, 0.24, 110e3), 0, truth, 0, 6);
        truth[Drop.BETA] = 8.2;
        return truth;
    }

    private static List<WarningRadar> radars(int count) {
        List<WarningRadar> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Fits.radar("R" + i, 0.34 + 0.02 * Exact.cos(i), 0.27 + 0.02 * Exact.sin(i)));
        }
        return all;
    }

    private List<Look.Echo> echoes(int count, int eyes, long seed) {
        Fall fall = new Fall();
        fall.start(0, truth(), false);
        List<Look.Echo> echoes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double timeS = 250.0 * k / count;
            fall.to(timeS);
            int radar = k % eyes;
            Look.Echo clean = Fits.echo(sites.get(radar), fall.state(), timeS);
            Look.Echo echo = Fits.noisy(clean, radars.get(radar), seed * 10_000 + k);
            echoes.add(new Look.Echo(
                    radar,
                    timeS,
                    echo.rangeM() + Fits.normal(seed, 90_000 + radar) * 10,
                    echo.azimuthRad() + Fits.normal(seed, 91_000 + radar) * 3e-4 / Exact.cos(echo.elevationRad()),
                    echo.elevationRad() + Fits.normal(seed, 92_000 + radar) * 3e-4,
                    echo.rangeRateMps()));
        }
        return echoes;
    }

    private Thing watched(List<Look.Echo> echoes) {
        Follower follower = new Follower(sites);
        Falling falling = new Falling(new DropFitter(sites), new Landing(), new Contradictions(sites));
        Thing thing = Thing.of(1, echoes.getFirst(), follower.begun(echoes.getFirst()));
        for (Look.Echo echo : echoes.subList(1, echoes.size())) {
            Follow follow = follower.taken(thing.follow().orElseThrow(), echo, Follower.FALLING);
            Thing fitted = falling.fitted(thing.heard(Echoes.with(thing.echoes(), echo), follow));
            thing = fitted.echoes().size() < Echoes.MOST_ECHOES ? fitted : falling.folded(fitted);
            assertTrue(thing.echoes().size() < Echoes.MOST_ECHOES);
        }
        return thing;
    }

    // All at once, of a body that was taken for the same beforehand.
    private Drop whole(List<Look.Echo> echoes, Prior same) {
        Prior prior =
                new Prior(0, Numbers.copy(truth(), 6), Numbers.NONE, same.lnBeta(), same.lnBetaSigma(), Taught.NOTHING);
        return new DropFitter(sites).fit(echoes, prior, prior.state()).orElseThrow();
    }

    @Test
    void fifteenHundredEchoesTellTheSameWhetherAllAreKeptOrNot() {
        for (int seed = 0; seed < 3; seed++) {
            List<Look.Echo> echoes = echoes(1500, 3, seed);

            Thing thing = watched(echoes);

            Drop kept = thing.drop().orElseThrow();
            Drop whole = whole(echoes, thing.prior().orElseThrow());
            assertEquals(1500, kept.looks());
            assertEquals(whole.rows(), kept.rows());
            double[] there = at(whole, kept.epochS());
            for (int i = 0; i < 6; i++) {
                assertEquals(there[i], kept.best().at(i), 0.05 * kept.sigma(i), "parameter " + i);
            }
            assertEquals(whole.best().at(Drop.BETA), kept.best().at(Drop.BETA), 0.05 * whole.sigma(Drop.BETA));
            assertEquals(whole.sigma(Drop.BETA), kept.sigma(Drop.BETA), 0.02 * whole.sigma(Drop.BETA));
            assertEquals(whole.misfit(), kept.misfit(), 0.001 * whole.misfit());
        }
    }

    @Test
    void ofTwelveRadarsAllTeachAndTheFallIsWithinItsUncertainty() {
        double squares = 0;
        int flights = 10;
        for (int seed = 0; seed < flights; seed++) {
            Thing thing = watched(echoes(360, RADARS, seed));

            Drop drop = thing.drop().orElseThrow();

            assertEquals(Drop.MOST_RADARS, drop.slots().count());
            for (int radar = 0; radar < RADARS; radar++) {
                assertEquals(30, thing.echoesOf(radar));
            }
            for (int i = 0; i < 6; i++) {
                double away = (drop.best().at(i) - truthAt(drop.epochS())[i]) / drop.sigma(i);
                squares += away * away / (6 * flights);
            }
        }
        Fits.between(0.4, 1.8, squares);
    }

    private static double[] truthAt(double timeS) {
        Fall fall = new Fall();
        fall.start(0, truth(), false);
        fall.to(timeS);
        return fall.state();
    }

    private static double[] at(Drop drop, double timeS) {
        Fall fall = new Fall();
        fall.start(drop.epochS(), drop.best().values(), false);
        fall.to(timeS);
        return fall.state();
    }

    @Test
    void twelveSatellitesFindALaunch() {
        List<InfraredSatellite> satellites = new ArrayList<>();
        List<Look.Light> lights = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            satellites.add(Fits.satellite("S" + i));
        }
        for (int k = 0; k < 60; k++) {
            double timeS = 50 + k * 0.8;
            double[] eye = Fits.state(0, -0.4 + 0.08 * (k % 12), 35_786e3);
            lights.add(Fits.light(k % 12, timeS, eye, Fits.ascent(0.3, 0.2, timeS)));
        }
        Thing thing = Thing.of(1, lights.getFirst()).lit(lights).shining(Thing.Shine.RISING);

        Burn burn = new Burning(satellites)
                .fitted(thing, Ending.gone(97, List.of(new Ending.Miss(100, 0.03))))
                .burn()
                .orElseThrow();

        assertEquals(Burn.MOST_SATELLITES, burn.slots().count());
        double sigmaM = Math.sqrt(burn.covariance().at(0) + burn.covariance().at(burn.n() + 1));
        assertTrue(Wgs84.sphereDistanceM(Launches.place(burn), new LatLon(0.3, 0.2)) < 3 * sigmaM);
        assertTrue(sigmaM < 4000);
    }

    @Test
    void anEchoEarlierThanThoseKeptIsRefusedAndCounted() {
        Watched watch = Watched.with(List.of(), radars);
        List<Look.Echo> echoes = echoes(1500, RADARS, 1);
        for (Look.Echo each : echoes) {
            watch.echo("R" + each.sensor(), each.timeS(), each.timeS(), polar(each));
        }

        Look.Echo early = echoes.get(1100);
        watch.echo("R" + early.sensor(), early.timeS(), 250, polar(early));

        assertEquals(List.of("echoes earlier than those kept"), watch.refused());
        assertEquals(1, watch.state().things().size());
    }

    private static Measurement.Polar polar(Look.Echo echo) {
        return new Measurement.Polar(
                echo.rangeM(),
                echo.azimuthRad(),
                java.util.OptionalDouble.of(echo.elevationRad()),
                java.util.OptionalDouble.of(echo.rangeRateMps()));
    }
}
