package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Orbit;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Wgs84;

/// What else goes on near a thing: what it may have fallen off.
///
/// @param burning whether something near it still burns
/// @param space whether something near it is perhaps on its way into space
/// @param dark whether something near it has burnt out, and no radar has found it yet: this may be it
/// @param left whether it is slower than every attack that is held, as what burnt on leaves its stages behind, or fell
/// off what broke in the air
/// @param relit whether something began to glow after it was seen last, where it may have flown to meanwhile
/// @param homes where something was launched near it that is no attack, and burnt so long that a stage of it may return
record Beside(boolean burning, boolean space, boolean dark, boolean left, boolean relit, List<LatLon> homes) {
    /// What burnt on for twenty seconds is faster by more than this; two of one raid are about equally fast, m/s.
    private static final double FASTER_MPS = 300;
    private static final int FEWEST = 8;
    /// What falls off a way into space comes down no farther from where it was launched.
    private static final double NEAR_M = 1.5e6;
    /// And not so long after the launch, seconds.
    private static final double LONG_S = 900;
    private static final double PERHAPS = 0.5;
    /// Nothing that rises moves faster for a satellite far above, radians a second; and so far a glow may lie beside.
    private static final double FASTEST_RADPS = 4e-4;

    private static final double ASIDE_RAD = 2e-3;
    /// The next stage may have been seen first by one satellite, and the last by another, seconds.
    private static final double SOONER_S = 5;
    /// A stage that returns has burnt so long before, seconds.
    private static final double RETURN_BURN_S = 60;

    Beside {
        homes = List.copyOf(homes);
    }

    /// The surroundings of one of some things.
    static Beside of(Thing thing, List<Thing> things, double nowS) {
        boolean burning = false;
        boolean space = false;
        boolean dark = false;
        boolean broken = false;
        boolean raid = false;
        boolean relit = false;
        for (Thing other : things) {
            relit |= mayBeTheNextStageOf(thing, other);
            broken |= other.number() == thing.parent() && other.turned();
            raid |= isOfTheRaid(thing, other);
            if (other.number() == thing.number()
                    || other.spot() != Thing.Shine.RISING
                    || other.telling().ended()
                    || !isNear(thing, other)) {
                continue;
            }
            burning |= !other.falls();
            dark |= other.falls()
                    && other.echoes().isEmpty()
                    && !Untangling.isFreed(other)
                    && (other.telling().verdict() == Missile.Verdict.ATTACK
                            || other.telling().verdict() == Missile.Verdict.LAUNCH);
            space |= other.telling().verdict() != Missile.Verdict.ATTACK
                    && !other.burns().isEmpty()
                    && Judge.space(other, nowS) > PERHAPS
                    && other.lights().getFirst().timeS() > nowS - LONG_S;
        }
        return new Beside(burning, space, dark, broken || !raid, relit, homes(thing, things, nowS));
    }

    // A stage that turned back is told of by radars alone where its light was taken for what burns on.
    private static List<LatLon> homes(Thing thing, List<Thing> things, double nowS) {
        List<LatLon> homes = new ArrayList<>();
        for (Thing other : things) {
            if (other.number() < thing.number()
                    && other.spot() == Thing.Shine.RISING
                    && other.telling().verdict() != Missile.Verdict.ATTACK
                    && other.burn().filter(burn -> isLong(other, burn, nowS)).isPresent()
                    && isNear(thing, other)) {
                homes.add(Launches.place(other.burn().orElseThrow()));
            }
        }
        return homes;
    }

    private static boolean isLong(Thing other, Burn burn, double nowS) {
        return other.lights().getLast().timeS() - burn.launchS() > RETURN_BURN_S && burn.launchS() > nowS - LONG_S;
    }

    // Stages that leave their staging otherwise than was expected begin a thing of their own.
    private static boolean mayBeTheNextStageOf(Thing thing, Thing other) {
        if (thing.lights().isEmpty() || other.lights().isEmpty() || other.number() <= thing.number()) {
            return false;
        }
        Look.Light first = other.lights().getFirst();
        if (first.timeS() < thing.lights().getLast().timeS() - SOONER_S) {
            return false;
        }
        Optional<Look.Light> last = thing.lights().reversed().stream()
                .filter(light -> light.sensor() == first.sensor())
                .findFirst();
        return last.isPresent() && isWithin(last.get(), first);
    }

    private static boolean isWithin(Look.Light last, Look.Light first) {
        double reachRad = ASIDE_RAD + FASTEST_RADPS * Math.abs(first.timeS() - last.timeS());
        double cos = first.ux() * last.ux() + first.uy() * last.uy() + first.uz() * last.uz();
        return cos > Exact.cos(Math.min(reachRad, Math.PI / 2));
    }

    // Two of one raid fly alike; a stage was left behind by what burnt on. Pieces of what broke in the air are as fast
    // as the rest. What fell before the attack began (things are numbered as they come) is not of it: a space launch's
    // stage, say.
    private static boolean isOfTheRaid(Thing thing, Thing other) {
        if (other.number() >= thing.number()
                || other.turned()
                || other.parent() != 0
                || other.telling().verdict() != Missile.Verdict.ATTACK
                || !isHeld(other)
                || !isHeld(thing)) {
            return false;
        }
        Orbit slow = Orbit.of(state(thing));
        return Orbit.of(state(other)).energy() - slow.energy() < FASTER_MPS * slow.speedMps();
    }

    private static boolean isHeld(Thing thing) {
        return thing.drop().isPresent() && thing.drop().get().looks() >= FEWEST;
    }

    private static double[] state(Thing thing) {
        return Arrays.copyOf(thing.drop().orElseThrow().best().values(), 6);
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
