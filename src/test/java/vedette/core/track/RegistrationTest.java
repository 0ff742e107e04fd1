package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// What common targets tell of the biases of radars. The targets' places are fused here by plain least squares.
class RegistrationTest {
    private static final double TRACK_SIGMA_M = 30;

    private final List<SensorSite> sites = new Sky()
            .radar2d("A", 0, 4)
            .radar2d("B", 60_000, 5)
            .radar2d("C", -40_000, 10)
            .sites();
    private final List<RadarView> views = sites.stream().map(RadarView::new).toList();
    private final Lesson lesson = new Lesson();
    private Draws draws = Draws.of(1, 1, "registration");
    private Knowledge known = Knowledge.of(sites);
    private double noise = 1;
    private boolean reports;

    private static Bias bias(double rangeM, double azimuthDeg, double timeS) {
        return new Bias(rangeM, Math.toRadians(azimuthDeg), 0, timeS);
    }

    // Every radar looks at every target, ten times; between rounds the biases are solved and taken off.
    private Registration learnt(List<Bias> truth, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int look = 0; look < 60; look++) {
                Sky.Flyer flyer = new Sky.Flyer(
                        new Enu(draws.uniform(-60_000, 80_000), draws.uniform(-70_000, 70_000), 9000),
                        new Enu(draws.uniform(-250, 250), draws.uniform(-250, 250), 0),
                        Identity.NONE,
                        Altitude.UNKNOWN);
                double[] target = Sky.state(flyer, 0);
                for (int s = 0; s < truth.size(); s++) {
                    teach(s, target, truth, round);
                }
            }
            Registration solved =
                    known.registration().solved(Sky.at(6.0 * round).taiNs());
            List<SensorKnowledge> each = new ArrayList<>();
            for (int s = 0; s < sites.size(); s++) {
                each.add(known.of(s).registered(s, solved));
            }
            known = new Knowledge(solved, each, 0);
        }
        return known.registration();
    }

    private void teach(int sensor, double[] target, List<Bias> truth, int round) {
        lesson.begin(sensor, sites.get(sensor), sweep(sensor, 6.0 * round), known);
        double[] track = fused(target, truth);
        double[] plot = plot(sensor, target, truth.get(sensor));
        RadarView view = views.get(sensor);
        view.look(track, 0);
        double[] row = lesson.rows();
        System.arraycopy(track, 0, row, Lesson.PLACE, 3);
        System.arraycopy(target, 3, row, Lesson.VELOCITY, 3);
        row[Lesson.RESIDUAL] = plot[0] - view.rangeM();
        row[Lesson.RESIDUAL + 1] = Exact.halfTurn(plot[1] - view.azimuthRad());
        row[Lesson.RESIDUAL + 2] = 0;
        row[Lesson.TRACK_VARIANCE] = TRACK_SIGMA_M * TRACK_SIGMA_M;
        row[Lesson.TRACK_VARIANCE + 1] = Math.pow(TRACK_SIGMA_M / view.groundM(), 2);
        row[Lesson.TRACK_VARIANCE + 2] = 0;
        row[Lesson.PLOT_VARIANCE] = Math.pow(sites.get(sensor).sigma().rangeM(), 2);
        row[Lesson.PLOT_VARIANCE + 1] = Math.pow(sites.get(sensor).sigma().azimuthRad(), 2);
        row[Lesson.PLOT_VARIANCE + 2] = 0;
        sources(row, truth.size());
        lesson.residuals = 1;
        known = new Knowledge(known.registration().learnt(lesson, sites, views), known.sensors(), 0);
    }

    private void sources(double[] row, int sensors) {
        int n = 0;
        if (reports) {
            row[Lesson.SOURCE] = Lesson.REPORTS;
            row[Lesson.SOURCE + 1] = 0;
            n = 1;
        }
        for (int s = 0; s < sensors; s++, n++) {
            row[Lesson.SOURCE + 2 * n] = s;
            row[Lesson.SOURCE + 2 * n + 1] = 0;
        }
        row[Lesson.SOURCES] = n;
    }

    // Range and azimuth as the sensor gives them and as they are used.
    private double[] plot(int sensor, double[] target, Bias truth) {
        RadarView view = views.get(sensor);
        double[] late = new double[3];
        Bias off = known.of(sensor).bias();
        for (int k = 0; k < 3; k++) {
            late[k] = target[k] - (truth.timeS() - off.timeS()) * target[3 + k];
        }
        view.look(late, 0);
        double error = noise * draws.gaussian();
        return new double[] {
            view.rangeM()
                    + truth.rangeM()
                    - off.rangeM()
                    + error * sites.get(sensor).sigma().rangeM(),
            view.azimuthRad()
                    + truth.azimuthRad()
                    - off.azimuthRad()
                    + noise * draws.gaussian() * sites.get(sensor).sigma().azimuthRad()
        };
    }

    // The place that agrees best with what each sensor would say, without noise, by Gauss and Newton; the height and
    // a weak hold on the true place come in as they do in the tracker.
    private double[] fused(double[] target, List<Bias> truth) {
        double held = noise;
        noise = 0;
        double[] place = {target[0], target[1], target[2]};
        for (int turn = 0; turn < 3; turn++) {
            Normal normal = new Normal();
            double far = Math.sqrt(target[0] * target[0] + target[1] * target[1] + target[2] * target[2]);
            normal.add(new double[] {target[0] / far, target[1] / far, target[2] / far}, 1 / (1500.0 * 1500), 0);
            for (int s = 0; s < truth.size(); s++) {
                double[] plot = plot(s, target, truth.get(s));
                RadarView view = views.get(s);
                view.look(place, 0);
                double[] sight = new double[9];
                view.sight(sight);
                double often = 1 / sites.get(s).periodS();
                double across = view.groundM() * sites.get(s).sigma().azimuthRad();
                double along = sites.get(s).sigma().rangeM();
                normal.add(axis(sight, 0), often / (along * along), plot[0] - view.rangeM());
                normal.add(
                        axis(sight, 3),
                        often / (across * across),
                        view.groundM() * Exact.halfTurn(plot[1] - view.azimuthRad()));
            }
            if (reports) {
                for (int k = 0; k < 3; k++) {
                    double[] axis = new double[3];
                    axis[k] = 1;
                    normal.add(axis, 1 / 3600.0, target[k] - place[k]);
                }
            }
            double[] step = normal.solved();
            for (int k = 0; k < 3; k++) {
                place[k] += step[k];
            }
        }
        noise = held;
        return place;
    }

    private static double[] axis(double[] sight, int from) {
        return new double[] {sight[from], sight[from + 1], sight[from + 2]};
    }

    private static final class Normal {
        private final double[] a = new double[9];
        private final double[] b = new double[3];

        void add(double[] h, double weight, double value) {
            for (int i = 0; i < 3; i++) {
                b[i] += weight * h[i] * value;
                for (int j = 0; j < 3; j++) {
                    a[3 * i + j] += weight * h[i] * h[j];
                }
            }
        }

        double[] solved() {
            vedette.math.Cholesky.factor(a, 0, 3);
            vedette.math.Cholesky.forward(a, 3, b);
            vedette.math.Cholesky.backward(a, 3, b);
            return b;
        }
    }

    private Measurement.Sweep sweep(int sensor, double timeS) {
        return new Measurement.Sweep(
                Provenance.open(sites.get(sensor).sensor(), Sky.at(timeS)), 0, 0.2, OptionalDouble.empty());
    }

    private static void assertWithin(double truth, Registration.Estimate estimate, double sigmas) {
        assertEquals(truth, estimate.value(), sigmas * estimate.sigma(), estimate.toString());
    }

    @Test
    void theBiasOfOneRadarAmongThreeIsFound() {
        Registration found = learnt(List.of(bias(300, 0.3, 0), Bias.NONE, Bias.NONE), 25);

        assertWithin(300, found.estimate(0, 0), 3);
        assertWithin(Math.toRadians(0.3), found.estimate(0, 1), 3);
        assertTrue(found.estimate(0, 0).sigma() < 30, found.estimate(0, 0).toString());
        assertEquals(300, found.applied(0, 0), 45);
        assertEquals(0, found.applied(1, 1));
        assertEquals(0, found.applied(2, 1));
    }

    @Test
    void whatHasNoBiasIsLeftAsItIs() {
        Registration found = learnt(List.of(Bias.NONE, Bias.NONE, Bias.NONE), 20);

        for (int s = 0; s < 3; s++) {
            for (int kind = 0; kind < 4; kind++) {
                assertEquals(0, found.applied(s, kind));
                assertWithin(0, found.estimate(s, kind), 3);
            }
        }
    }

    @Test
    void aRadarAloneKnowsNothingOfItsBias() {
        Registration found = learnt(List.of(bias(300, 0.3, 0.5)), 20);

        assertEquals(0, found.applied(0, 0));
        assertEquals(150, found.estimate(0, 0).sigma(), 15);
        assertEquals(1, found.estimate(0, 3).sigma(), 0.1);
    }

    @Test
    void reportsOfObjectsTellTheBiasOfARadarAlone() {
        reports = true;
        Registration found = learnt(List.of(bias(200, -0.4, 0)), 25);

        assertWithin(200, found.estimate(0, 0), 3);
        assertWithin(Math.toRadians(-0.4), found.estimate(0, 1), 3);
    }

    @Test
    void amongThreeClocksTheTwoThatAgreeAreRight() {
        Registration found = learnt(List.of(Bias.NONE, bias(0, 0, 1), Bias.NONE), 40);

        assertEquals(1, found.applied(1, 3), 0.2);
        assertEquals(0, found.applied(0, 3));
        assertEquals(0, found.applied(2, 3));
    }

    @Test
    void twoClocksThatDifferAreBothInDoubt() {
        Registration found = learnt(List.of(bias(0, 0, 1), Bias.NONE), 20);

        assertTrue(found.estimate(0, 3).sigma() > 0.5);
        assertEquals(0, found.applied(0, 3));
    }

    @Test
    void aSensorThatWasMovedIsLearntAnew() {
        Registration found = learnt(List.of(bias(300, 0.3, 0), Bias.NONE, Bias.NONE), 15);

        Registration anew = found.forgetting(0).solved(Sky.at(100).taiNs());

        assertEquals(150, anew.estimate(0, 0).sigma(), 15);
        assertEquals(0, anew.applied(0, 0));
    }

    @Test
    void sensorsBeyondTheLimitAreTakenAsTheyCome() {
        Sky sky = new Sky();
        for (int i = 0; i < Registration.MOST_SENSORS + 3; i++) {
            sky.radar2d("R" + i, i * 1000, 4);
        }

        Registration many = Registration.of(sky.sites());

        assertEquals(0, many.applied(Registration.MOST_SENSORS, 0));
        assertEquals(Registration.MOST_SENSORS * 4, many.units().length);
    }
}
