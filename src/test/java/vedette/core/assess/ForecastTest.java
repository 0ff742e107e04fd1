package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Enu;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;

class ForecastTest {
    private static final Outline DISC = new Outline(List.of(new Outline.Disc(0, 0, 1000)));
    private static final Heights ANY = new Heights(0, 0, 0, 0, Flight.Limits.NONE, true);

    private static Outline discAt(double eastM, double northM) {
        return new Outline(List.of(new Outline.Disc(eastM, northM, 1000)));
    }

    private static Kinematics flying(double eastMps, double northMps, double sigmaM, double sigmaMps) {
        double p = sigmaM * sigmaM;
        double v = sigmaMps * sigmaMps;
        return new Kinematics(
                new Moment(0),
                LatLon.ofDegrees(57, 24).at(0),
                new Enu(eastMps, northMps, 0),
                SymMatrix.diagonal(p, p, 1e6, v, v, 100));
    }

    @Test
    void theFuturesHaveTheMeanAndCovarianceTheyStandFor() {
        for (int a = 0; a < NormalPoints.AXES; a++) {
            for (int b = 0; b <= a; b++) {
                double mean = 0;
                double product = 0;
                for (int i = 0; i < NormalPoints.COUNT; i++) {
                    mean += NormalPoints.at(i, a) / NormalPoints.COUNT;
                    product += NormalPoints.at(i, a) * NormalPoints.at(i, b) / NormalPoints.COUNT;
                }
                assertEquals(0, mean, 1e-12);
                assertEquals(a == b ? 1 : 0, product, 1e-12);
            }
        }
    }

    @Test
    void whoStandsInTheMiddleIsInside() {
        Forecast forecast = Forecast.of(DISC, 1, new Forecast.Question(flying(0, 0, 10, 1), ANY, 0, 60));

        assertEquals(1, forecast.insideNow());
        assertEquals(-1000, forecast.distanceM(), 1e-6);
    }

    /// Drones of known truth, seen with the errors that their covariance states, pushed about by the white
    /// acceleration that the forecast allows for: their real entries must scatter about the predicted ones as
    /// predicted.
    @Test
    void entryTimesScatterAsTheirSigmaSays() {
        double squares = 0;
        int within95 = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            Draws draws = Draws.of(7, run, "entry");
            Kinematics seen = flying(30, 0, 20, 1);
            double x = -3000 + 20 * draws.gaussian();
            double vx = 30 + draws.gaussian();
            double y = 20 * draws.gaussian();
            double vy = draws.gaussian();
            Forecast forecast = Forecast.of(discAt(3000, 0), 1, new Forecast.Question(seen, ANY, 0, 180));
            double entryS = flown(x, y, vx, vy, draws);
            double off = (entryS - forecast.meanS()) / forecast.sigmaS();
            squares += off * off;
            within95 += Math.abs(off) < 1.96 ? 1 : 0;
        }
        double spread = Math.sqrt(squares / runs);
        assertTrue(spread > 0.75 && spread < 1.25, "normalised spread " + spread);
        assertTrue(within95 > 0.91 * runs && within95 < 0.99 * runs, within95 + " of " + runs + " within 95 %");
    }

    /// The real entry into a disc of 1 km around the origin.
    private static double flown(double x0, double y0, double vx0, double vy0, Draws draws) {
        double stepS = 0.1;
        double kick = Math.sqrt(0.1 * stepS);
        double x = x0;
        double y = y0;
        double vx = vx0;
        double vy = vy0;
        double t = 0;
        while (Math.hypot(x, y) > 1000 && t < 400) {
            x += vx * stepS;
            y += vy * stepS;
            vx += kick * draws.gaussian();
            vy += kick * draws.gaussian();
            t += stepS;
        }
        return t;
    }

    @Test
    void theChanceOfAGrazingFlightIsItsShareOfFutures() {
        // The border passes through the mean track: half of the futures enter, up to the disc's curve.
        Forecast forecast =
                Forecast.of(discAt(3000, 1000), 1, new Forecast.Question(flying(30, 0, 50, 0.1), ANY, 0, 180));

        assertEquals(0.5, forecast.enters(), 0.1);
    }
}
