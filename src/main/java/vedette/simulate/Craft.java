package vedette.simulate;

import vedette.math.Exact;
import vedette.model.ObjectKind;

/// What a kind of object can do, and how it looks to radar.
///
/// @param bankRad steepest bank in a turn, radians
/// @param turnRateRadps fastest turn, radians a second
/// @param accelerationMps2 along its way
/// @param climbMps fastest climb and descent
/// @param echoM2 radar cross-section, m²: typical of the open literature, without fluctuation
/// @param categorySet set of its ADS-B emitter category, 4 (A) to 1 (D)
/// @param category within the set
record Craft(
        double bankRad,
        double turnRateRadps,
        double accelerationMps2,
        double climbMps,
        double echoM2,
        int categorySet,
        int category) {
    private static final double GRAVITY_MPS2 = 9.80665;

    static Craft of(ObjectKind kind) {
        return switch (kind) {
            case AEROPLANE, UNKNOWN -> new Craft(Math.toRadians(25), Math.toRadians(3), 0.8, 13, 20, 4, 3);
            case HELICOPTER -> new Craft(Math.toRadians(20), Math.toRadians(6), 1.5, 6, 4, 4, 7);
            case DRONE, MULTIROTOR -> new Craft(Math.toRadians(35), Math.toRadians(40), 3, 5, 0.02, 3, 6);
            case FIXED_WING_DRONE -> new Craft(Math.toRadians(35), Math.toRadians(25), 3, 4, 0.03, 3, 6);
            case ONE_WAY_ATTACK_DRONE -> new Craft(Math.toRadians(30), Math.toRadians(10), 1, 4, 0.1, 3, 6);
            case CRUISE_MISSILE -> new Craft(Math.toRadians(50), Math.toRadians(8), 5, 40, 0.1, 3, 0);
            case BALLISTIC, SPACE_OBJECT -> new Craft(0.1, 0.1, 50, 3_000, 0.5, 3, 7);
            case BIRD -> new Craft(Math.toRadians(40), Math.toRadians(45), 2, 2, 0.01, 3, 0);
        };
    }

    double turnRateRadps(double speedMps) {
        return Math.min(turnRateRadps, GRAVITY_MPS2 * Exact.tan(bankRad) / Math.max(1, speedMps));
    }
}
