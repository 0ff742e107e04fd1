package vedette.simulate.launches;

import vedette.math.Exact;
import vedette.math.Vec3;

/// The push of a body that glides: across its way through the air, a share of its drag.
///
/// @param flier whose air it is
/// @param beta the body's ballistic coefficient, kg/m²
/// @param liftToDrag lift over drag
/// @param bankRad how far the lift leans to the right of the way
record Lift(Flier flier, double beta, double liftToDrag, double bankRad) implements Flier.Push {
    @Override
    public void add(double timeS, double[] state, double[] slope) {
        double[] wind = flier.wind(state);
        Vec3 way = new Vec3(state[3] - wind[0], state[4] - wind[1], state[5] - wind[2]);
        double speed = way.norm();
        if (speed == 0) {
            return;
        }
        double push = liftToDrag * flier.damping(state, wind, beta) * speed;
        double[] axes = Path.axes(state);
        Vec3 right = way.cross(new Vec3(axes[6], axes[7], axes[8]));
        Vec3 side = right.times(1 / Math.max(1e-9, right.norm()));
        Vec3 above = side.cross(way).times(1 / speed);
        Vec3 lift = above.times(push * Exact.cos(bankRad)).plus(side.times(push * Exact.sin(bankRad)));
        slope[3] += lift.x();
        slope[4] += lift.y();
        slope[5] += lift.z();
    }
}
