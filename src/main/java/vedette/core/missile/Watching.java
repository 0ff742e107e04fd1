package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Assessment;
import vedette.model.Event;
import vedette.model.InfraredSatellite;
import vedette.model.Missile;
import vedette.model.Output;
import vedette.model.WarningRadar;

/// One step of the watch: takes the state apart, works, and puts the next state together. A workspace.
final class Watching {
    /// More things than this at once are refused, counted.
    static final int MOST_THINGS = 256;
    private static final double DAY_S = 86_400;
    /// Echoes from which on a fall is known well enough to be spoken of.
    static final int HELD = 8;
    private static final int TWINS_EVERY = 4;
    private static final int REKINDLED_EVERY = 3;
    /// A piece is one from so many echoes on.
    private static final int PIECE = 3;

    private final List<Site> sites;
    private final Burning burning;
    private final Sightings sightings;
    private final Rekindling rekindling;
    private final Parted parted;
    private final Contradictions contradictions;
    private final Pointing pointing;
    private final Follower follower;
    private final Echoes echoes;
    private final Falling falling;
    private final Coasting coasting;
    private final Crossing crossing;
    private final Rates rates;
    private final Joining joining;
    private final Teller teller;
    private final Doubts doubts;
    private final Twins twins;
    private final Silence silence;
    private final Vigil vigil;
    private final Ages ages;
    private final Catalogue catalogue;
    private final Returning returning;

    private MissileState state = MissileState.empty();
    private Event.Stamp stamp = new Event.Stamp(0, new vedette.model.Moment(0), vedette.model.Domain.TEST);
    private final List<Thing> things = new ArrayList<>();
    private final List<Judge.Told> notices = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private long made;
    private Limits limits = Limits.NONE;
    private double nowS;
    private double upkeptS;

    Watching(List<InfraredSatellite> satellites, List<WarningRadar> radars, Catalogue catalogue) {
        this.catalogue = catalogue;
        sites = radars.stream().map(Site::of).toList();
        Landing landing = new Landing();
        pointing = new Pointing(satellites);
        burning = new Burning(satellites, pointing);
        vigil = new Vigil(satellites);
        ages = new Ages(satellites);
        returning = new Returning(vigil);
        sightings = new Sightings(satellites, burning);
        rekindling = new Rekindling(satellites, burning);
        parted = new Parted(satellites, burning, pointing);
        contradictions = new Contradictions(sites);
        follower = new Follower(sites, contradictions, pointing);
        echoes = new Echoes(sites, follower);
        DropFitter fitter = new DropFitter(sites, contradictions);
        falling = new Falling(fitter, landing, contradictions);
        coasting = new Coasting(fitter, sites);
        rates = new Rates(sites, fitter, contradictions);
        crossing = new Crossing(pointing, contradictions, burning, falling);
        joining = new Joining(new Linking(follower, landing));
        twins = new Twins(sites, follower);
        silence = new Silence(sites);
        teller = new Teller(satellites, sites, new Burnouts(burning, landing, vigil), vigil, catalogue);
        doubts = new Doubts(satellites, sites, pointing, contradictions);
    }

    Watching begin(MissileState from, Event.Stamp at) {
        state = from;
        stamp = at;
        nowS = at.arrivedAt().secondsSince(from.epoch());
        things.clear();
        things.addAll(from.things());
        outputs.clear();
        made = from.made();
        limits = from.limits();
        contradictions.begin(from.mistrusted(), nowS);
        pointing.begin(from.askew(), nowS);
        vigil.begin(from.lives(), from.things(), nowS);
        catalogue.begin(from.known(), from.elements(), from.epoch());
        upkeptS = from.upkeptS();
        notices.clear();
        for (var notice : from.notices()) {
            notices.add(new Judge.Told(
                    notice,
                    notice.from().secondsSince(from.epoch()),
                    notice.to().secondsSince(from.epoch())));
        }
        return this;
    }

    MissileStep done() {
        return new MissileStep(
                new MissileState(
                        state.satellites(),
                        state.radars(),
                        state.notices(),
                        state.epoch(),
                        things,
                        made,
                        upkeptS,
                        limits,
                        contradictions.mistrusted(),
                        state.retired(),
                        vigil.lives(),
                        state.known(),
                        state.elements(),
                        pointing.askew()),
                outputs);
    }

    /// Something was not taken.
    void refuse(Limit limit, String why) {
        limits = limits.passed(limit, stamp, why, outputs);
    }

    void light(Look.Light light) {
        if (Look.isRepeated(light, things)) {
            return;
        }
        int owner = sightings.owner(things, light);
        if (owner < 0) {
            owner = returning.owner(things, light, notices);
        }
        vigil.looked(light);
        if (owner < 0) {
            if (!joining.isHeld(things, light)) {
                begin(number -> Thing.of(number, light));
            }
            return;
        }
        Thing thing = things.get(owner);
        Thing lit = thing.lit(Sightings.with(thing, light));
        lit = lit.shining(sightings.shine(lit));
        if (lit.spot() == Thing.Shine.RISING) {
            lit = burning.fitted(lit.falling(Optional.empty(), Double.POSITIVE_INFINITY), burning.ending(lit, nowS));
        }
        if (lit.spot() == Thing.Shine.FALLING && !lit.falls()) {
            lit = lit.falling(Optional.empty(), Double.NEGATIVE_INFINITY);
        }
        things.set(owner, lit);
        weigh();
        if (lit.lights().size() % REKINDLED_EVERY == 0) {
            rekindle(things.get(owner));
        }
        rejoin(lit.number());
        int at = index(lit.number());
        if (at >= 0) {
            speak(at);
        }
    }

    // Where whom to believe has changed, what burns and what only burnt is fitted anew.
    private void weigh() {
        if (pointing.learn(things, nowS)) {
            burning.fitAnew(things, nowS);
        }
    }

    // What a satellite that points elsewhere has parted becomes one.
    private void rejoin(long number) {
        int at = index(number);
        List<Thing> parts = at < 0 ? List.of() : parted.parts(things, things.get(at));
        Optional<Thing> whole = parts.isEmpty() ? Optional.empty() : parted.whole(parts, nowS);
        if (whole.isEmpty()) {
            return;
        }
        for (Thing part : parts.subList(1, parts.size())) {
            int gone = index(part.number());
            if (part.telling().anything()) {
                say(gone, Words.united(told(part), whole.get().number()));
            } else {
                things.remove(gone);
            }
        }
        int kept = index(whole.get().number());
        things.set(kept, whole.get());
        weigh();
        speak(kept);
    }

    // What was taken for two lights becomes one; the younger of the two is told to have been the older.
    private void rekindle(Thing lit) {
        int at = index(lit.number());
        for (int i = 0; i < things.size() && !rekindling.isCrowded(things, lit); i++) {
            int kept = Math.min(i, at);
            int gone = Math.max(i, at);
            Optional<Thing> one = i == at ? Optional.empty() : rekindling.one(things.get(kept), things.get(gone), nowS);
            if (one.isPresent()) {
                Thing younger = things.get(gone);
                things.set(kept, one.get());
                if (younger.telling().anything()) {
                    say(gone, Words.united(told(younger), one.get().number()));
                } else {
                    things.remove(gone);
                }
                speak(kept);
                return;
            }
        }
    }

    void echo(Look.Echo echo) {
        if (Look.isRepeated(echo, things)) {
            return;
        }
        int owner = echoes.owner(things, echo);
        if (owner < 0) {
            Follow follow = follower.begun(echo);
            begin(number -> Thing.of(number, echo, follow));
            return;
        }
        Thing thing = things.get(owner);
        if (echo.timeS() <= thing.gone().untilS()) {
            refuse(Limit.FORGOTTEN, "M" + thing.number() + " has later echoes than the one at " + echo.timeS() + " s");
            return;
        }
        Follow before = thing.follow().orElseThrow();
        Follow follow = echo.timeS() >= before.timeS() ? follower.taken(before, echo, Follower.unrest(thing)) : before;
        Thing heard = coasting(thing.heard(Echoes.with(thing.echoes(), echo), follow));
        rates.learn(heard, nowS);
        Thing fitted = crossing.judged(Untangling.freed(thing, falling.fitted(heard), echo.timeS()), things, nowS);
        things.set(owner, fitted.echoes().size() < Echoes.MOST_ECHOES ? fitted : falling.folded(fitted));
        long number = heard.number();
        boolean joined = joining.join(things, heard, falling);
        unite(heard);
        part(heard);
        for (int i = 0; i < things.size(); i++) {
            Thing now = things.get(i);
            if (now.number() == number || now.echoes().contains(echo)) {
                speak(i);
            }
        }
        if (joined && heard.telling().anything()) {
            gone(heard, echo);
        }
    }

    // One look that is missing is enough where radars tell that it coasts.
    private Thing coasting(Thing heard) {
        boolean burns = !heard.falls()
                && heard.spot() == Thing.Shine.RISING
                && !heard.burns().isEmpty();
        return burns ? coasting.of(heard, burning.perhaps(heard, nowS, vigil), burning, falling) : heard;
    }

    // What was told of by a number of its own is told to be another's.
    private void gone(Thing heard, Look.Echo echo) {
        for (Thing thing : things) {
            if (thing.echoes().contains(echo)) {
                Missile last = told(heard);
                things.add(heard);
                say(things.size() - 1, Words.united(last, thing.number()));
                return;
            }
        }
    }

    // What is held twice becomes one; the younger of the two is told to have been the older.
    private void unite(Thing heard) {
        if (heard.echoes().size() % TWINS_EVERY != 0) {
            return;
        }
        int at = index(heard.number());
        for (int i = 0; at >= 0 && i < things.size(); i++) {
            Thing other = things.get(i);
            if (i != at && !other.telling().ended() && twins.same(things.get(at), other)) {
                int kept = Math.min(i, at);
                int gone = Math.max(i, at);
                Thing younger = things.get(gone);
                things.set(kept, falling.fitted(Twins.merged(things.get(kept), younger)));
                if (younger.telling().anything()) {
                    Missile last = told(younger);
                    say(gone, Words.united(last, things.get(kept).number()));
                } else {
                    things.remove(gone);
                }
                return;
            }
        }
    }

    // Where two are that were one it has broken, and nobody knows which piece goes where.
    private void part(Thing heard) {
        int at = index(heard.number());
        if (at < 0 || heard.echoes().size() != PIECE || !heard.lights().isEmpty() || heard.parent() != 0) {
            return;
        }
        for (int i = 0; i < things.size(); i++) {
            if (i != at && twins.brokeOff(things.get(at), things.get(i))) {
                things.set(at, things.get(at).childOf(things.get(i).number()));
                things.set(i, things.get(i).lost(nowS));
                speak(i);
                return;
            }
        }
    }

    private int index(long number) {
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    private void begin(java.util.function.LongFunction<Thing> thing) {
        if (things.size() >= MOST_THINGS) {
            refuse(Limit.THINGS, things.size() + " things are watched already");
            return;
        }
        made++;
        things.add(thing.apply(made));
    }

    /// Nothing is watched any more: of whatever was spoken of, it is told that it is no longer followed.
    void forget() {
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.telling().anything() && !thing.telling().ended()) {
                say(i, Words.ended(told(thing), thing.telling(), Missile.Phase.ENDED));
            }
        }
        things.clear();
    }

    /// Tells what of the catalogue is too old to be used.
    void tellStale() {
        catalogue.stale(nowS).ifPresent(why -> refuse(Limit.STALE, why));
    }

    /// Once a second: glows that went out, things that came down, things that were nothing.
    void upkeep() {
        if (Math.floor(nowS / DAY_S) > Math.floor(upkeptS / DAY_S)) {
            tellStale();
        }
        upkeptS = nowS;
        for (int i = things.size() - 1; i >= 0; i--) {
            Thing thing = things.get(i);
            if (thing.spot() == Thing.Shine.RISING && !thing.falls()) {
                darken(i);
            }
            if (silence.lost(things.get(i), nowS)) {
                things.set(i, things.get(i).lost(nowS));
                speak(i);
            }
            if (ages.isOver(things.get(i), nowS)) {
                end(i);
            } else if (Ages.isDark(things.get(i), nowS) || Ages.isWaitedFor(things.get(i), nowS)) {
                speak(i);
            }
        }
    }

    // A glow that went out is gone; while its satellites are silent nobody knows, for a time.
    private void darken(int i) {
        Thing thing = things.get(i);
        Ending likely = burning.ending(thing, nowS);
        if (!likely.known()) {
            if (burning.perhaps(thing, nowS, vigil).known()
                    && !burning.perhaps(thing, thing.telling().atS(), vigil).known()) {
                speak(i);
            }
            return;
        }
        Ending seen = thing.echoes().isEmpty() ? burning.ending(thing, nowS, vigil) : likely;
        if (seen.known() || nowS - likely.lastS() > Ages.BLIND_S) {
            Ending ending = seen.known() ? seen : Ending.open(likely.lastS());
            double fromS = seen.known() ? seen.goneS() : nowS;
            things.set(i, falling.fitted(burning.fitted(thing, ending).falling(Optional.empty(), fromS)));
        }
        speak(i);
    }

    private void end(int i) {
        Thing thing = things.get(i);
        if (!thing.telling().anything() || thing.telling().ended()) {
            things.remove(i);
            return;
        }
        Missile last = told(thing);
        boolean down = thing.telling().landsS() > Double.NEGATIVE_INFINITY;
        say(i, Words.ended(last, thing.telling(), down ? Missile.Phase.DOWN : Missile.Phase.ENDED));
    }

    private Missile told(Thing thing) {
        Missile told = teller.told(thing, Beside.of(thing, things, nowS), notices, state.epoch(), nowS);
        return doubts.said(told, thing);
    }

    private void speak(int i) {
        Thing thing = things.get(i);
        if (!Teller.isWorthy(thing)) {
            return;
        }
        Telling telling = thing.telling();
        boolean soon = telling.anything()
                && nowS - telling.atS() < Ages.speakS(thing)
                && !(thing.unsteadyS() > telling.atS())
                && !(thing.falls() && telling.phase() == Missile.Phase.BOOST)
                && teller.confidence(thing) == telling.confidence();
        if (soon) {
            return;
        }
        Missile missile = told(thing);
        if (!telling.anything() && missile.verdict() == Missile.Verdict.CLUTTER) {
            return;
        }
        say(i, missile);
    }

    private void say(int i, Missile missile) {
        outputs.add(new Output.Assessed(stamp.arrivedAt(), new Assessment.Flying(missile)));
        double landsS = missile.impact()
                .map(impact -> impact.latest().secondsSince(state.epoch()))
                .orElse(Double.NEGATIVE_INFINITY);
        things.set(
                i,
                things.get(i)
                        .told(new Telling(
                                missile.revision(),
                                nowS,
                                missile.verdict(),
                                missile.confidence(),
                                missile.phase(),
                                landsS)));
    }
}
