package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Fall;
import vedette.model.WarningRadar;

final class FallingTest {
    private final WarningRadar radar = Fits.radar("R", 0.3, 0.2);
    private final Site site = Site.of(radar);
    private final Contradictions contradictions = new Contradictions(List.of(site));
    private final Follower follower = new Follower(List.of(site), contradictions);
    private final Falling falling =
            new Falling(new DropFitter(List.of(site), contradictions), new Landing(), contradictions);

    @Test
    void whatTheLightsOfSeveralToldIsLetGoAndTheEchoesStay() {
        Thing thing = heard(truth(), 5).expecting(told(truth(), 40e3));

        Thing fitted = falling.fitted(thing);

        assertFalse(fitted.prior().orElseThrow().told());
        assertEquals(5, fitted.drop().orElseThrow().looks());
        Fits.between(0, 40, fitted.drop().orElseThrow().misfit());
        assertEquals(Double.NEGATIVE_INFINITY, fitted.unsteadyS());
    }

    @Test
    void whatIsJoinedLateIsAskedToo() {
        Thing fitted = falling.fitted(heard(truth(), 30).expecting(told(truth(), 40e3)));

        assertFalse(fitted.prior().orElseThrow().told());
        assertEquals(30, fitted.drop().orElseThrow().looks());
    }

    @Test
    void whatClimbsOrIsAboveTheAirWasNotSlowedByIt() {
        double[] down = truth();
        double[] low = truth();
        for (int i = 0; i < 6; i++) {
            down[i] = i < 3 ? down[i] : -down[i];
            low[i] = i < 3 ? low[i] * 0.99 : -low[i];
        }

        assertTrue(falling.fitted(heard(truth(), 5)).drop().orElseThrow().beganFree());
        assertTrue(falling.fitted(heard(down, 5)).drop().orElseThrow().beganFree());
        assertFalse(falling.fitted(heard(low, 5)).drop().orElseThrow().beganFree());
    }

    @Test
    void whatTheLightsToldIsKeptWhereItAgrees() {
        Thing thing = heard(truth(), 5).expecting(told(truth(), 500));

        assertTrue(falling.fitted(thing).prior().orElseThrow().told());
    }

    @Test
    void aFallBeginsWhereItsEchoesDoNotAtTheLookThatMissedTheGlow() {
        Thing fitted = falling.fitted(burnt(heard(truth(), 11)));

        assertEquals(0, fitted.fallsFromS());
        assertEquals(11, fitted.drop().orElseThrow().looks());
    }

    @Test
    void echoesOfWhatStillBurntAreNoPartOfTheFall() {
        List<Look.Echo> echoes = new ArrayList<>(heard(truth(), 11).echoes());
        for (int k = 0; k < 2; k++) {
            Look.Echo echo = echoes.get(k);
            echoes.set(
                    k,
                    new Look.Echo(
                            echo.sensor(),
                            echo.timeS(),
                            echo.rangeM() - 1000,
                            echo.azimuthRad(),
                            echo.elevationRad(),
                            echo.rangeRateMps() + 200));
        }
        Thing thing = heard(truth(), 11);

        Thing fitted = falling.fitted(burnt(thing.heard(echoes, thing.follow().orElseThrow())));

        assertEquals(4, fitted.fallsFromS());
        assertEquals(9, fitted.drop().orElseThrow().looks());
    }

    @Test
    void whatOnlyRadarsSawFallsFromTheEndOfItsThrustOn() {
        Thing thing = heard(truth(), 12);
        List<Look.Echo> echoes = new ArrayList<>(thing.echoes());
        Look.Echo first = echoes.getFirst();
        echoes.set(
                0,
                new Look.Echo(
                        first.sensor(),
                        first.timeS(),
                        first.rangeM() + 60,
                        first.azimuthRad(),
                        first.elevationRad(),
                        first.rangeRateMps() - 80));

        Thing fitted = falling.fitted(thing.heard(echoes, thing.follow().orElseThrow()));

        assertEquals(2, fitted.fallsFromS());
        assertEquals(11, fitted.drop().orElseThrow().looks());
        assertEquals(0, falling.fitted(thing).fallsFromS());
    }

    // Its glow was seen a second before the first echo, and missed at six seconds; what its burn tells is not believed.
    private static Thing burnt(Thing thing) {
        Burn burn =
                new Burn(0, Slots.NONE, 0.3, 0.2, new Numbers(new double[8]), new Numbers(new double[64]), 1e9, 0, 20);
        Look.Light light = Fits.light(0, -1, Fits.state(0, -0.4, 35_786e3), truth());
        return thing.lit(List.of(light)).burning(List.of(burn)).falling(Optional.empty(), 6);
    }

    private static double[] truth() {
        double[] truth = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.34, 0.24, 110e3), 0, truth, 0, 6);
        truth[Drop.BETA] = 8.2;
        return truth;
    }

    // Known to 2 km and 30 m/s, and as far off as is said.
    private static Prior told(double[] truth, double offM) {
        double[] state = truth.clone();
        state[0] += offM;
        double[] information = new double[36];
        for (int i = 0; i < 6; i++) {
            double sigma = i < 3 ? 2e3 : 30;
            information[i * 7] = 1 / (sigma * sigma);
        }
        return new Prior(0, Numbers.copy(state, 6), new Numbers(information), 8.2, 0.4, Taught.NOTHING);
    }

    private Thing heard(double[] truth, int count) {
        Fall fall = new Fall();
        fall.start(0, truth, false);
        List<Look.Echo> echoes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            fall.to(2 * k);
            echoes.add(Fits.noisy(Fits.echo(site, fall.state(), 2 * k), radar, 300 + k));
        }
        Follow follow = follower.begun(echoes.getFirst());
        for (Look.Echo echo : echoes.subList(1, count)) {
            follow = follower.taken(follow, echo, Follower.BURNING);
        }
        return Thing.of(1, echoes.getFirst(), follow).heard(echoes, follow).falling(Optional.empty(), 0);
    }
}
