package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// What common targets tell of the biases of radars.
class RegistrationTest {
    private static final double TURN_S = 12;

    private final List<SensorSite> sites = new Sky()
            .radar2d("A", 0, 4)
            .radar2d("B", 60_000, 5)
            .radar2d("C", -40_000, 10)
            .sites();
    private final Lesson lesson = new Lesson();
    private final World world = new World(sites);

    private static Bias bias(double rangeM, double azimuthDeg, double timeS) {
        return new Bias(rangeM, Math.toRadians(azimuthDeg), 0, timeS);
    }

    private static Bias elevation(double elevationDeg) {
        return new Bias(0, 0, Math.toRadians(elevationDeg), 0);
    }

    /// Radars with biases look at targets; between rounds the biases are solved and taken off.
    private final class World {
        private final List<SensorSite> sites;
        private final List<RadarView> views;
        private final double wideM;
        private Draws draws = Draws.of(1, 1, "registration");
        private double reportErrorM = Double.NaN;
        private Registration registration;
        private long track;

        World(List<SensorSite> sites) {
            this.sites = sites;
            views = sites.stream().map(RadarView::new).toList();
            wideM = sites.getFirst().volume().maxRangeM() / 2;
            registration = Registration.of(sites);
        }

        Registration learnt(List<Bias> truth, int rounds) {
            for (int round = 0; round < rounds; round++) {
                for (int target = 0; target < 8; target++) {
                    study(truth, TURN_S * round);
                }
                registration = registration.solved(Sky.at(TURN_S * (round + 1)).taiNs());
            }
            return registration;
        }

        // A target anywhere; the track that the study begins with is 100 m and 10 m/s off.
        private void study(List<Bias> truth, double fromS) {
            double up = wideM / 8;
            double speed = wideM / 400;
            Sky.Flyer flyer = new Sky.Flyer(
                    new Enu(draws.uniform(-wideM, wideM), draws.uniform(-wideM, wideM), up + up * draws.uniform(0, 1)),
                    new Enu(draws.uniform(-speed, speed), draws.uniform(-speed, speed), 0),
                    Identity.NONE,
                    Altitude.UNKNOWN);
            double[] start = Sky.state(flyer, 0);
            for (int k = 0; k < 3; k++) {
                start[k] += 100 * draws.gaussian();
                start[3 + k] += 10 * draws.gaussian();
            }
            track++;
            lesson.sightings.clear();
            for (int s = 0; s < truth.size(); s++) {
                for (double timeS = 0.3 * s;
                        timeS < TURN_S;
                        timeS += sites.get(s).periodS()) {
                    double stampedS = timeS + truth.get(s).timeS() - registration.applied(s, 3);
                    sight(fromS + stampedS, plot(s, Sky.state(flyer, timeS), truth.get(s)), start);
                }
            }
            if (!Double.isNaN(reportErrorM)) {
                sight(fromS + 6, report(Sky.state(flyer, 6)), start);
            }
            sight(fromS + 1.5 * TURN_S, plot(0, start, Bias.NONE), start); // ends it
            lesson.sightings.all().sort((a, b) -> Long.compare(a.ns(), b.ns()));
            registration = registration.learnt(lesson, views);
        }

        private void sight(double timeS, double[] row, double[] start) {
            lesson.sightings.all().add(new Study.Sighting(track, Sky.at(timeS).taiNs(), row, start, false));
        }

        private double[] plot(int s, double[] target, Bias truth) {
            RadarView view = views.get(s);
            view.face(Tangent.earthFixed());
            view.look(target, 0);
            PlotSigma sigma = sites.get(s).sigma();
            boolean solid = sigma.elevationRad() > 0;
            return new double[] {
                s,
                0,
                view.rangeM() + truth.rangeM() - registration.applied(s, 0) + draws.gaussian() * sigma.rangeM(),
                view.azimuthRad()
                        + truth.azimuthRad()
                        - registration.applied(s, 1)
                        + draws.gaussian() * sigma.azimuthRad(),
                solid
                        ? view.elevationRad()
                                + truth.elevationRad()
                                - registration.applied(s, 2)
                                + draws.gaussian() * sigma.elevationRad()
                        : 0,
                sigma.rangeM(),
                sigma.azimuthRad(),
                sigma.elevationRad()
            };
        }

        private double[] report(double[] target) {
            double[] row = new double[Study.WIDTH];
            row[Study.SENSOR] = Study.REPORT;
            for (int k = 0; k < 3; k++) {
                row[Study.VALUE + k] = target[k] + reportErrorM + 20 * draws.gaussian();
            }
            row[Study.SIGMA] = 30;
            row[Study.SIGMA + 1] = 30;
            row[Study.SIGMA + 2] = 500;
            return row;
        }
    }

    private static void assertWithin(double truth, Registration.Estimate estimate, double sigmas) {
        assertEquals(truth, estimate.value(), sigmas * estimate.sigma(), estimate.toString());
    }

    @Test
    void theBiasOfOneRadarAmongThreeIsFound() {
        Registration found = world.learnt(List.of(bias(300, 0.3, 0), Bias.NONE, Bias.NONE), 25);

        assertWithin(300, found.estimate(0, 0), 3);
        assertWithin(Math.toRadians(0.3), found.estimate(0, 1), 3);
        assertTrue(found.estimate(0, 0).sigma() < 15, found.estimate(0, 0).toString());
        assertEquals(300, found.applied(0, 0), 30);
        assertEquals(0, found.applied(1, 1));
        assertEquals(0, found.applied(2, 1));
    }

    @Test
    void whatHasNoBiasIsLeftAsItIs() {
        Registration found = world.learnt(List.of(Bias.NONE, Bias.NONE, Bias.NONE), 20);

        for (int s = 0; s < 3; s++) {
            for (int kind = 0; kind < 4; kind++) {
                assertEquals(0, found.applied(s, kind));
                assertWithin(0, found.estimate(s, kind), 3);
            }
        }
    }

    @Test
    void theStatedSigmaIsTheErrorThatIsMade() {
        double squares = 0;
        int count = 0;
        for (int seed = 1; seed <= 12; seed++) {
            World other = new World(sites);
            other.draws = Draws.of(seed, 1, "calibration");
            List<Bias> truth = new ArrayList<>();
            for (int s = 0; s < 3; s++) {
                truth.add(bias(50 * other.draws.gaussian(), 0.08 * other.draws.gaussian(), 0));
            }
            Registration found = other.learnt(truth, 15);
            for (int s = 0; s < 3; s++) {
                squares += square(truth.get(s).rangeM(), found.estimate(s, 0));
                squares += square(truth.get(s).azimuthRad(), found.estimate(s, 1));
                count += 2;
            }
        }

        assertEquals(1, squares / count, 0.5, "mean square of error over sigma, of " + count);
    }

    private static double square(double truth, Registration.Estimate estimate) {
        double error = (estimate.value() - truth) / estimate.sigma();
        return error * error;
    }

    @Test
    void aRadarAloneKnowsNothingOfItsBias() {
        Registration found = world.learnt(List.of(bias(300, 0.3, 0.5)), 20);

        assertEquals(0, found.applied(0, 0));
        assertEquals(150, found.estimate(0, 0).sigma(), 15);
        assertEquals(1, found.estimate(0, 3).sigma(), 0.1);
    }

    @Test
    void reportsOfObjectsTellTheBiasOfARadarAlone() {
        world.reportErrorM = 0;

        Registration found = world.learnt(List.of(bias(200, -0.4, 0)), 25);

        assertWithin(200, found.estimate(0, 0), 3);
        assertWithin(Math.toRadians(-0.4), found.estimate(0, 1), 3);
        assertTrue(found.estimate(0, 0).sigma() < 25, found.estimate(0, 0).toString());
    }

    @Test
    void anElevationThatIsTooHighIsFound() {
        World solid = new World(new Sky()
                .radar3d("A", 0, 2)
                .radar3d("B", 3000, 2)
                .radar3d("C", -2000, 2)
                .sites());

        Registration found = solid.learnt(List.of(elevation(1), Bias.NONE, Bias.NONE), 15);

        assertWithin(Math.toRadians(1), found.estimate(0, 2), 3);
        assertEquals(Math.toRadians(1), found.applied(0, 2), Math.toRadians(0.15));
        assertEquals(0, found.applied(1, 2));
        assertEquals(0, found.applied(2, 2));
    }

    @Test
    void amongThreeClocksTheTwoThatAgreeAreRight() {
        Registration found = world.learnt(List.of(Bias.NONE, bias(0, 0, 1), Bias.NONE), 25);

        assertEquals(1, found.applied(1, 3), 0.2);
        assertEquals(0, found.applied(0, 3));
        assertEquals(0, found.applied(2, 3));
    }

    @Test
    void amongThreeClocksThatAllDifferNoneIsRight() {
        Registration found = world.learnt(List.of(bias(0, 0, -0.8), bias(0, 0, 0.9), Bias.NONE), 25);

        assertTrue(found.estimate(2, 3).sigma() > 0.4, found.estimate(2, 3).toString());
        assertEquals(1.7, found.estimate(1, 3).value() - found.estimate(0, 3).value(), 0.2);
    }

    @Test
    void twoClocksThatDifferAreBothInDoubt() {
        Registration found = world.learnt(List.of(bias(0, 0, 1), Bias.NONE), 20);

        assertTrue(found.estimate(0, 3).sigma() > 0.5);
        assertEquals(0, found.applied(0, 3));
    }

    @Test
    void aSensorThatWasMovedIsLearntAnew() {
        Registration found = world.learnt(List.of(bias(300, 0.3, 0), Bias.NONE, Bias.NONE), 15);

        Registration anew = found.forgetting(0).solved(Sky.at(200).taiNs());

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
