package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.LongTable;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Impact;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceRisk;
import vedette.model.Tally;

/// What may come down where people live, within one step: it collects the new state, which the step takes at
/// its end.
///
/// Each revision of an object is held against all places, in slices of bounded work that go on in later
/// steps; then the chances of all objects are put together place by place, and what changed is said.
final class Risks {
    /// Places beyond these are refused: each costs every revision of every object a distance.
    static final int MOST_PLACES = 20_000;

    /// Objects that fly at a time; beyond the largest raid that was ever counted on.
    static final int MOST_OBJECTS = 512;

    /// Work in one step: pieces of borders, places taken as points, and places left out, at about 60 ns each:
    /// 2 ms.
    private static final long WORK_A_STEP = 32_000;

    /// Leaving a place out costs so much less than taking it as a point.
    private static final long LEFT_OUT_A_WORK = 8;

    /// Places with news in one step; the others follow in the next.
    private static final int MOST_SAID = 1_000;

    /// A smaller share is nothing.
    private static final double SMALLEST = 1e-7;

    /// A place is spoken of from this part of its threshold on.
    private static final double SPOKEN_OF = 1 / 20.0;

    /// An object matters to a place from this part of the place's whole risk on.
    static final double MATTERS = 0.05;

    /// Beyond the latest moment (97.5 %) an object is down after so much more of its window, and no less than
    /// this, seconds.
    private static final double OVERTIME = 0.5;

    private static final double OVERTIME_S = 10;

    /// A verdict that takes back what people were told must last so long, seconds.
    private static final double DOUBT_S = 10;

    /// An object that is down is remembered so long, for the raid's count, seconds.
    private static final double REMEMBERED_S = 900;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private final FallState before;
    private List<PlaceShape> places;
    private LongMap<Falling> falling;
    private final List<Long> pending;
    private LongMap<PlaceRisk> risks;
    private boolean unsaid;
    private boolean recount;
    private Tally placesRefused;
    private Tally objectsRefused;
    private long work;

    Risks(FallState state, Event.Stamp stamp, List<Output> outputs) {
        before = state;
        this.stamp = stamp;
        this.outputs = outputs;
        places = state.places();
        falling = state.falling();
        pending = new ArrayList<>(state.pending());
        risks = state.risks();
        unsaid = state.unsaid();
        recount = state.recount();
        placesRefused = state.placesRefused();
        objectsRefused = state.objectsRefused();
    }

    /// The state now; the very same one while nothing changed.
    FallState state() {
        return isSame() ? before : made();
    }

    @SuppressWarnings("ReferenceEquality") // what is meant: an unchanged part is the same object
    private boolean isSame() {
        return places == before.places()
                && falling == before.falling()
                && risks == before.risks()
                && unsaid == before.unsaid()
                && recount == before.recount()
                && placesRefused == before.placesRefused()
                && objectsRefused == before.objectsRefused()
                && pending.equals(before.pending());
    }

    private FallState made() {
        return new FallState(
                places,
                falling,
                pending,
                risks,
                unsaid,
                before.raids(),
                before.raidsAt(),
                recount,
                placesRefused,
                objectsRefused);
    }

    /// Other places: what was said of those that stay is kept, and every object is held against them anew.
    void configure(Configuration configuration) {
        if (!(configuration instanceof Configuration.Places(List<Place> given))) {
            return;
        }
        List<PlaceShape> old = places;
        places = shapes(given);
        risks = moved(old);
        for (Falling each : falling.values()) {
            if (!each.over()) {
                keep(new Falling(
                        each.missile(), 0, 0, each.missile(), List.of(), List.of(), false, each.doubtedSince()));
                await(each.missile().number());
            }
        }
    }

    private List<PlaceShape> shapes(List<Place> given) {
        List<PlaceShape> shapes = new ArrayList<>();
        for (Place place : given) {
            if (shapes.size() < MOST_PLACES) {
                shapes.add(PlaceShape.of(place));
            } else {
                placesRefused = placesRefused.passed(
                        stamp.seq(),
                        stamp.arrivedAt(),
                        "place " + place.id() + " is beyond the " + MOST_PLACES + " that are watched",
                        outputs);
            }
        }
        return shapes;
    }

    private LongMap<PlaceRisk> moved(List<PlaceShape> old) {
        LongTable keys = new LongTable(places.size());
        int[] first = new int[places.size()];
        for (int i = 0; i < places.size(); i++) {
            int known = keys.size();
            int number = keys.add(TextKey.of(places.get(i).place().id()));
            first[number] = number == known ? i : first[number];
        }
        LongMap<PlaceRisk> kept = LongMap.empty();
        for (PlaceRisk risk : risks.values()) {
            String id = old.get(risk.place()).place().id();
            int number = keys.find(TextKey.of(id));
            if (number >= 0 && places.get(first[number]).place().id().equals(id)) {
                kept = kept.with(first[number], at(first[number], risk));
            }
        }
        return kept;
    }

    private static PlaceRisk at(int place, PlaceRisk risk) {
        return new PlaceRisk(place, risk.firm(), risk.possible(), risk.earliest(), risk.latest(), risk.objects());
    }

    /// The newest revisions of objects.
    void take(List<Output> said) {
        for (Output output : said) {
            if (output instanceof Output.Assessed(var _, Assessment.Flying(Missile missile))) {
                take(missile);
            }
        }
    }

    private void take(Missile missile) {
        @Nullable Falling known = falling.get(missile.number());
        recount |= known != null || missile.verdict() == Missile.Verdict.ATTACK;
        if (threatens(missile)) {
            threatened(missile, known);
        } else if (known != null && isTakenBack(missile, known)) {
            keep(known.doubted(stamp.arrivedAt()));
        } else if (known != null && !isLost(missile, known)) {
            ended(missile, known);
        }
    }

    /// An object that is no longer followed flies on as it did.
    private static boolean isLost(Missile missile, Falling known) {
        return missile.phase() == Missile.Phase.ENDED && missile.verdict() == Missile.Verdict.ATTACK && !known.over();
    }

    /// Another verdict, as long as it is not down: people who were told of it are told otherwise only when it lasts.
    private static boolean isTakenBack(Missile missile, Falling known) {
        boolean other = missile.verdict() != Missile.Verdict.ATTACK && missile.verdict() != Missile.Verdict.LAUNCH;
        return other && missile.phase() != Missile.Phase.DOWN && !known.over();
    }

    private static boolean threatens(Missile missile) {
        boolean flies = switch (missile.phase()) {
            case BOOST, COAST, REENTRY, ORBIT -> true;
            case DOWN, ENDED -> false;
        };
        return flies
                && missile.impact().isPresent()
                && (missile.verdict() == Missile.Verdict.ATTACK || missile.verdict() == Missile.Verdict.LAUNCH);
    }

    private void threatened(Missile missile, @Nullable Falling known) {
        if (known == null && falling.size() >= MOST_OBJECTS) {
            objectsRefused = objectsRefused.passed(
                    stamp.seq(),
                    stamp.arrivedAt(),
                    "object M" + missile.number() + " is beyond the " + MOST_OBJECTS + " held against the places",
                    outputs);
            return;
        }
        keep(known == null ? Falling.first(missile) : known.renewed(missile));
        await(missile.number());
    }

    private void ended(Missile missile, Falling known) {
        unsaid |= !known.shares().isEmpty();
        pending.remove(Long.valueOf(missile.number()));
        if (missile.verdict() == Missile.Verdict.ATTACK) {
            keep(known.ended(missile.impact().isPresent() ? missile : known.missile()));
        } else {
            falling = falling.without(missile.number());
        }
    }

    private void keep(Falling each) {
        falling = falling.with(each.missile().number(), each);
    }

    private void await(long number) {
        if (!pending.contains(number)) {
            pending.add(number);
        }
    }

    /// What time alone does: objects whose latest moment has passed are down.
    void tick() {
        for (Falling each : falling.values()) {
            Optional<Impact> impact = each.missile().impact();
            if (impact.isEmpty()) {
                continue;
            }
            if (each.doubtedSince()
                    .map(since -> stamp.arrivedAt().secondsSince(since) >= DOUBT_S)
                    .orElse(false)) {
                unsaid |= !each.shares().isEmpty();
                recount = true;
                pending.remove(Long.valueOf(each.missile().number()));
                falling = falling.without(each.missile().number());
                continue;
            }
            double pastS = stamp.arrivedAt().secondsSince(impact.get().latest());
            if (each.over() && pastS > REMEMBERED_S) {
                falling = falling.without(each.missile().number());
                recount = true;
            } else if (!each.over() && pastS > overtimeS(impact.get())) {
                unsaid |= !each.shares().isEmpty();
                pending.remove(Long.valueOf(each.missile().number()));
                keep(each.ended(each.missile()));
                recount = true;
            }
        }
    }

    private static double overtimeS(Impact impact) {
        return Math.max(OVERTIME_S, OVERTIME * impact.latest().secondsSince(impact.earliest()));
    }

    /// Holds objects against places, and says what changed, as far as one step goes.
    void workOff() {
        while (work < WORK_A_STEP && !pending.isEmpty()) {
            long number = pending.removeFirst();
            @Nullable Falling each = falling.get(number);
            if (each == null || each.over()) {
                continue;
            }
            Falling after = slice(each);
            keep(after);
            if (after.next() > 0) {
                pending.addFirst(number);
            } else if (after.isBehind()) {
                pending.addLast(number);
            }
        }
        if (unsaid) {
            say();
        }
    }

    private Falling slice(Falling each) {
        Impact impact = each.impact().orElseThrow();
        Footing footing = new Footing(impact);
        List<Falling.Share> found = new ArrayList<>(each.found());
        int place = each.next();
        long leftOut = 0;
        while (place < places.size() && work + footing.work() + leftOut / LEFT_OUT_A_WORK < WORK_A_STEP) {
            Optional<Falling.Share> share = footing.share(place, places.get(place));
            share.filter(s -> s.probability() >= SMALLEST).ifPresent(found::add);
            place++;
            leftOut += footing.parts();
        }
        work += footing.work() + leftOut / LEFT_OUT_A_WORK + 1;
        if (place < places.size()) {
            return each.worked(place, found);
        }
        unsaid = true;
        return each.done(found);
    }

    private void say() {
        RiskTable table = new RiskTable(places.size());
        for (Falling each : falling.values()) {
            if (!each.over()) {
                table.add(each);
            }
        }
        List<PlaceRisk> news = new ArrayList<>();
        for (int place = 0; place < places.size() && news.size() < MOST_SAID; place++) {
            @Nullable PlaceRisk last = risks.get(place);
            boolean spoken = table.possible(place)
                    >= SPOKEN_OF * places.get(place).place().threshold();
            if ((spoken || last != null) && (last == null || table.isNews(place, last))) {
                news.add(risk(place, table, last));
            }
        }
        unsaid = news.size() == MOST_SAID;
        for (PlaceRisk each : news) {
            risks = each.objects().isEmpty() ? risks.without(each.place()) : risks.with(each.place(), each);
        }
        if (!news.isEmpty()) {
            outputs.add(new Output.Assessed(stamp.arrivedAt(), new Assessment.Risks(news)));
        }
    }

    private PlaceRisk risk(int place, RiskTable table, @Nullable PlaceRisk last) {
        double possible = table.possible(place);
        if (possible <= 0) {
            Moment earliest = last == null ? stamp.arrivedAt() : last.earliest();
            Moment latest = last == null ? stamp.arrivedAt() : last.latest();
            return new PlaceRisk(place, 0, 0, earliest, latest, List.of());
        }
        List<Long> objects = new ArrayList<>();
        for (Falling each : falling.values()) {
            Falling.@Nullable Share share = each.over() ? null : each.share(place);
            if (share != null && share.probability() >= MATTERS * possible) {
                objects.add(each.missile().number());
            }
        }
        return new PlaceRisk(place, table.firm(place), possible, table.earliest(place), table.latest(place), objects);
    }
}
