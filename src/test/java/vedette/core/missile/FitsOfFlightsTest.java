package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Fall;
import vedette.model.InfraredSatellite;
import vedette.model.WarningRadar;

final class FitsOfFlightsTest {
    private static final int LOOKS = 40;
    private final WarningRadar radar = Fits.radar("R", 0.3, 0.2);
    private final Site site = Site.of(radar);

    @Test
    void aFallIsFoundWithinItsOwnUncertainty() {
        double squares = 0;
        int flights = 20;
        for (int seed = 0; seed < flights; seed++) {
            double[] truth = truth();
            Drop drop = fitted(echoes(truth, seed), truth);
            for (int i = 0; i < 6; i++) {
                double away = (drop.best().at(i) - truth[i]) / drop.sigma(i);
                squares += away * away / (6 * flights);
            }
            assertTrue(drop.misfit() < 2.0 * drop.rows());
        }

        // 120 squares of standard normal numbers, those of one flight not independent.
        Fits.between(0.5, 1.7, squares);
    }

    @Test
    void oneLookMoreGivesTheSameFallAsAllAtOnce() {
        double[] truth = truth();
        List<Look.Echo> echoes = echoes(truth, 3);
        DropFitter fitter = new DropFitter(List.of(site));
        Prior prior = Prior.vague(0, new Numbers(first(truth)), 2000);
        Drop grown = fitter.fit(echoes.subList(0, 5), prior, prior.state()).orElseThrow();
        for (int i = 6; i <= LOOKS; i++) {
            grown = fitter.grown(grown, echoes.subList(0, i), prior).orElseThrow();
        }

        Drop whole = fitter.fit(echoes, prior, prior.state()).orElseThrow();

        for (int i = 0; i < 6; i++) {
            assertEquals(whole.best().at(i), grown.best().at(i), 0.05 * whole.sigma(i));
        }
        assertEquals(whole.looks(), grown.looks());
    }

    @Test
    void aFallFollowedDownThroughTheAirIsTheSameAsAllLooksAtOnce() {
        double[] truth = truth();
        truth[Drop.BETA] = 7.4;
        Fall fall = new Fall();
        fall.start(0, truth, false);
        List<Look.Echo> echoes = new ArrayList<>();
        while (EarthPull.heightM(fall.state()[0], fall.state()[1], fall.state()[2]) > 5e3) {
            echoes.add(Fits.noisy(Fits.echo(site, fall.state(), 2 * echoes.size()), radar, 70 + echoes.size()));
            fall.to(2 * echoes.size());
        }
        DropFitter fitter = new DropFitter(List.of(site));
        Prior prior = Prior.vague(0, new Numbers(first(truth)), 2000);
        Drop grown = fitter.fit(echoes.subList(0, 5), prior, prior.state()).orElseThrow();
        for (int i = 6; i <= echoes.size(); i++) {
            grown = fitter.grown(grown, echoes.subList(0, i), prior).orElseThrow();
        }

        Drop whole = fitter.fit(echoes, prior, Numbers.copy(grown.best().values(), 6))
                .orElseThrow();

        for (int i = 0; i <= Drop.BETA; i++) {
            assertEquals(whole.best().at(i), grown.best().at(i), 0.05 * whole.sigma(i), "parameter " + i);
        }
    }

    @Test
    void aLaunchPointIsFoundFromTwoSatellites() {
        List<InfraredSatellite> satellites = List.of(Fits.satellite("A"), Fits.satellite("B"));
        double[] left = Fits.state(0, -0.4, 35_786e3);
        double[] right = Fits.state(0, 0.6, 35_786e3);
        Thing thing = Thing.of(1, light(0, 50, left));
        List<Look.Light> lights = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            lights.add(light(0, 50 + 5 * k, left));
            lights.add(light(1, 52 + 5 * k, right));
        }

        Thing fitted = new Burning(satellites)
                .fitted(
                        thing.lit(lights).shining(Thing.Shine.RISING),
                        Ending.gone(
                                lights.getLast().timeS(),
                                List.of(new Ending.Miss(lights.getLast().timeS() + 3, 0.03))));

        Burn burn = fitted.burn().orElseThrow();
        double sigmaM = Math.sqrt(burn.covariance().at(0) + burn.covariance().at(burn.n() + 1));
        double missM = vedette.model.Wgs84.sphereDistanceM(Launches.place(burn), new vedette.model.LatLon(0.3, 0.2));
        assertTrue(missM < 3 * sigmaM);
        assertTrue(sigmaM < 4000);
        assertEquals(10, burn.launchS(), 4 * Math.sqrt(burn.covariance().at(2 * burn.n() + 2)));
    }

    @Test
    void aStraightWayIsNotBentAndABurnIs() {
        Straight straight = new Straight();
        double[] eye = Fits.state(0, -0.4, 35_786e3);
        List<Look.Light> burns = new ArrayList<>();
        List<Look.Light> drifts = new ArrayList<>();
        double[] begin = Fits.ascent(0.3, 0.2, 50);
        for (int k = 0; k < 8; k++) {
            burns.add(light(0, 45 + 5 * k, eye));
            double[] at = begin.clone();
            for (int i = 0; i < 3; i++) {
                at[i] += 5 * k * 0.5 * begin[3 + i];
            }
            drifts.add(Fits.light(0, 45 + 5 * k, eye, at));
        }

        assertTrue(straight.curvature(drifts) < 1);
        assertTrue(straight.curvature(burns) > 15);
    }

    private static Look.Light light(int sensor, double timeS, double[] eye) {
        return Fits.light(sensor, timeS, eye, Fits.ascent(0.3, 0.2, timeS));
    }

    private static double[] truth() {
        double[] truth = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.34, 0.24, 110e3), 0, truth, 0, 6);
        truth[Drop.BETA] = 8.2;
        return truth;
    }

    private static double[] first(double[] truth) {
        double[] guess = new double[6];
        for (int i = 0; i < 6; i++) {
            guess[i] = truth[i] + (i < 3 ? 500 : 40);
        }
        return guess;
    }

    private List<Look.Echo> echoes(double[] truth, long seed) {
        Fall fall = new Fall();
        fall.start(0, truth, false);
        List<Look.Echo> echoes = new ArrayList<>();
        for (int k = 0; k < LOOKS; k++) {
            fall.to(2 * k);
            echoes.add(Fits.noisy(Fits.echo(site, fall.state(), 2 * k), radar, seed * 1000 + k));
        }
        return echoes;
    }

    private Drop fitted(List<Look.Echo> echoes, double[] truth) {
        Prior prior = Prior.vague(0, new Numbers(first(truth)), 2000);
        return new DropFitter(List.of(site)).fit(echoes, prior, prior.state()).orElseThrow();
    }
}
