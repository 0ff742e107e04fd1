package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vedette.core.warn.FlightFile.FlightEnd;
import vedette.core.warn.FlightFile.Matter;
import vedette.math.LongMap;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Impact;
import vedette.model.LeapSeconds;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Output;
import vedette.model.PlaceRisk;
import vedette.model.Tally;
import vedette.model.Warning;
import vedette.model.WarningId;

/// Warnings about what burns, flies and falls, within one step.
///
/// A launch is told to watch officers; when it is held to be an attack, the same warning goes on as one of an
/// impact. From three attacking objects of one launch area on there is one warning for all of them. It is
/// corrected when the area moves, cancelled when it was wrong, all-clear when everything is down or must be;
/// it never just runs out while an object flies.
final class Flights {
    /// As many objects as assess holds against places, and as many again that do not come down.
    private static final int MOST_FLIGHTS = 1_024;

    /// From so many objects of one launch area on there is one warning.
    private static final int RAID = 3;

    /// Two looks at one warning are so far apart unless what it is about has changed, seconds.
    private static final double LOOK_S = 1;

    /// A warning about to expire is renewed so long before, seconds.
    private static final double RENEWED_BEFORE_S = 60;

    /// A verdict that takes back what people were told must last so long, seconds.
    private static final double DOUBT_S = 10;

    /// A launch of which nothing more is heard and no impact is known is forgotten after this, seconds.
    private static final double FORGOTTEN_S = 1_800;

    /// As assess has it: beyond the latest moment an object is down after so much of its window, and no less
    /// than this, seconds.
    private static final double OVERTIME = 0.5;

    private static final double OVERTIME_S = 10;

    private final Book book;
    private final FlightState before;
    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private final PlaceAlerts alerts;
    private LeapSeconds leaps;
    private LongMap<FlightFile> flights;
    private LongMap<FlightCase> cases;
    private LongMap<MissileRaid> raids;
    private long made;
    private Tally refused;
    private boolean regroup;

    Flights(Book book, FlightState state, Event.Stamp stamp, List<Output> outputs) {
        this.book = book;
        before = state;
        this.stamp = stamp;
        this.outputs = outputs;
        alerts = new PlaceAlerts(state, stamp.arrivedAt());
        leaps = state.leaps();
        flights = state.flights();
        cases = state.cases();
        raids = state.raids();
        made = state.made();
        refused = state.refused();
    }

    /// The state now; the very same one while nothing changed.
    FlightState state() {
        FlightState now = new FlightState(alerts.places(), leaps, flights, cases, made, alerts.files(), raids, refused);
        return isSame(now) ? before : now;
    }

    @SuppressWarnings("ReferenceEquality") // what is meant: an unchanged part is the same object
    private boolean isSame(FlightState now) {
        return now.places() == before.places()
                && now.leaps() == before.leaps()
                && now.flights() == before.flights()
                && now.cases() == before.cases()
                && now.alerts() == before.alerts()
                && now.raids() == before.raids()
                && now.refused() == before.refused();
    }

    void configure(Configuration configuration) {
        switch (configuration) {
            case Configuration.Places(var given) -> alerts.replace(given);
            case Configuration.Leaps(var table) -> leaps = table;
            case Configuration.Zones _,
                    Configuration.Sensors _,
                    Configuration.Feeds _,
                    Configuration.Pressure _,
                    Configuration.WatchSensors _,
                    Configuration.Notices _,
                    Configuration.Catalogue _,
                    Configuration.Foreign _,
                    Configuration.Releasing _,
                    Configuration.Flights _,
                    Configuration.Sharing _,
                    Configuration.Listeners _ -> {}
        }
    }

    void take(List<PlaceRisk> risks) {
        alerts.take(risks);
    }

    void take(MissileRaid raid) {
        raids = raid.flying() == 0 ? raids.without(raid.number()) : raids.with(raid.number(), raid);
        regroup = true;
        flights.values().stream()
                .filter(file -> raid.arrivals().stream()
                        .anyMatch(each -> each.missile() == file.missile().number()))
                .forEach(file -> due(file.belongsTo()));
    }

    /// The newest revision of an object.
    void take(Missile missile) {
        @Nullable FlightFile known = flights.get(missile.number());
        FlightFile now = filed(missile, known);
        if (known == null && now.matter() == Matter.NONE) {
            return;
        }
        if (known == null && flights.size() >= MOST_FLIGHTS) {
            String why = "object M" + missile.number() + " is beyond the " + MOST_FLIGHTS + " that are warned of";
            refused = refused.passed(stamp.seq(), stamp.arrivedAt(), why, outputs);
            return;
        }
        keep(now);
        due(now.belongsTo());
    }

    private FlightFile filed(Missile missile, @Nullable FlightFile known) {
        Optional<Impact> last = known == null ? Optional.empty() : known.impact();
        boolean lost = missile.phase() == Missile.Phase.ENDED && missile.verdict() == Missile.Verdict.ATTACK;
        Optional<Impact> impact = missile.impact().isEmpty() && lost ? last : missile.impact();
        long belongsTo = known == null ? 0 : known.belongsTo();
        Optional<FlightEnd> end = end(missile, lost && impact.isPresent());
        FlightFile now = new FlightFile(missile, book.now(), impact, end, Optional.empty(), belongsTo);
        return known == null ? now : doubted(now, known);
    }

    /// What would take back a warning of a launch or an impact is a doubt at first; that something is down is none.
    private FlightFile doubted(FlightFile now, FlightFile known) {
        boolean was = known.matter() == Matter.IMPACT || known.matter() == Matter.LAUNCH;
        boolean back = now.end().equals(Optional.of(FlightEnd.WRONG))
                || (now.end().isEmpty() && (now.called() == Matter.REENTRY || now.called() == Matter.NONE));
        if (!was || !back) {
            return now;
        }
        FlightFile.Doubt doubt = known.doubt().orElse(new FlightFile.Doubt(book.now(), known.matter()));
        Optional<Impact> impact = now.impact().isPresent() ? now.impact() : known.impact();
        return new FlightFile(
                now.missile(), book.now(), impact, Optional.empty(), Optional.of(doubt), known.belongsTo());
    }

    /// An attacking object that is no longer followed flies on as it did.
    private static Optional<FlightEnd> end(Missile missile, boolean fliesOn) {
        if (fliesOn) {
            return Optional.empty();
        }
        boolean wrong = switch (missile.verdict()) {
            case SPACE_LAUNCH, METEOR, CLUTTER -> true;
            case DEBRIS, SATELLITE -> missile.impact().isEmpty();
            case ATTACK, LAUNCH -> false;
        };
        return switch (missile.phase()) {
            case DOWN ->
                Optional.of(wrong && missile.verdict() != Missile.Verdict.DEBRIS ? FlightEnd.WRONG : FlightEnd.DOWN);
            case ENDED -> Optional.of(wrong ? FlightEnd.WRONG : FlightEnd.LOST);
            case BOOST, COAST, REENTRY, ORBIT -> wrong ? Optional.of(FlightEnd.WRONG) : Optional.empty();
        };
    }

    private void keep(FlightFile file) {
        flights = flights.with(file.missile().number(), file);
    }

    private void due(long number) {
        @Nullable FlightCase there = cases.get(number);
        if (there != null && !there.due()) {
            cases = cases.with(number, there.dueNow());
        }
    }

    /// What time alone does: who must be down is down, and nothing runs out while something flies.
    void tick() {
        for (FlightFile file : flights.values()) {
            if (file.doubt()
                    .map(doubt -> book.now().secondsSince(doubt.since()) >= DOUBT_S)
                    .orElse(false)) {
                keep(file.believed());
                due(file.belongsTo());
            } else if (file.end().isEmpty() && isOver(file)) {
                keep(file.ended(file.impact().isPresent() ? FlightEnd.TIME : FlightEnd.LOST));
                due(file.belongsTo());
            }
        }
        for (FlightCase each : cases.values()) {
            if (each.warning().validity().expires().secondsSince(book.now()) < RENEWED_BEFORE_S) {
                due(each.number());
            }
        }
        alerts.tick();
    }

    private boolean isOver(FlightFile file) {
        if (file.impact().isEmpty()) {
            return book.now().secondsSince(file.heardAt()) > FORGOTTEN_S;
        }
        Impact impact = file.impact().get();
        double windowS = impact.latest().secondsSince(impact.earliest());
        return book.now().secondsSince(impact.latest()) > Math.max(OVERTIME_S, OVERTIME * windowS);
    }

    /// Whether a warning with this name and revision is open.
    boolean knows(WarningId id, int revision) {
        return cases.values().stream()
                .map(FlightCase::warning)
                .anyMatch(open -> open.id().equals(id) && revision >= 1 && revision <= open.revision());
    }

    /// Writes the revisions that are due, and what the places are told.
    void settle() {
        if (flights.isEmpty() && cases.isEmpty() && !alerts.hasNews()) {
            return;
        }
        if (regroup) {
            regroup();
        }
        open();
        if (alerts.hasNews()) {
            cases.values().forEach(each -> due(each.number()));
        }
        for (FlightCase each : cases.values()) {
            if (each.due()) {
                look(each);
            }
        }
        alerts.say(allCases(), outputs);
        forget();
    }

    // Those that ended in this step too: their places get the last word under their names.
    private LongMap<FlightCase> allCases() {
        LongMap<FlightCase> all = before.cases();
        for (FlightCase each : cases.values()) {
            all = all.with(each.number(), each);
        }
        return all;
    }

    private void forget() {
        for (FlightFile file : flights.values()) {
            if (file.belongsTo() == 0 && file.matter() == Matter.NONE) {
                flights = flights.without(file.missile().number());
            }
        }
    }

    /// Raids get one warning: the oldest of those about their objects.
    private void regroup() {
        for (MissileRaid raid : raids.values()) {
            if (raid.count() >= RAID) {
                regroup(raid);
            }
        }
    }

    private void regroup(MissileRaid raid) {
        TreeMap<Long, FlightFile> members = new TreeMap<>();
        TreeSet<Long> numbers = new TreeSet<>();
        for (MissileRaid.Arrival arrival : raid.arrivals()) {
            @Nullable FlightFile file = flights.get(arrival.missile());
            if (file != null && file.matter() == Matter.IMPACT) {
                members.put(arrival.missile(), file);
                if (file.belongsTo() != 0) {
                    numbers.add(file.belongsTo());
                }
            }
        }
        if (!numbers.isEmpty()) {
            merge(cases(numbers), members);
        }
    }

    private List<FlightCase> cases(SortedSet<Long> numbers) {
        List<FlightCase> several = new ArrayList<>();
        for (Long number : numbers) {
            @Nullable FlightCase each = cases.get(number);
            if (each != null && !each.isReentry()) {
                several.add(each);
            }
        }
        return several;
    }

    private void merge(List<FlightCase> several, SortedMap<Long, FlightFile> members) {
        if (several.isEmpty()) {
            return;
        }
        FlightCase kept = several.getFirst();
        TreeSet<Long> objects = new TreeSet<>(kept.objects());
        objects.addAll(members.keySet());
        for (FlightCase other : several.subList(1, several.size())) {
            objects.addAll(other.objects());
            book.end(other.warning(), Warning.Stage.EXPIRED, FlightWords.continued(other.warning(), kept.warning()));
            cases = cases.without(other.number());
        }
        for (Long object : objects) {
            @Nullable FlightFile file = flights.get(object);
            if (file != null) {
                keep(file.in(kept.number()));
            }
        }
        List<Long> now = List.copyOf(objects);
        if (!now.equals(kept.objects())) {
            cases = cases.with(kept.number(), kept.about(now));
        }
    }

    /// Objects that call for a warning and have none.
    private void open() {
        for (FlightFile file : flights.values()) {
            boolean astray = file.belongsTo() != 0 && isAstray(file);
            if (astray) {
                due(file.belongsTo());
            }
            if ((file.belongsTo() == 0 || astray) && file.matter() != Matter.NONE) {
                raidCase(file).ifPresentOrElse(there -> join(there, file), () -> open(file));
            }
        }
    }

    // A warning of parts that come down does not go on as one of an attack, nor the other way round.
    private boolean isAstray(FlightFile file) {
        @Nullable FlightCase there = cases.get(file.belongsTo());
        return there == null
                || (file.matter() != Matter.NONE && there.isReentry() != (file.matter() == Matter.REENTRY));
    }

    /// The warning of the raid that an object belongs to.
    private Optional<FlightCase> raidCase(FlightFile file) {
        if (file.matter() != Matter.IMPACT) {
            return Optional.empty();
        }
        for (MissileRaid raid : raids.values()) {
            if (raid.count() >= RAID && isIn(raid, file.missile().number())) {
                return raid.arrivals().stream()
                        .flatMap(each -> caseOf(each.missile()).stream())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(MissileRaid raid, long missile) {
        return raid.arrivals().stream().anyMatch(each -> each.missile() == missile);
    }

    private Optional<FlightCase> caseOf(long missile) {
        @Nullable FlightFile file = flights.get(missile);
        @Nullable FlightCase there = file == null ? null : cases.get(file.belongsTo());
        return Optional.ofNullable(there == null || there.isReentry() ? null : there);
    }

    private void join(FlightCase there, FlightFile file) {
        TreeSet<Long> objects = new TreeSet<>(there.objects());
        objects.add(file.missile().number());
        keep(file.in(there.number()));
        cases = cases.with(there.number(), there.about(List.copyOf(objects)));
    }

    private void open(FlightFile file) {
        long number = made + 1;
        FlightView view = new FlightView(
                book.now(), leaps, List.of(file), about(List.of(file.missile().number())));
        String kind = file.matter() == Matter.REENTRY ? "REENTRY" : "MISSILE";
        WarningId id = Ids.of(kind, "M" + file.missile().number(), (int) number);
        book.open(id, view.draft(Optional.empty()), view.stage(Optional.empty()))
                .ifPresent(first -> {
                    made = number;
                    cases = cases.with(
                            number,
                            new FlightCase(number, List.of(file.missile().number()), first, 1, book.now(), false));
                    keep(file.in(number));
                });
    }

    private List<FlightView.Told> about(List<Long> objects) {
        List<FlightView.Told> told = new ArrayList<>();
        for (PlaceFile each : alerts.files().values()) {
            if (PlaceAlerts.concerns(each, objects)) {
                told.add(new FlightView.Told(alerts.places().get(each.risk().place()), each));
            }
        }
        return told;
    }

    private void look(FlightCase each) {
        List<FlightFile> all = new ArrayList<>();
        List<FlightFile> live = new ArrayList<>();
        for (Long object : each.objects()) {
            @Nullable FlightFile file = flights.get(object);
            if (file != null && file.belongsTo() == each.number()) {
                all.add(file);
                if (file.matter() != Matter.NONE) {
                    live.add(file);
                }
            }
        }
        if (live.isEmpty()) {
            end(each, all);
            return;
        }
        List<Long> numbers = live.stream().map(file -> file.missile().number()).toList();
        FlightView view = new FlightView(book.now(), leaps, live, about(numbers));
        if (view.isTurn(each.warning()) || book.now().secondsSince(each.lookedAt()) >= LOOK_S) {
            revise(each, view);
        }
    }

    private void revise(FlightCase each, FlightView view) {
        boolean expires = each.warning().validity().expires().secondsSince(book.now()) < RENEWED_BEFORE_S;
        if (!expires && !view.isNews(each.warning(), each.told())) {
            cases = cases.with(each.number(), each.looked(book.now()));
            return;
        }
        Warning next = book.revise(
                each.warning(), view.draft(Optional.of(each.warning())), view.stage(Optional.of(each.warning())));
        cases = cases.with(each.number(), each.revised(next, view.live().size(), book.now()));
    }

    private void end(FlightCase each, List<FlightFile> all) {
        TreeMap<FlightEnd, FlightFile> ends = new TreeMap<>();
        for (FlightFile file : all) {
            ends.putIfAbsent(file.end().orElse(FlightEnd.WRONG), file);
            keep(file.in(0));
        }
        // Objects that went over to another warning were wrongly in this one.
        FlightEnd how = ends.isEmpty() ? FlightEnd.WRONG : ends.firstKey();
        Warning.Stage stage = switch (how) {
            case DOWN, TIME -> Warning.Stage.ALL_CLEAR;
            case WRONG -> Warning.Stage.CANCELLED;
            case LOST -> Warning.Stage.EXPIRED;
        };
        book.end(each.warning(), stage, FlightWords.over(how, ended(each, ends.get(how))));
        cases = cases.without(each.number());
    }

    // Where the objects went over to another warning, the first of them tells what it is now.
    private Optional<FlightFile> ended(FlightCase each, @Nullable FlightFile file) {
        return Optional.ofNullable(file == null ? flights.get(each.objects().getFirst()) : file);
    }
}
