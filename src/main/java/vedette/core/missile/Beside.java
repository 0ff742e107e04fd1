package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// What else goes on near a thing: what it may have fallen off.
///
/// @param burning whether something near it still burns
/// @param space whether something near it is perhaps on its way into space
record Beside(boolean burning, boolean space) {
    /// What falls off a way into space comes down no farther from where it was launched.
    private static final double NEAR_M = 1.5e6;
    /// And not so long after the launch, seconds.
    private static final double LONG_S = 900;
    private static final double PERHAPS = 0.5;

    /// The surroundings of one of some things.
    static Beside of(Thing thing, List<Thing> things, double nowS) {
        boolean burning = false;
        boolean space = false;
        for (Thing other : things) {
            if (other.number() == thing.number()
                    || other.spot() != Thing.Shine.RISING
                    || other.telling().ended()
                    || !isNear(thing, other)) {
                continue;
            }
            burning |= !other.falls();
            space |= !other.burns().isEmpty()
                    && Judge.space(other, nowS) > PERHAPS
                    && other.lights().getFirst().timeS() > nowS - LONG_S;
        }
        return new Beside(burning, space);
    }

    private static boolean isNear(Thing thing, Thing other) {
        Optional<Burn> burn = other.burn();
        if (thing.follow().isEmpty() || burn.isEmpty()) {
            return false;
        }
        double[] s = thing.follow().get().state().values();
        LatLon below = Wgs84.geodetic(s[0], s[1], s[2], new double[9]).latLon();
        return Wgs84.sphereDistanceM(below, Launches.place(burn.get())) < NEAR_M;
    }
}
