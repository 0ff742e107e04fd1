package vedette.core.missile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import vedette.core.motion.Ascent;
import vedette.math.Exact;
import vedette.model.Geodetic;
import vedette.model.InfraredSatellite;

/// Keeps a thing's powered flights fitted: which profiles are tried, where their search begins, when it is over.
///
/// A workspace.
final class Burning {
    private static final int FIRST_ROUNDS = 12;
    private static final int NEXT_ROUNDS = 1;
    private static final int MOST_ROUNDS = 40;
    private static final int STRAINED_ROUNDS = 8;
    private static final int FEWEST_LOOKS = 4;
    /// A profile that explains the looks worse by so much (in natural logarithms) is looked at every fifth time only.
    private static final double FAR_BEHIND = 8;
    private static final int SELDOM = 5;
    /// A look that ought to have come is missing when it is late by so much of the revisit time.
    private static final double LATE = 0.2;
    private static final int MISSES = 2;
    /// How likely a satellite that overlooked something once does so again: it may not see the place.
    private static final double BLIND = 0.5;
    /// More missing looks of one satellite tell nothing new.
    private static final int MOST_MISSES = 6;

    private final BurnFitter fitter;
    private final Pointing pointing;
    private final Glow glow = new Glow();
    private final List<InfraredSatellite> satellites;
    private final Ascent ascent = new Ascent();
    private final double[] state = new double[6];

    Burning(List<InfraredSatellite> satellites) {
        this(satellites, new Pointing(satellites));
    }

    Burning(List<InfraredSatellite> satellites, Pointing pointing) {
        this.satellites = satellites;
        this.pointing = pointing;
        fitter = new BurnFitter(pointing);
    }

    /// When its glow went out, as far as it can be told at a moment; were all satellites watching.
    Ending ending(Thing thing, double nowS) {
        return ending(thing, nowS, _ -> Double.POSITIVE_INFINITY);
    }

    /// The same, by what satellites that are not known to be silent did not see.
    Ending ending(Thing thing, double nowS, Vigil vigil) {
        return ending(thing, nowS, vigil::silentFromS);
    }

    /// The same where one look that is missing is enough: its glow may have gone out, or been overlooked.
    Ending perhaps(Thing thing, double nowS, Vigil vigil) {
        return ending(thing, misses(thing, nowS, vigil::silentFromS), 1);
    }

    private Ending ending(Thing thing, double nowS, IntToDoubleFunction silentFromS) {
        return ending(thing, misses(thing, nowS, silentFromS), MISSES);
    }

    private static Ending ending(Thing thing, List<Ending.Miss> misses, int fewest) {
        double lastS = thing.lights().getLast().timeS();
        return misses.size() >= fewest ? Ending.gone(lastS, misses) : Ending.open(lastS);
    }

    private List<Ending.Miss> misses(Thing thing, double nowS, IntToDoubleFunction silentFromS) {
        double lastS = thing.lights().getLast().timeS();
        List<Ending.Miss> misses = new ArrayList<>();
        for (int i = 0; i < satellites.size(); i++) {
            double seenS = thing.lastLightS(i);
            double revisitS = satellites.get(i).revisitS();
            if (seenS == Double.NEGATIVE_INFINITY || lastS - seenS > 3 * revisitS) {
                continue;
            }
            double dueS = seenS + revisitS * (1 + Math.floor((lastS - seenS) / revisitS));
            if (dueS <= lastS) {
                dueS += revisitS;
            }
            double untilS = Math.min(nowS - LATE * revisitS, silentFromS.applyAsDouble(i));
            // Who overlooked it already while others saw it may not see the place at all.
            double unseen = lastS - seenS > (1 + LATE) * revisitS
                    ? BLIND
                    : 1 - satellites.get(i).detection();
            for (int k = 0; k < MOST_MISSES && dueS + k * revisitS <= untilS; k++) {
                misses.add(new Ending.Miss(dueS + k * revisitS, unseen));
            }
        }
        misses.sort(Comparator.comparingDouble(Ending.Miss::atS));
        return misses;
    }

    /// The thing with its burns fitted to its lights.
    Thing fitted(Thing thing, Ending ending) {
        if (thing.lights().size() < FEWEST_LOOKS) {
            return thing;
        }
        List<Burn> next = new ArrayList<>();
        Optional<Burn> best = thing.burn();
        for (int which = 0; which < Profile.ALL.size(); which++) {
            fit(thing, ending, which, best).ifPresent(next::add);
        }
        return thing.burning(next);
    }

    /// Fits what burns, and what has burnt and no radar sees, with errors that are otherwise known now.
    void fitAnew(List<Thing> things, double nowS) {
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.spot() == Thing.Shine.RISING
                    && thing.echoes().isEmpty()
                    && !thing.telling().ended()) {
                things.set(i, fitted(thing, ending(thing, nowS)));
            }
        }
    }

    private Optional<Burn> fit(Thing thing, Ending ending, int which, Optional<Burn> best) {
        Optional<Burn> before =
                thing.burns().stream().filter(each -> each.profile() == which).findFirst();
        boolean same = before.isPresent() && before.get().wide().equals(pointing.wide());
        if (same
                && best.isPresent()
                && best.get().evidence() - before.get().evidence() > FAR_BEHIND
                && thing.lights().size() % SELDOM != 0
                && !ending.known()) {
            return before;
        }
        if (before.isPresent()) {
            int rounds = ending.known() || !same ? FIRST_ROUNDS : NEXT_ROUNDS;
            Optional<Burn> again = fitter.fit(which, thing.lights(), ending, before.get(), rounds);
            if (again.isPresent()) {
                return isAstray(ending, best)
                        ? better(again, fitter.fit(which, thing.lights(), ending, start(thing, which), MOST_ROUNDS))
                        : again;
            }
        }
        return fitter.fit(which, thing.lights(), ending, start(thing, which), FIRST_ROUNDS);
    }

    // What explains the looks badly may only have been sought from the wrong place: once the glow has gone it is sought
    // anew.
    private static boolean isAstray(Ending ending, Optional<Burn> best) {
        return ending.known() && best.isPresent() && !best.get().isSound();
    }

    private static Optional<Burn> better(Optional<Burn> a, Optional<Burn> b) {
        return b.filter(Burn::isSound)
                .filter(burn -> burn.evidence() > evidence(a))
                .or(() -> a);
    }

    private static double evidence(Optional<Burn> burn) {
        return burn.map(Burn::evidence).orElse(Double.NEGATIVE_INFINITY);
    }

    // Under the first looks, so early that it could have climbed there.
    private Burn start(Thing thing, int which) {
        List<Look.Light> lights = thing.lights();
        List<Look.Light> first = lights.subList(0, Math.min(lights.size(), 6));
        glow.fit(first, Glow.Expectation.RISING);
        Geodetic ground = glow.ground();
        double[] p = new double[Profile.ALL.get(which).parameters()];
        Profile profile = Profile.ALL.get(which);
        double climb = Math.max(100, glow.climbMps);
        double early = Math.clamp(1.8 * Math.max(5e3, glow.heightM) / climb, 15, 90);
        p[2] = glow.timeS - early;
        double level = Math.sqrt(glow.eastMps() * glow.eastMps() + glow.northMps() * glow.northMps());
        double tilt = Math.min(0.7, 1.1 * Exact.atan2(level, climb));
        p[3] = level > 0 ? tilt * glow.eastMps() / level : 0;
        p[4] = level > 0 ? tilt * glow.northMps() / level : 0;
        p[0] = -glow.eastMps() * early * 0.4;
        p[1] = -glow.northMps() * early * 0.4;
        for (int s = 0; s < profile.stages(); s++) {
            for (int k = 0; k < Profile.STAGE; k++) {
                p[Profile.LAUNCH + Profile.STAGE * s + k] = profile.mean(s, k);
            }
        }
        return new Burn(which, Slots.NONE, ground.latRad(), ground.lonRad(), new Numbers(p), Numbers.NONE, 0, 0, 0);
    }

    /// By how much a light makes the burn that explains a thing's looks best explain them worse, squared standard
    /// deviations: however badly the looks before it tell where it must be.
    double worse(Thing thing, Look.Light light, List<Look.Light> with) {
        Burn best = thing.burn().orElseThrow();
        Optional<Burn> all = fitter.fit(best.profile(), with, Ending.open(light.timeS()), best, STRAINED_ROUNDS);
        return all.filter(Burn::isSound)
                .map(burn -> burn.misfit() - best.misfit())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// How far a light lies from where a burn has it, squared standard deviations; gates only.
    double distance(Burn burn, Look.Light light, LookView view) {
        BurnFitter.launch(burn.kind(), burn.best().values(), burn.latRad(), burn.lonRad(), ascent);
        if (!ascent.at(light.timeS(), state)) {
            return Double.POSITIVE_INFINITY;
        }
        view.light(light, state);
        int slot = burn.slots().of(light.sensor());
        int bias = burn.kind().parameters() + 2 * slot;
        double extra = slot < 0 ? pointing.slack(light.sensor()) : 0;
        double sigma = Math.sqrt(view.sigma[0] * view.sigma[0] + extra * extra);
        double a = (view.residual[0] - (slot < 0 ? 0 : burn.best().at(bias))) / sigma;
        double b = (view.residual[1] - (slot < 0 ? 0 : burn.best().at(bias + 1))) / sigma;
        return a * a + b * b;
    }
}
