package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LookViewTest {
    private final LookView view = new LookView();
    private final Site site = Site.of(Fits.radar("R", 0.3, 0.2));

    @Test
    void anEchoThatLiesWhereItShouldLeavesNothingOver() {
        double[] state = Fits.state(0.35, 0.25, 120e3);

        view.echo(Fits.echo(site, state, 10), site, state);

        for (int row = 0; row < view.rows; row++) {
            assertEquals(0, view.residual[row] / view.sigma[row], 1e-6);
        }
    }

    @Test
    void theDerivativesOfAnEchoAreThoseOfItsDifferences() {
        double[] state = Fits.state(0.35, 0.25, 120e3);
        Look.Echo echo = Fits.echo(site, state, 10);
        view.echo(echo, site, state);
        double[] partials = view.partials.clone();

        for (int i = 0; i < 6; i++) {
            double step = i < 3 ? 1 : 0.01;
            double[] moved = state.clone();
            moved[i] += step;
            view.echo(echo, site, moved);
            for (int row = 0; row < view.rows; row++) {
                double difference = -view.residual[row] / step;
                double scale = view.sigma[row] / (i < 3 ? 100 : 1);
                assertEquals(difference, partials[row * LookView.WIDTH + i], 1e-3 * scale);
            }
        }
    }

    @Test
    void aLineOfSightThatPassesBesideIsOffByTheAngle() {
        double[] state = Fits.state(0.3, 0.2, 20e3);
        double[] eye = Fits.state(0.0, 0.1, 35_786e3);
        Look.Light light = Fits.light(0, 5, eye, state);
        double range = Math.sqrt(sq(state[0] - eye[0]) + sq(state[1] - eye[1]) + sq(state[2] - eye[2]));
        view.light(light, state);
        double[] away = view.first().clone();
        double[] moved = state.clone();
        for (int i = 0; i < 3; i++) {
            moved[i] += 5000 * away[i];
        }

        view.light(light, moved);

        assertEquals(-5000 / range, view.residual[0], 1e-8);
        assertEquals(0, view.residual[1], 1e-8);
    }

    @Test
    void aSatelliteDoesNotSeeThroughTheEarth() {
        double[] eye = Fits.state(0.0, 0.1, 35_786e3);

        assertTrue(Glow.sees(eye, Fits.state(0.3, 0.2, 20e3)));
        assertFalse(Glow.sees(eye, Fits.state(0.3, 0.2 + Math.PI, 20e3)));
    }

    private static double sq(double x) {
        return x * x;
    }
}
