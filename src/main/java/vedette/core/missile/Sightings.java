package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.InfraredSatellite;

/// Whose light is it? Looks of infrared satellites bear no names.
///
/// A light goes to the thing it fits best; within one revisit a satellite sees a thing once. What fits none begins a
/// thing of its own. A young thing is known by how evenly it moves, an older one by its fitted burn. A workspace.
final class Sightings {
    /// Squared standard deviations over two axes: one in 50,000 lies farther out.
    private static final double GATE = 26;
    /// A burn's prediction is off by more than the noise of a look.
    private static final double PREDICTED = 2.5;
    /// Before the burn is flown, the look must lie within this of an even motion: a hundred kilometres, for where
    /// thrust ends and begins anew nothing moves evenly.
    private static final double COARSE = 1e4;
    /// The same, and of the burn, for what is the only thing that rises.
    private static final double NEAR = 900;
    /// A satellite does not see a thing twice within this share of its revisit time.
    private static final double AGAIN = 0.55;
    /// Standard deviation of when a satellite is back, as a share of its revisit time; it decides between things, and
    /// never alone.
    private static final double PUNCTUAL = 0.04;
    private static final double MOST_UNPUNCTUAL = 9;
    private static final int RECENT = 5;
    /// Rounds of the slowest satellite after which a glow is another's.
    private static final double ROUNDS = 2;
    /// Looks of a satellite that tell where it sees a thing.
    private static final int FEW = 3;
    /// Farther from the flight as it is known, in squared standard deviations, a look is not tried: a hundred
    /// kilometres.
    private static final double FAR = 1e4;
    private static final int YOUNG = 6;
    /// Squared standard deviations over two axes: one straight way in 20,000 looks as bent.
    private static final double QUICKENS = 20;
    private static final int MOST_LIGHTS = 400;
    /// A fire's looks before the latest of these tell nothing new, and are let go.
    static final int MOST_STILL = 24;
    private static final double STILL_MORE = 20;
    /// Looks of each of two satellites that make a way of its own: of a single one a line alone is known, which passes
    /// some other light by chance.
    private static final int LINE = 2;
    /// What rises and is seen by several satellites fits an even motion as 999 of 1,000 do (chi-squared of 2n - 2
    /// degrees of freedom for n looks, 3 to 20 of them, within a unit); what one sees must bend and fits worse.
    private static final double FITS = 8;
    private static final double FITS_A_LOOK = 3.6;
    /// Higher than any cloud, metres.
    private static final double CLOUDLESS_M = 16e3;
    /// What has risen out of all clouds is seen within some revisits of slow satellites, seconds.
    private static final double UNSEEN_S = 80;
    /// No rocket quickens so little that burns on and on: it would weigh hardly less than its thrust, m/s².
    private static final double LAZY_MPS2 = 1;
    /// Lower than any error of two satellites that see the ground, metres.
    private static final double BELOW_M = -5e3;
    /// A fireball may be over sooner than two satellites look twice, seconds.
    private static final double FLASH_S = 10;
    /// A satellite that sees one thing only after so many of its looks.
    private static final double MISSED = 3;

    private final List<InfraredSatellite> satellites;
    private final Burning burning;
    private final Glow glow = new Glow();
    private final Glow other = new Glow();
    private final Straight straight = new Straight();
    private final LookView view = new LookView();

    Sightings(List<InfraredSatellite> satellites, Burning burning) {
        this.satellites = satellites;
        this.burning = burning;
    }

    /// Which of some things a light belongs to; -1 when to none.
    int owner(List<Thing> things, Look.Light light) {
        int best = -1;
        int fire = -1;
        double least = GATE;
        double leastFire = GATE;
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.lights().isEmpty() || thing.telling().ended() || !due(thing, light)) {
                continue;
            }
            double distance = distance(thing, light) + unpunctual(thing, light);
            if (distance < least) {
                least = distance;
                best = i;
            }
            if (thing.spot() == Thing.Shine.STILL && distance < leastFire) {
                leastFire = distance;
                fire = i;
            }
        }
        if (fire >= 0 && fire != best && isRatherOfFire(things.get(fire), things.get(best), light)) {
            return fire;
        }
        return best >= 0 ? best : Math.max(strained(things, light), alone(things, light));
    }

    // What moves anyhow fits any look nearby, a known fire only those at its place: the one counts that foretold the
    // look best.
    private boolean isRatherOfFire(Thing fire, Thing other, Look.Light light) {
        boolean young = other.burns().isEmpty() && other.lights().size() < YOUNG;
        return young
                && unforetold(fire, light) + unpunctual(fire, light)
                        < unforetold(other, light) + unpunctual(other, light);
    }

    // What one satellite alone has told of a flight says little of where another will see it: the other's first looks
    // are tried with the flight itself, before they begin a thing of their own.
    private int strained(List<Thing> things, Look.Light light) {
        int best = -1;
        double least = GATE;
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.burns().isEmpty()
                    || thing.telling().ended()
                    || thing.lightsOf(light.sensor()) >= FEW
                    || !due(thing, light)
                    || !(burning.distance(thing.burn().orElseThrow(), light, view) < FAR)) {
                continue;
            }
            double worse = burning.worse(thing, light, with(thing.lights(), light));
            if (worse < least) {
                least = worse;
                best = i;
            }
        }
        return best;
    }

    // At a staging thrust leaps, and what rises leaves the way that was expected of it: while nothing else rises, what
    // glows near it is it.
    private int alone(List<Thing> things, Look.Light light) {
        int only = -1;
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            boolean rises =
                    thing.spot() == Thing.Shine.RISING && !thing.telling().ended();
            if (rises && only >= 0) {
                return -1;
            }
            only = rises ? i : only;
        }
        return only >= 0 && goesOn(things.get(only), light) ? only : -1;
    }

    private boolean goesOn(Thing thing, Look.Light light) {
        return !thing.burns().isEmpty()
                && thing.echoes().isEmpty()
                && thing.lights().size() > YOUNG
                && light.timeS() - thing.lights().getLast().timeS() < ROUNDS * longest()
                && due(thing, light)
                && even(thing, light) < NEAR
                && burning.distance(thing.burn().orElseThrow(), light, view) < NEAR;
    }

    // A satellite comes back to a place after its revisit time: what comes at another time is rather another's.
    private double unpunctual(Thing thing, Look.Light light) {
        double before = thing.lastLightS(light.sensor());
        if (before == Double.NEGATIVE_INFINITY) {
            return MOST_UNPUNCTUAL / 2;
        }
        double revisitS = satellites.get(light.sensor()).revisitS();
        double rounds = (light.timeS() - before) / revisitS;
        double late = (rounds - Math.max(1, Math.rint(rounds))) / PUNCTUAL;
        return Math.min(MOST_UNPUNCTUAL, late * late);
    }

    private boolean due(Thing thing, Look.Light light) {
        double revisitS = satellites.get(light.sensor()).revisitS();
        double idle = light.timeS() - thing.lights().getLast().timeS();
        for (Look.Light each : thing.lights()) {
            if (each.sensor() == light.sensor() && Math.abs(light.timeS() - each.timeS()) < AGAIN * revisitS) {
                return false;
            }
        }
        return idle < 4 * longest();
    }

    private double longest() {
        double longest = 0;
        for (InfraredSatellite satellite : satellites) {
            longest = Math.max(longest, satellite.revisitS());
        }
        return longest;
    }

    private double distance(Thing thing, Look.Light light) {
        if (thing.burns().isEmpty()
                && (thing.spot() == Thing.Shine.STILL || thing.lights().size() < YOUNG)) {
            return young(thing, light);
        }
        double even = even(thing, light);
        if (thing.burns().isEmpty()) {
            return even / PREDICTED;
        }
        if (even > COARSE) {
            return Double.POSITIVE_INFINITY;
        }
        double burnt = burning.distance(thing.burn().orElseThrow(), light, view) / PREDICTED;
        return Math.min(burnt, even / PREDICTED + 2);
    }

    // By how much the whole gets worse when the light is taken as the thing's.
    private double young(Thing thing, Look.Light light) {
        List<Look.Light> with = with(thing.lights(), light);
        double least = Double.POSITIVE_INFINITY;
        for (Glow.Expectation expected : Glow.Expectation.values()) {
            if (expected == Glow.Expectation.ANYTHING) {
                continue;
            }
            if (glow.fit(with, expected)) {
                double base = other.fit(thing.lights(), expected) ? other.misfit : 0;
                double more = glow.misfit - Math.min(base, 3 * thing.lights().size());
                least = Math.min(least, more);
            }
        }
        return least;
    }

    // Twice how unlikely a look was to come just there (natural logarithm), beyond its own noise: its distance, and the
    // room in which it was expected.
    private double unforetold(Thing thing, Look.Light light) {
        List<Look.Light> with = with(thing.lights(), light);
        double least = Double.POSITIVE_INFINITY;
        for (Glow.Expectation expected : Glow.Expectation.values()) {
            if (expected != Glow.Expectation.ANYTHING
                    && other.fit(thing.lights(), expected)
                    && glow.fit(with, expected)) {
                double more =
                        glow.misfit - Math.min(other.misfit, 3 * thing.lights().size());
                least = Math.min(least, more + other.room() - glow.room());
            }
        }
        return least;
    }

    private double even(Thing thing, Look.Light light) {
        List<Look.Light> lights = thing.lights();
        List<Look.Light> recent = lights.subList(Math.max(0, lights.size() - RECENT), lights.size());
        return glow.fit(recent, Glow.Expectation.ANYTHING) ? glow.distance(light) : Double.POSITIVE_INFINITY;
    }

    /// A thing's lights with one more, in order of time; of a fire only the latest.
    static List<Look.Light> with(Thing thing, Look.Light light) {
        List<Look.Light> all = with(thing.lights(), light);
        boolean fire = thing.spot() == Thing.Shine.STILL && thing.echoes().isEmpty();
        return fire ? all.subList(Math.max(0, all.size() - MOST_STILL), all.size()) : all;
    }

    private static List<Look.Light> with(List<Look.Light> lights, Look.Light light) {
        List<Look.Light> all = new ArrayList<>(lights);
        int at = all.size();
        while (at > 0 && all.get(at - 1).timeS() > light.timeS()) {
            at--;
        }
        all.add(at, light);
        if (all.size() > MOST_LIGHTS) {
            all.remove(0);
        }
        return all;
    }

    /// What kind of light it is, from all its looks.
    ///
    /// That another satellite does not see it says nothing: it may be silent, or look elsewhere.
    Thing.Shine shine(Thing thing) {
        List<Look.Light> lights = thing.lights();
        if (thing.spot() == Thing.Shine.RISING || thing.spot() == Thing.Shine.FALLING) {
            return thing.spot();
        }
        if (lights.size() < 3) {
            return Thing.Shine.UNKNOWN;
        }
        List<Look.Light> used = lights.subList(Math.max(0, lights.size() - MOST_STILL), lights.size());
        double still = glow.fit(used, Glow.Expectation.STILL) ? glow.misfit : 1e9;
        double falling = glow.fit(used, Glow.Expectation.FALLING) ? glow.misfit : 1e9;
        boolean fast = glow.speedMps > 3000 && glow.heightM > 4e4;
        double rising = glow.fit(used, Glow.Expectation.RISING) ? glow.misfit : 1e9;
        double free = 2.0 * lights.size();
        boolean near = still < rising + STILL_MORE || isLazy(lastedS(used));
        if (near && still < 3 * free + 30) {
            return Thing.Shine.STILL;
        }
        boolean one = isOfOne(lights);
        if (one && !quickens(used)) {
            return Thing.Shine.DRIFTING;
        }
        if (isLate(lights)) {
            return Thing.Shine.UNKNOWN;
        }
        if (fast && falling < rising - 12) {
            boolean sure = one || lastedS(lights) < FLASH_S || isSeenTwiceByTwo(lights);
            return sure ? Thing.Shine.FALLING : Thing.Shine.UNKNOWN;
        }
        double fits = one ? 2 * free + 12 : FITS_A_LOOK * lights.size() + FITS;
        boolean soon = glow.heightM - CLOUDLESS_M < UNSEEN_S * glow.climbMps;
        boolean rises = glow.climbMps > 0 && glow.heightM > BELOW_M && soon;
        return rising < fits && rises ? Thing.Shine.RISING : Thing.Shine.UNKNOWN;
    }

    private static int count(List<Look.Light> lights, int satellite) {
        int count = 0;
        for (Look.Light light : lights) {
            count += light.sensor() == satellite ? 1 : 0;
        }
        return count;
    }

    private static boolean isSeenTwiceByTwo(List<Look.Light> lights) {
        int first = lights.getFirst().sensor();
        for (Look.Light light : lights) {
            if (light.sensor() != first && count(lights, light.sensor()) >= LINE) {
                return count(lights, first) >= LINE;
            }
        }
        return false;
    }

    // Whether what rises by the latest fit is slower or lower than any rocket that has burnt for so long.
    private boolean isLazy(double burntS) {
        return glow.speedMps < LAZY_MPS2 * burntS || glow.heightM < 0.5 * LAZY_MPS2 * burntS * burntS;
    }

    private static double lastedS(List<Look.Light> lights) {
        return lights.getLast().timeS() - lights.getFirst().timeS();
    }

    // Whether a satellite that should have seen the thing long before has seen it once: that is some other light more
    // likely than the same.
    private boolean isLate(List<Look.Light> lights) {
        Look.Light first = lights.getFirst();
        for (Look.Light light : lights) {
            double everyS = satellites.get(light.sensor()).revisitS();
            if (light.timeS() - first.timeS() >= MISSED * everyS && count(lights, light.sensor()) == 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfOne(List<Look.Light> lights) {
        for (Look.Light light : lights) {
            if (light.sensor() != lights.getFirst().sensor()) {
                return false;
            }
        }
        return true;
    }

    // Whether a light seen by one satellite alone leaves the straight and even way that a glint keeps: by how much
    // a parabola explains its two angles better than a line.
    private boolean quickens(List<Look.Light> lights) {
        if (lights.size() < 4) {
            return false;
        }
        return straight.curvature(lights) > QUICKENS;
    }
}
