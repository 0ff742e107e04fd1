package vedette.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Plumb;
import vedette.model.Tangent;

/// Flight is level where it should be, turns come round, and the Jacobians are those of the steps.
class MotionTest {
    private static final Manner MANNER = new Manner(0.1, 4, 25, 4, 20);

    private static final int MEAN = 0;
    private static final int COVARIANCE = 7;

    /// A Gaussian at the origin of its frame.
    private static double[] state(Enu velocity, double turn) {
        double[] x = new double[35];
        x[3] = velocity.east();
        x[4] = velocity.north();
        x[5] = velocity.up();
        x[6] = turn;
        return x;
    }

    private static void move(MotionModel model, double[] x, double dt) {
        model.move(x, MEAN, COVARIANCE, dt);
    }

    @Property(tries = 100)
    void levelFlightStaysLevelEverywhere(
            @ForAll @DoubleRange(min = -90, max = 90) double latDeg,
            @ForAll @DoubleRange(min = -180, max = 180) double lonDeg,
            @ForAll @DoubleRange(min = 0, max = 6.28) double heading) {
        Ecef place = new Geodetic(Math.toRadians(latDeg), Math.toRadians(lonDeg), 10_000).ecef();
        double[] frame = Tangent.at(new double[] {place.xM(), place.yM(), place.zM()});
        double[] x = state(new Enu(250 * Math.sin(heading), 250 * Math.cos(heading), 0), 0);
        ConstantVelocity straight = new ConstantVelocity(MANNER, 1);

        for (int i = 0; i < 300; i++) {
            move(straight, x, 2);
            if (!Tangent.reaches(frame, x, 0)) {
                double[] earth = new double[3];
                Tangent.place(frame, x, 0, earth);
                double[] here = Tangent.at(earth);
                Tangent.carry(frame, here, x, MEAN, COVARIANCE);
                frame = here;
            }
        }

        // 150 km further on; a straight chord would have climbed by 1.8 km. The sphere of the model is not the
        // ellipsoid.
        double[] earth = new double[3];
        Tangent.place(frame, x, 0, earth);
        assertEquals(10_000, Plumb.heightM(earth, 0), 15);
        assertEquals(250, speed(x), 0.5);
    }

    @Test
    void aFullTurnComesBack() {
        double[] x = state(new Enu(0, 100, 0), Math.toRadians(3));
        double[] start = x.clone();
        CoordinatedTurn turn = new CoordinatedTurn(new Manner(0.1, 4, 25, 4, 1e12), 1);

        for (int i = 0; i < 120; i++) {
            move(turn, x, 1);
        }

        for (int i = 0; i < 3; i++) {
            assertEquals(start[i], x[i], 5);
            assertEquals(start[3 + i], x[3 + i], 0.5);
        }
    }

    @Test
    void aPositiveTurnIsToTheLeft() {
        double[] x = state(new Enu(0, 100, 0), 0.1);

        move(new CoordinatedTurn(MANNER, 1), x, 5);

        assertTrue(x[3] < -40, "eastward speed " + x[3]);
    }

    // P' = F P Fᵀ + Q: with P = e eᵀ for a column of small deviations, less what P = 0 gives, it is (F e)(F e)ᵀ.
    @Property(tries = 60)
    void spreadsMoveAsSmallDeviationsOfTheStateDo(
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double turn,
            @ForAll @DoubleRange(min = 0.05, max = 10) double dt) {
        double[] x = state(new Enu(80, -60, 5), turn);
        double[] direction = {30, -20, 10, 2, 3, -1, 0.003};

        for (MotionModel model :
                List.of(new ConstantVelocity(MANNER, 1), new CoordinatedTurn(MANNER, 1), new Hover(1, 3, MANNER))) {
            double[] none = x.clone();
            double[] some = x.clone();
            double[] plus = x.clone();
            double[] minus = x.clone();
            double step = 1e-3;
            for (int i = 0; i < 7; i++) {
                plus[i] += step * direction[i];
                minus[i] -= step * direction[i];
                for (int j = 0; j <= i; j++) {
                    some[COVARIANCE + i * (i + 1) / 2 + j] = direction[i] * direction[j];
                }
            }
            move(model, none, dt);
            move(model, some, dt);
            move(model, plus, dt);
            move(model, minus, dt);
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j <= i; j++) {
                    double fi = (plus[i] - minus[i]) / (2 * step);
                    double fj = (plus[j] - minus[j]) / (2 * step);
                    int c = COVARIANCE + i * (i + 1) / 2 + j;
                    // Left out of the Jacobian: the bend of the ground under the path, 40 m · v·T/R = 6 mm of
                    // height.
                    double bend = i == 2 || j == 2 || i == 5 || j == 5 ? 0.01 : 1e-5;
                    double tolerance = 1e-4 * Math.abs(fi * fj) + bend * (Math.abs(fi) + Math.abs(fj)) + 1e-6;
                    assertEquals(fi * fj, some[c] - none[c], tolerance, "row " + i + ", column " + j);
                }
            }
        }
    }

    @Test
    void aHeadingThatWandersSpreadsAcrossThePathAndOnlyInFlight() {
        Manner wandering = new Manner(new Unrest(0.01, 0, 1e-5), 4, 25, 4, 20);
        double[] flying = state(new Enu(200, 0, 0), 0);
        double[] resting = state(Enu.ZERO, 0);

        move(new ConstantVelocity(wandering, 1), flying, 10);
        move(new ConstantVelocity(wandering, 1), resting, 10);

        // Rates after 10 s: 0.01 · 10 along, and 1e-5 · 200² · 10 more across.
        assertEquals(0.1, flying[COVARIANCE + 9], 1e-9);
        assertEquals(4.1, flying[COVARIANCE + 14], 1e-9);
        assertEquals(0.1, resting[COVARIANCE + 9], 1e-9);
        assertEquals(0.1, resting[COVARIANCE + 14], 1e-9);
    }

    @Test
    void whatStandsStaysAboutItsPlace() {
        Hover hover = new Hover(0.5, 2, MANNER);
        double[] x = state(new Enu(3, -2, 1), 0.1);

        for (int i = 0; i < 100; i++) {
            move(hover, x, 1);
        }

        // All that was left of 3 m/s: 3 · 2 s. The walk: 2 σ² τ for 100 s less its beginning, 3 σ² τ².
        assertEquals(6, x[0], 1e-6);
        assertEquals(-4, x[1], 1e-6);
        assertEquals(0, x[3], 1e-9);
        assertEquals(2 * 0.25 * 2 * 100 - 3 * 0.25 * 4, x[COVARIANCE], 1e-6);
        assertEquals(0.25, x[COVARIANCE + 9], 1e-9);
    }

    @Property(tries = 100)
    void standingForTwoTimesIsStandingForBoth(
            @ForAll @DoubleRange(min = 0.01, max = 5) double first,
            @ForAll @DoubleRange(min = 0.01, max = 5) double second) {
        Hover hover = new Hover(0.5, 2, MANNER);
        double[] twice = state(new Enu(3, -2, 1), 0.1);
        double[] once = twice.clone();

        move(hover, twice, first);
        move(hover, twice, second);
        move(hover, once, first + second);

        for (int i = 0; i < twice.length; i++) {
            assertEquals(once[i], twice[i], 1e-6, "number " + i);
        }
    }

    @Test
    void unrestTurnsWithThePath() {
        Manner wandering = new Manner(new Unrest(0.01, 3e-6, 1e-5), 4, 25, 4, 20);
        double[] east = state(new Enu(200, 0, 0), 0);
        double[] slanting = state(new Enu(200 * Math.sqrt(0.5), 200 * Math.sqrt(0.5), 0), 0);

        move(new ConstantVelocity(wandering, 1), east, 10);
        move(new ConstantVelocity(wandering, 1), slanting, 10);

        double along = east[COVARIANCE + 9];
        double across = east[COVARIANCE + 14];
        assertEquals((along + across) / 2, slanting[COVARIANCE + 9], 1e-9);
        assertEquals((along - across) / 2, slanting[COVARIANCE + 13], 1e-9);
    }

    private static double[] state(double latDeg, double lonDeg, double heightM, Enu velocity) {
        Geodetic place = new Geodetic(Math.toRadians(latDeg), Math.toRadians(lonDeg), heightM);
        Ecef p = place.ecef();
        Ecef v = LocalFrame.at(place).axes(velocity);
        return new double[] {p.xM(), p.yM(), p.zM(), v.xM(), v.yM(), v.zM(), 0};
    }

    @Test
    void freeFallKeepsItsEnergy() {
        double[] x = state(45, 24, 150_000, new Enu(-2000, 2000, 2000));
        Ballistic ballistic = new Ballistic(0);
        double before = energy(x);

        for (int i = 0; i < 60; i++) {
            ballistic.step(x, 0, 5, new Transition());
        }

        assertEquals(before, energy(x), Math.abs(before) * 1e-8);
    }

    // In the rotating frame: kinetic, gravity with J2, centrifugal.
    private static double energy(double[] x) {
        double r = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
        double sine2 = x[2] * x[2] / (r * r);
        double gravity = -3.986004418e14 / r * (1 - 1.08262982e-3 * Math.pow(6378137 / r, 2) * (1.5 * sine2 - 0.5));
        double spin = 7.292115e-5;
        return speed(x) * speed(x) / 2 + gravity - spin * spin * (x[0] * x[0] + x[1] * x[1]) / 2;
    }

    private static double speed(double[] x) {
        return Math.sqrt(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
    }
}
