package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.core.motion.Fall;

/// Keeps a thing's fall fitted to its echoes.
///
/// Where its burn was seen, the fall begins at burnout: there what the satellites know is nearly a normal distribution,
/// which half an hour later it is no more. A workspace.
final class Falling {
    private static final int FEWEST = 3;
    /// From so many echoes on the radars alone know the state: what the burn told must agree, or is let go.
    private static final int ALONE = 10;
    private static final double DISAGREES = 36;
    /// The same of what the burn told of six numbers: one in a thousand is farther out.
    private static final double BURN_DISAGREES = 22;
    /// From here on, in squared sigmas a row, a body of another kind is tried.
    private static final double POOR = 1.3;
    private static final double POOR_MORE = 20;
    /// A fall whose residuals are so large is none: what came before the latest echoes is let go.
    private static final double NO_FALL = 3;
    private static final int KEPT = 8;
    /// Echoes this far from what was expected of them, in squared sigmas a row, are of something that flies otherwise.
    private static final double TURNS = 7;
    /// The same on the way down through the air, where a turn leaves seconds (of 34 free falls none reached 2.6).
    private static final double TURNS_IN_AIR = 3.5;
    private static final double LN_BETA = 8.4;
    /// A glow may be missed once though it burns on, so long, seconds.
    private static final double OVERLOOKED_S = 6;
    private static final List<Integer> ASKED = List.of(12, 16, 20, 26, 34);
    private static final int ENOUGH = 7;
    /// When it is asked whether the fall began earlier than thought, and what an echo of it may cost, squared sigmas.
    private static final List<Integer> EARLIER = List.of(8, 12, 18, 30);
    private static final double EARLIER_WORSE = 9.5;
    /// So many of its first echoes are asked again, by then with more of later ones; those are not that came so long
    /// after the latest light, seconds.
    private static final int AGAIN = 4;
    private static final double LATE_S = 10;
    /// Echoes that cost so much, in squared sigmas a row, are of something else than the fall.
    private static final double NOT_YET = 2.5;
    private static final double NOT_YET_MORE = 10;
    private static final int THRUST_AT_FIRST = 6;

    private final DropFitter fitter;
    private final Landing landing;
    private final Contradictions contradictions;
    private final Fall fall = new Fall();

    Falling(DropFitter fitter, Landing landing, Contradictions contradictions) {
        this.fitter = fitter;
        this.landing = landing;
        this.contradictions = contradictions;
    }

    /// The thing with its fall fitted to all its echoes, the newest of them last.
    Thing fitted(Thing thing) {
        if (!thing.falls() || thing.follow().isEmpty()) {
            return thing;
        }
        List<Look.Echo> used = thing.fallEchoes();
        if (used.size() < FEWEST) {
            return thing;
        }
        Optional<Drop> before = thing.drop();
        if (before.isPresent() && follows(before.get(), used, thing.prior().orElseThrow())) {
            Prior prior = thing.prior().orElseThrow();
            boolean same = before.get().wide().equals(contradictions.wide());
            return checked(
                    thing,
                    used,
                    prior,
                    same ? fitter.grown(before.get(), used, prior) : fitter.fit(used, prior, guess(before.get())));
        }
        return anew(thing, used);
    }

    /// What its echoes alone tell of its fall, where all of them are kept.
    Optional<Drop> alone(Thing thing) {
        List<Look.Echo> used = thing.fallEchoes();
        if (used.size() < FEWEST
                || thing.prior().filter(prior -> prior.taught().anything()).isPresent()) {
            return Optional.empty();
        }
        Prior vague = vague(thing, used);
        return fitter.fit(used, vague, vague.state());
    }

    /// The thing with its fall fitted anew, its burn or the radars' errors being otherwise known now.
    Thing again(Thing thing) {
        Optional<Prior> told = thing.prior().filter(Prior::told).isPresent() ? told(thing) : thing.prior();
        Optional<Drop> drop = thing.drop();
        if (told.isEmpty() || drop.isEmpty()) {
            return thing;
        }
        List<Look.Echo> used = thing.fallEchoes();
        Optional<Drop> next = back(drop.get(), told.get().epochS()).flatMap(at -> fitter.fit(used, told.get(), at));
        return next.isPresent() ? thing.expecting(told.get()).falling(next, thing.fallsFromS()) : thing;
    }

    private static boolean follows(Drop drop, List<Look.Echo> used, Prior prior) {
        return drop.looks() - prior.taught().looks() == used.size() - 1
                && drop.lastS() < used.getLast().timeS();
    }

    /// The thing without the older half of its echoes: what they told of its fall stays known.
    Thing folded(Thing thing) {
        List<Look.Echo> all = thing.echoes();
        int half = all.size() / 2;
        List<Look.Echo> old = all.subList(0, half);
        Thing lighter = thing.folded(all.subList(half, all.size()), thing.gone().with(old));
        List<Look.Echo> used =
                old.stream().filter(echo -> echo.timeS() >= thing.fallsFromS()).toList();
        if (thing.drop().isEmpty() || used.isEmpty()) {
            return lighter;
        }
        Prior prior = fitter.taught(thing.drop().get(), used, thing.prior().orElseThrow());
        return lighter.expecting(prior)
                .falling(fitter.fit(lighter.fallEchoes(), prior, guess(prior)), thing.fallsFromS());
    }

    private static Numbers guess(Drop drop) {
        return Numbers.copy(drop.best().values(), 6);
    }

    private static Numbers guess(Prior prior) {
        return Numbers.copy(prior.taught().at().values(), 6);
    }

    private Thing anew(Thing thing, List<Look.Echo> used) {
        Optional<Prior> known = thing.prior().filter(prior -> prior.taught().anything());
        if (known.isEmpty()) {
            return fresh(thing, used);
        }
        Optional<Drop> again = fitter.fit(used, known.get(), guess(known.get()));
        return again.isPresent()
                ? checked(thing, used, known.get(), again)
                : fresh(thing.expecting(known.get().taught(Taught.NOTHING)), used);
    }

    private Thing fresh(Thing thing, List<Look.Echo> used) {
        Prior vague = vague(thing, used);
        Optional<Drop> alone = fitter.fit(used, vague, vague.state());
        Optional<Prior> told = thing.prior().isPresent() ? thing.prior() : told(thing);
        if (told.isEmpty() || !told.get().told()) {
            return checked(thing, used, vague, alone);
        }
        Prior prior = told.get();
        Optional<Drop> near =
                alone.flatMap(drop -> back(drop, prior.epochS())).flatMap(state -> fitter.fit(used, prior, state));
        Optional<Drop> far =
                near.isPresent() && near.get().misfit() < 2.0 * near.get().rows() + POOR_MORE
                        ? Optional.empty()
                        : fitter.fit(used, prior, prior.state());
        return checked(thing, used, prior, better(near, far));
    }

    private static Optional<Drop> better(Optional<Drop> a, Optional<Drop> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().misfit() <= b.get().misfit() ? a : b;
    }

    // Nothing where the fall cannot be taken so far back.
    private Optional<Numbers> back(Drop drop, double epochS) {
        double[] p = drop.best().values();
        fall.start(drop.epochS(), p, false);
        return fall.to(epochS) ? Optional.of(Numbers.copy(fall.state(), 6)) : Optional.empty();
    }

    private Thing checked(Thing thing, List<Look.Echo> used, Prior prior, Optional<Drop> first) {
        Optional<Drop> drop = first.isPresent()
                        && contradictions.learn(first.get(), used.getLast().timeS())
                ? fitter.fit(used, prior, guess(first.get()))
                : first;
        if (drop.isEmpty()) {
            return thing.falling(Optional.empty(), thing.fallsFromS());
        }
        Drop now = drop.get();
        if (prior.told() && isAsked(thing, now)) {
            Prior vague = vague(thing, used);
            Optional<Drop> alone = fitter.fit(used, vague, vague.state());
            boolean sound = now.looks() >= ALONE || (alone.isPresent() && !isNone(alone.get()));
            if (sound && alone.isPresent() && now.misfit() - alone.get().misfit() > BURN_DISAGREES) {
                return thing.expecting(vague).falling(alone, thing.fallsFromS());
            }
        }
        Optional<Thing> later = ASKED.contains(now.looks()) ? burntOn(thing, now, used) : Optional.empty();
        if (later.isPresent()) {
            return later.get();
        }
        Thing all = begunEarlier(thing.expecting(prior).falling(drop, thing.fallsFromS()));
        return steady(otherBody(all, all.fallEchoes()), used);
    }

    // The glow went out before the look that missed it: echoes since the latest look that saw it that lie on the fall
    // are part of it. They are the lowest, where the air tells most of the body.
    private Thing begunEarlier(Thing thing) {
        Drop now = thing.drop().orElseThrow();
        if (!EARLIER.contains(now.looks())
                || thing.burns().isEmpty()
                || thing.prior().orElseThrow().taught().anything()) {
            return thing;
        }
        double darkS = thing.lights().getLast().timeS();
        List<Look.Echo> since = thing.echoesFrom(darkS);
        int sure = Math.max(
                thing.fallEchoes().size() - AGAIN,
                thing.echoesFrom(darkS + LATE_S).size());
        Optional<Numbers> guess = sure >= FEWEST && sure < since.size()
                ? back(now, since.getFirst().timeS())
                : Optional.empty();
        return guess.isPresent() ? begun(thing, since, sure, guess.get()) : thing;
    }

    // As many echoes, from the latest to the earliest, as lie on the fall.
    private Thing begun(Thing thing, List<Look.Echo> since, int sure, Numbers guess) {
        Prior prior = before(thing, since.getFirst().timeS(), guess);
        int first = since.size() - sure;
        Optional<Drop> best = fitter.fit(since.subList(first, since.size()), prior, guess);
        for (int k = first - 1; k >= 0 && best.isPresent(); k--) {
            Optional<Drop> more = fitter.fit(since.subList(k, since.size()), prior, guess);
            if (more.isEmpty() || more.get().misfit() - best.get().misfit() > EARLIER_WORSE) {
                break;
            }
            best = more;
            first = k;
        }
        boolean moved =
                best.isPresent() && first != since.size() - thing.fallEchoes().size();
        return moved ? thing.expecting(prior).falling(best, since.get(first).timeS()) : thing;
    }

    private Prior before(Thing thing, double epochS, Numbers guess) {
        Prior prior = thing.prior().orElseThrow();
        Prior vague = new Prior(epochS, guess, Numbers.NONE, prior.lnBeta(), prior.lnBetaSigma(), Taught.NOTHING);
        return prior.told() ? told(thing, epochS).orElse(vague) : vague;
    }

    private Optional<Thing> burntOn(Thing thing, Drop now, List<Look.Echo> used) {
        if (!thing.burns().isEmpty()) {
            return overlooked(thing, used);
        }
        return thing.lights().isEmpty() && now.isClimbing() ? thrustAtFirst(thing, now, used) : Optional.empty();
    }

    // What radars alone saw burn turned last at one of its first echoes: those a second or two before the end of its
    // burn hardly bend its fall, and make it seem heavier than it is.
    private Optional<Thing> thrustAtFirst(Thing thing, Drop all, List<Look.Echo> used) {
        int most = Math.min(THRUST_AT_FIRST, used.size() - ENOUGH);
        double gained = NOT_YET_MORE;
        Optional<Thing> best = Optional.empty();
        for (int k = most; k > 0; k--) {
            Thing later = from(thing, used.subList(k, used.size()));
            // Without all of them it is told first whether any is worth asking.
            if (later.drop().isEmpty()
                    || (k == most && !isMuchBetter(all, later.drop().get()))) {
                return best;
            }
            double gain = gain(all, later.drop().get());
            if (gain > gained) {
                gained = gain;
                best = Optional.of(later);
            }
        }
        return best;
    }

    private Thing from(Thing thing, List<Look.Echo> echoes) {
        Prior prior = vague(thing, echoes);
        return thing.expecting(prior)
                .falling(
                        fitter.fit(echoes, prior, prior.state()),
                        echoes.getFirst().timeS());
    }

    private static boolean isMuchBetter(Drop all, Drop some) {
        return all.misfit() - some.misfit() > all.rows() - some.rows() + NOT_YET_MORE;
    }

    // By how much more than echoes of a fall would cost those were worse that the second fit goes without.
    private static double gain(Drop all, Drop some) {
        return all.misfit() - some.misfit() - NOT_YET * (all.rows() - some.rows());
    }

    // The first missing look may have been an oversight: then the first echoes are of what still burnt, and what the
    // satellites told of the burnout is wrong as well.
    private Optional<Thing> overlooked(Thing thing, List<Look.Echo> used) {
        double fromS = thing.fallsFromS() + OVERLOOKED_S;
        List<Look.Echo> later =
                used.stream().filter(echo -> echo.timeS() >= fromS).toList();
        if (later.size() == used.size() || later.size() < ENOUGH) {
            return Optional.empty();
        }
        Prior vague = vague(thing, used);
        Prior vagueLater = vague(thing, later);
        Optional<Drop> all = fitter.fit(used, vague, vague.state());
        Optional<Drop> some = fitter.fit(later, vagueLater, vagueLater.state());
        if (all.isEmpty() || some.isEmpty()) {
            return Optional.empty();
        }
        return gain(all.get(), some.get()) > NOT_YET_MORE
                ? Optional.of(thing.expecting(vagueLater).falling(some, fromS))
                : Optional.empty();
    }

    // A body of another kind explains it, where the usual one does not.
    private Thing otherBody(Thing thing, List<Look.Echo> used) {
        Drop now = thing.drop().orElseThrow();
        Prior prior = thing.prior().orElseThrow();
        boolean known = prior.lnBetaSigma() > 1 || prior.taught().anything();
        if (known || now.misfit() <= POOR * now.rows() + POOR_MORE) {
            return thing;
        }
        Prior any = prior.anyBody();
        Optional<Drop> other = fitter.fit(used, any, guess(now));
        return other.isPresent() && now.misfit() - other.get().misfit() > DISAGREES
                ? thing.expecting(any).falling(other, thing.fallsFromS())
                : thing;
    }

    // What no fall explains does not fall: only its latest echoes may be those of one. What should come down through
    // the air and goes up there has lift.
    private static Thing steady(Thing thing, List<Look.Echo> used) {
        Drop now = thing.drop().orElseThrow();
        Follow follow = thing.follow().orElseThrow();
        boolean air = follow.descendsInAir() || (follow.isInAir() && now.looks() > KEPT && now.comesDown());
        boolean turns = now.surprise() > (air ? TURNS_IN_AIR : TURNS) && now.looks() > KEPT;
        if (!turns && !(isNone(now) && now.looks() > FEWEST + 1)) {
            return thing;
        }
        return thing.unsteady(
                used.get(used.size() - FEWEST).timeS(), used.getLast().timeS(), air);
    }

    // What was just joined, or is not seen for long.
    private static boolean isAsked(Thing thing, Drop now) {
        return (now.looks() < 2 * ALONE || thing.drop().isEmpty()) && (now.looks() >= ALONE || isNone(now));
    }

    private static boolean isNone(Drop drop) {
        return drop.misfit() > NO_FALL * drop.rows() + POOR_MORE;
    }

    private Prior vague(Thing thing, List<Look.Echo> used) {
        double epochS = used.getFirst().timeS();
        Follow follow = thing.follow().orElseThrow();
        double[] start = java.util.Arrays.copyOf(follow.state().values(), Drop.FLIGHT);
        start[Drop.BETA] = LN_BETA;
        fall.start(follow.timeS(), start, false);
        Numbers state = fall.to(epochS) ? Numbers.copy(fall.state(), 6) : straight(follow, epochS);
        return Prior.vague(epochS, state, speed(state));
    }

    private static Numbers straight(Follow follow, double atS) {
        double[] state = follow.state().values().clone();
        for (int i = 0; i < 3; i++) {
            state[i] += (atS - follow.timeS()) * state[3 + i];
        }
        return new Numbers(state);
    }

    private Optional<Prior> told(Thing thing) {
        Optional<Burn> burn = thing.burn();
        if (burn.isEmpty() || burn.get().misfit() > 2.5 * (2 * burn.get().looks() + 6)) {
            return Optional.empty();
        }
        return told(thing, Math.min(burn.get().burnoutS(), thing.fallsFromS()));
    }

    private Optional<Prior> told(Thing thing, double epochS) {
        return thing.burn().map(burn -> landing.prior(burn, epochS));
    }

    static double speed(Numbers s) {
        return Math.sqrt(s.at(3) * s.at(3) + s.at(4) * s.at(4) + s.at(5) * s.at(5));
    }
}
