package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.Releasability;
import vedette.model.Warning;
import vedette.model.Warning.Stage;
import vedette.model.ZoneId;

/// Warnings of raids, one a place, within one step: be ready, warned, all-clear.
///
/// A place comes in when it is likely that somebody reaches it, and has been for a while where much time is left. It
/// leaves only when nobody flies towards it and nobody could be there soon by turning, for a while: raids turn, and who
/// was told all is clear and hears the sirens again ten minutes later will not listen a third time.
final class RaidWarnings {
    /// People are warned from this chance on that somebody comes soon …
    private static final double WARNED = 0.6;

    /// … and while he is far from this one on …
    private static final double WARNED_FAR = 0.55;

    /// … when he has been as likely as that for so long, seconds, without a break: there is time to see whether he
    /// turns or flies by, and who waits loses nothing. The nearer he is the less is waited.
    private static final double LIKELY_FAR_S = 180;

    /// A cruise missile leaves little time to see where it turns: this chance of one is enough. Who is not warned of
    /// one suffers, say, four times what a warning in vain costs: then from one in five on it is worth it.
    private static final double WARNED_MISSILE = 0.2;

    /// … when it has been told for so long, seconds: where many drones are heard at once, one after another is
    /// taken for something fast for a moment.
    private static final double TOLD_S = 20;

    /// … and for so long while it is farther away than this: whoever waits still has the ten minutes, seconds.
    private static final double TOLD_FAR_S = 60;

    private static final double FAR_MISSILE_S = 900;

    /// Soon is within this time, seconds: warned then, one has the ten minutes that are promised …
    private static final double SOON_ENOUGH_S = 600;

    /// … and far is beyond this, seconds.
    private static final double FAR_S = 1_300;

    /// People are told to be ready from this chance on.
    private static final double READY = 0.42;

    /// Nothing is left below this chance …
    private static final double CALM = 0.1;

    /// … and as long as nobody could be there within this time by turning, seconds …
    private static final double NEAR_S = 1_400;

    /// … for so long, seconds: as far as is looked ahead. The next ones of a raid come within that time, or not at all.
    private static final double CALM_S = 1_500;

    /// Who was only told to be ready hears after so long that nothing came, seconds.
    private static final double NOT_NEEDED_S = 300;

    /// A first arrival that moved by less is no news, seconds …
    private static final double MOVED_S = 120;

    /// … nor one that moved by less than this part of the time left.
    private static final double MOVED_PART = 0.3;

    /// Two revisions are so far apart at least, seconds.
    private static final double SHORTEST_S = 120;

    /// A warning holds so long unless it is revised, seconds; it is renewed before.
    private static final double HOLDS_S = 1_800;

    private static final double RENEWED_BEFORE_S = 120;

    /// Arrivals nearer than this call for action now, seconds.
    private static final double SOON_S = 600;

    private final Book book;
    private List<Place> places;
    private LongMap<RaidBook.File> files;
    private int made;
    private final RaidBook before;

    RaidWarnings(Book book, RaidBook state) {
        this.book = book;
        before = state;
        places = state.places();
        files = state.files();
        made = state.made();
    }

    @SuppressWarnings("ReferenceEquality") // what is meant: an unchanged part is the same object
    RaidBook state() {
        boolean same = files == before.files() && places == before.places();
        return same ? before : new RaidBook(places, files, made);
    }

    /// The places are others now.
    void replace(List<Place> given) {
        files.forEach((position, file) -> book.end(
                file.warning(), Stage.ALL_CLEAR, words(places.get((int) position), "The list of places has changed")));
        files = LongMap.empty();
        places = given;
    }

    /// When raids may reach places.
    void take(List<PlaceAhead> outlooks) {
        for (PlaceAhead each : outlooks) {
            int position = position(each.place());
            if (position >= 0) {
                RaidBook.@Nullable File file = files.get(position);
                if (file != null) {
                    follow(position, file, each);
                } else if (each.probability() >= READY || each.missile() >= WARNED_MISSILE) {
                    begin(position, each);
                }
            }
        }
    }

    private int position(String id) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    // The chance that is enough falls from the one to the other with the time left.
    private boolean isLikely(PlaceAhead now) {
        return now.probability() >= WARNED + far(now) * (WARNED_FAR - WARNED);
    }

    // 0 for who comes soon, growing to 1 for who is far.
    private double far(PlaceAhead now) {
        double leftS = now.likely().secondsSince(book.now());
        return Math.clamp((leftS - SOON_ENOUGH_S) / (FAR_S - SOON_ENOUGH_S), 0, 1);
    }

    private boolean isDue(PlaceAhead now, Optional<Moment> likelySince) {
        return likelySince.isPresent() && book.now().secondsSince(likelySince.get()) >= far(now) * LIKELY_FAR_S;
    }

    private boolean isDue(RaidBook.File file, PlaceAhead now) {
        boolean isFar = now.likely().secondsSince(book.now()) > FAR_MISSILE_S;
        boolean stays = book.now().secondsSince(file.warning().at()) >= (isFar ? TOLD_FAR_S : TOLD_S);
        return isDue(now, file.likelySince())
                || (stays && now.missile() >= WARNED_MISSILE && file.now().missile() >= WARNED_MISSILE);
    }

    private Optional<Moment> likelySince(PlaceAhead now, Optional<Moment> before) {
        return isLikely(now) ? Optional.of(before.orElse(book.now())) : Optional.empty();
    }

    private void begin(int position, PlaceAhead now) {
        Optional<Moment> likely = likelySince(now, Optional.empty());
        boolean issued = isDue(now, likely);
        var id = Ids.of("RAID", now.place(), made + 1);
        book.open(id, draft(places.get(position), now, issued), issued ? Stage.ISSUED : Stage.PREALERT)
                .ifPresent(warning -> {
                    made++;
                    files = files.with(
                            position,
                            new RaidBook.File(warning, now, now, book.now(), Optional.empty(), issued, likely));
                });
    }

    private void follow(int position, RaidBook.File file, PlaceAhead now) {
        boolean calm = file.issued() ? now.probability() < CALM && now.soonestS() > NEAR_S : now.probability() < CALM;
        Optional<Moment> since = calm ? Optional.of(file.calmSince().orElse(book.now())) : Optional.empty();
        RaidBook.File known = file.likely(likelySince(now, file.likelySince()));
        RaidBook.File next = known.hears(now, book.now(), since);
        if (!file.issued() && isDue(known, now)) {
            next = next.says(book.revise(file.warning(), draft(places.get(position), now, true), Stage.ISSUED), true);
        } else if (calm ? endsBeforeTheCalm(file) : isNews(file, now)) {
            next = next.says(
                    book.revise(
                            file.warning(),
                            draft(places.get(position), now, file.issued()),
                            file.issued() ? Stage.UPDATED : Stage.PREALERT),
                    file.issued());
        }
        files = files.with(position, next);
    }

    // A warning must not run out while it waits for its all-clear.
    private boolean endsBeforeTheCalm(RaidBook.File file) {
        double leftS = file.warning().validity().expires().secondsSince(book.now());
        return file.issued() && file.calmSince().isEmpty() && leftS < CALM_S + RENEWED_BEFORE_S;
    }

    private boolean isNews(RaidBook.File file, PlaceAhead now) {
        Moment at = book.now();
        if (at.secondsSince(file.warning().at()) < SHORTEST_S) {
            return false;
        }
        if (file.warning().validity().expires().secondsSince(at) < RENEWED_BEFORE_S) {
            return true;
        }
        double movedS = Math.abs(now.earliest().secondsSince(file.told().earliest()));
        double leftS = Math.max(0, now.earliest().secondsSince(at));
        boolean more = now.expected() > 2 * file.told().expected() + 1;
        return now.probability() >= WARNED && (more || (movedS > MOVED_S && movedS > MOVED_PART * leftS));
    }

    /// Time alone: all-clears after the calm, and warnings of which nothing more was heard.
    void tick() {
        files.forEach((position, file) -> {
            Place place = places.get((int) position);
            double calmS = file.calmSince()
                    .map(since -> book.now().secondsSince(since))
                    .orElse(0.0);
            if (calmS >= (file.issued() ? CALM_S : NOT_NEEDED_S)) {
                book.end(
                        file.warning(),
                        Stage.ALL_CLEAR,
                        words(place, "Nothing flies towards " + place.name() + " and nothing could be there soon"));
                files = files.without(position);
            } else if (!book.now().isBefore(file.warning().validity().expires())) {
                book.end(file.warning(), Stage.EXPIRED, words(place, "Nothing more was heard of the raid"));
                files = files.without(position);
            }
        });
    }

    private Warning.Words words(Place place, String why) {
        return new Warning.Words(
                "Air raid over for " + place.name(), why, "The warning for " + place.name() + " ends.");
    }

    private Draft draft(Place place, PlaceAhead now, boolean issued) {
        double leftS = now.earliest().secondsSince(book.now());
        Warning.Gravity gravity = new Warning.Gravity(
                issued ? Warning.Severity.EXTREME : Warning.Severity.SEVERE,
                leftS < SOON_S ? Warning.Urgency.IMMEDIATE : Warning.Urgency.EXPECTED,
                issued ? Warning.Certainty.LIKELY : Warning.Certainty.POSSIBLE,
                book.sensors().confidence(now.sources()));
        Moment onset = Moment.later(now.earliest(), book.now());
        Moment latest = Moment.later(now.latest(), onset);
        return new Draft(
                Warning.Kind.RAID,
                gravity,
                List.of(),
                List.of(new ZoneId(place.id())),
                Ground.of(place.area(), Ground.middle(place.area())),
                new Warning.Validity(
                        onset, latest, Moment.later(latest, book.now()).plusS(HOLDS_S)),
                now.sources(),
                new Warning.Words(
                        (issued ? "Air raid: " : "Air raid possible: ") + place.name(),
                        now.why(),
                        issued
                                ? "Take shelter in " + place.name() + " until the all-clear."
                                : "Be ready to take shelter in " + place.name() + "."),
                Releasability.OPEN);
    }
}
