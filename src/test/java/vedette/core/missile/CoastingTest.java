package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Fall;
import vedette.model.WarningRadar;

final class CoastingTest {
    private static final double BURNS_MPS2 = 40;
    private static final int LOOKS = 6;
    private final WarningRadar radar = Fits.radar("R", 0.3, 0.2);
    private final Site site = Site.of(radar);
    private final DropFitter fitter = new DropFitter(List.of(site));
    private final Coasting coasting = new Coasting(fitter, List.of(site));

    @Test
    void aFallThatARadarSeesForTenSecondsIsToldFromABurn() {
        int shown = 0;
        for (int seed = 0; seed < 20; seed++) {
            shown += shows(echoes(0, true, seed)) ? 1 : 0;
        }

        assertTrue(shown >= 18, shown + " of 20");
    }

    @Test
    void whatBurnsOnIsNotTakenForAFall() {
        for (int seed = 0; seed < 20; seed++) {
            assertFalse(shows(echoes(BURNS_MPS2, true, seed)), "seed " + seed);
        }
    }

    @Test
    void echoesTooPoorToTellTheTwoApartShowNothing() {
        WarningRadar poor = new WarningRadar(
                radar.sensor(),
                radar.place(),
                radar.periodS(),
                new WarningRadar.Noise(3000, 0.05, 0),
                radar.bias(),
                radar.minElevationRad(),
                radar.maxRangeM(),
                radar.detection());
        List<Site> sites = List.of(Site.of(poor));
        List<Look.Echo> echoes = echoes(0, false, 3);
        DropFitter rough = new DropFitter(sites);
        Drop drop = rough.fit(echoes, prior(), prior().state()).orElseThrow();

        assertFalse(new Coasting(rough, sites).shows(burn(), drop, echoes));
    }

    @Test
    void fourEchoesAreTooFew() {
        assertFalse(shows(echoes(0, true, 1).subList(0, 4)));
    }

    private boolean shows(List<Look.Echo> echoes) {
        return fitter.fit(echoes, prior(), prior().state())
                .filter(drop -> coasting.shows(burn(), drop, echoes))
                .isPresent();
    }

    private static Prior prior() {
        return Prior.vague(0, Numbers.copy(Fits.state(0.34, 0.24, 110e3), 6), 2000);
    }

    // One stage that ends with 80 m/s².
    private static Burn burn() {
        double[] p = {0, 0, 0, 0.3, 0.2, 3, 0.75, 4.3};
        return new Burn(0, Slots.NONE, 0.3, 0.2, new Numbers(p), new Numbers(new double[64]), 0, 0, 20);
    }

    private List<Look.Echo> echoes(double thrustMps2, boolean rate, long seed) {
        double[] start = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.34, 0.24, 110e3), 0, start, 0, 6);
        start[Drop.BETA] = 8.2;
        Fall fall = new Fall();
        fall.start(0, start, false);
        List<Look.Echo> echoes = new ArrayList<>();
        for (int k = 0; k < LOOKS; k++) {
            double timeS = 2 * k;
            fall.to(timeS);
            double[] s = fall.state().clone();
            double share = thrustMps2 / Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
            for (int i = 0; i < 3; i++) {
                s[i] += 0.5 * share * timeS * timeS * s[3 + i];
                s[3 + i] *= 1 + share * timeS;
            }
            Look.Echo echo = Fits.echo(site, s, timeS);
            Look.Echo noisy = Fits.noisy(echo, radar, 1000 * seed + k);
            echoes.add(rate ? noisy : withoutRate(noisy));
        }
        return echoes;
    }

    private static Look.Echo withoutRate(Look.Echo echo) {
        return new Look.Echo(
                echo.sensor(), echo.timeS(), echo.rangeM(), echo.azimuthRad(), echo.elevationRad(), Double.NaN);
    }
}
