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

/// Flight is level where it should be, turns come round, and the Jacobians are those of the steps.
class MotionTest {
    private static final Manner MANNER = new Manner(0.1, 4, 25, 4, 20);

    static double[] state(double latDeg, double lonDeg, double heightM, Enu velocity, double turn) {
        Geodetic place = new Geodetic(Math.toRadians(latDeg), Math.toRadians(lonDeg), heightM);
        Ecef p = place.ecef();
        Ecef v = LocalFrame.at(place).axes(velocity);
        return new double[] {p.xM(), p.yM(), p.zM(), v.xM(), v.yM(), v.zM(), turn};
    }

    @Property(tries = 100)
    void levelFlightStaysLevelEverywhere(
            @ForAll @DoubleRange(min = -85, max = 85) double latDeg,
            @ForAll @DoubleRange(min = -180, max = 180) double lonDeg,
            @ForAll @DoubleRange(min = 0, max = 6.28) double heading) {
        Enu velocity = new Enu(250 * Math.sin(heading), 250 * Math.cos(heading), 0);
        double[] x = state(latDeg, lonDeg, 10_000, velocity, 0);
        ConstantVelocity straight = new ConstantVelocity(MANNER, 1);

        for (int i = 0; i < 300; i++) {
            straight.step(x, 0, 2, new Transition());
        }

        // 150 km further on; a straight chord would have climbed by 1.8 km.
        assertEquals(10_000, Plumb.heightM(x, 0), 15);
        assertEquals(250, speed(x), 0.5);
    }

    @Test
    void aFullTurnComesBack() {
        double[] x = state(50, 10, 1000, new Enu(0, 100, 0), Math.toRadians(3));
        double[] start = x.clone();
        CoordinatedTurn turn = new CoordinatedTurn(new Manner(0.1, 4, 25, 4, 1e12), 1);

        for (int i = 0; i < 120; i++) {
            turn.step(x, 0, 1, new Transition());
        }

        for (int i = 0; i < 3; i++) {
            assertEquals(start[i], x[i], 5);
            assertEquals(start[3 + i], x[3 + i], 0.5);
        }
    }

    @Test
    void aPositiveTurnIsToTheLeft() {
        double[] x = state(50, 10, 1000, new Enu(0, 100, 0), 0.1);

        new CoordinatedTurn(MANNER, 1).step(x, 0, 5, new Transition());

        Enu velocity = LocalFrame.at(new Ecef(x[0], x[1], x[2]).geodetic()).turned(x[3], x[4], x[5]);
        assertTrue(velocity.east() < -40, velocity.toString());
    }

    @Property(tries = 60)
    void theJacobiansAreThoseOfTheSteps(
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double turn,
            @ForAll @DoubleRange(min = 0.05, max = 10) double dt) {
        double[] x = state(47, 8, 3000, new Enu(80, -60, 5), turn);

        for (MotionModel model : List.of(new ConstantVelocity(MANNER, 1), new CoordinatedTurn(MANNER, 1))) {
            Transition exact = new Transition();
            model.step(x.clone(), 0, dt, exact);
            for (int column = 3; column < MotionModel.SIZE; column++) {
                double step = column == 6 ? 1e-6 : 1e-3;
                double[] plus = x.clone();
                double[] minus = x.clone();
                plus[column] += step;
                minus[column] -= step;
                model.step(plus, 0, dt, new Transition());
                model.step(minus, 0, dt, new Transition());
                for (int row = 0; row < MotionModel.SIZE; row++) {
                    double slope = (plus[row] - minus[row]) / (2 * step);
                    // The bend of the ground under the path (v·T/R, v·T²/R) is left out of the Jacobian.
                    double tolerance = 1e-3 * (1 + Math.abs(slope));
                    assertEquals(slope, exact.f[row * MotionModel.SIZE + column], tolerance);
                }
            }
        }
    }

    @Test
    void freeFallKeepsItsEnergy() {
        double[] x = state(45, 24, 150_000, new Enu(-2000, 2000, 2000), 0);
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
