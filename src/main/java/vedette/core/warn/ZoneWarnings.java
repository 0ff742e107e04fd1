package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Moment;
import vedette.model.Track;
import vedette.model.Warning;
import vedette.model.Zone;

/// Warnings about objects and protected zones.
final class ZoneWarnings {
    /// An entry that moves by less is no news, seconds.
    private static final double ENTRY_NEWS_S = 5;

    /// … and by less than so many of its standard deviations.
    private static final double ENTRY_NEWS_SIGMAS = 2;

    /// Two revisions of one warning are at least so far apart, unless the object has entered, seconds.
    private static final double SHORTEST_S = 5;

    /// From this probability of an entry on a warning is issued; below it is a call to be ready.
    private static final double LIKELY = 0.5;

    private final Book book;

    ZoneWarnings(Book book) {
        this.book = book;
    }

    /// The zones are others now: warnings about those that are no more end.
    void replace(List<Zone> zones) {
        book.zones(zones);
        for (TrackWarnings file : book.files().values()) {
            for (Open open : file.open()) {
                if (open.finding() instanceof Open.Finding.OfZone(Intrusion about)
                        && book.zone(about.zone()).isEmpty()) {
                    end(file.track().number(), open, Warning.Stage.ALL_CLEAR, "The zone is no longer protected");
                }
            }
        }
    }

    /// How an object stands to a zone now.
    void take(Intrusion now) {
        Optional<Zone> zone = book.zone(now.zone());
        Optional<Track> track = book.track(now.track());
        if (zone.isEmpty() || track.isEmpty()) {
            return;
        }
        Case each = new Case(now, track.get(), zone.get());
        Optional<Open> open = book.file(now.track()).about(now.zone());
        if (open.isPresent()) {
            follow(each, open.get());
        } else if (now.relation() != Relation.CLEAR) {
            begin(each);
        } else {
            Orders.clearedWhileInhibited(book, now);
        }
    }

    /// An object and a zone.
    record Case(Intrusion now, Track track, Zone zone) {}

    private void begin(Case each) {
        if (Orders.holdsBack(book, each.now)) {
            return;
        }
        TrackWarnings file = book.file(each.track.id());
        var id = Ids.of("INTRUSION", each.zone.id().name(), each.track.id().number(), file.made() + 1);
        book.open(id, draft(each), likely(each.now) ? Warning.Stage.ISSUED : Warning.Stage.PREALERT)
                .ifPresent(warning -> book.keep(file.opened(new Open(
                        warning,
                        new Open.Finding.OfZone(each.now),
                        book.now(),
                        Optional.empty(),
                        each.now.relation() == Relation.INSIDE))));
    }

    private void follow(Case each, Open open) {
        Moment at = book.now();
        if (each.now.relation() == Relation.CLEAR) {
            if (!each.zone.activeAt(at)) {
                end(each.track.id().number(), open, Warning.Stage.ALL_CLEAR, each.now.why());
            } else if (!each.zone.concerns(each.track.kinds(), each.track.affiliation(), Zone.Held.CONCERNED)) {
                end(each.track.id().number(), open, Warning.Stage.CANCELLED, each.now.why());
            } else {
                Optional<Moment> since = open.clearSince().isPresent() ? open.clearSince() : Optional.of(at);
                book.keep(book.file(each.track.id()).with(open.found(new Open.Finding.OfZone(each.now), at, since)));
            }
            return;
        }
        Open found = open.found(new Open.Finding.OfZone(each.now), at, Optional.empty());
        boolean inside = each.now.relation() == Relation.INSIDE;
        Open kept = isNews(each, open)
                ? found.revised(
                        book.revise(open.warning(), draft(each), stage(each.now, open)), open.reached() || inside)
                : found;
        book.keep(book.file(each.track.id()).with(kept));
    }

    // Inside, or more likely to enter than not; else people are told to be ready.
    private static boolean likely(Intrusion now) {
        return now.relation() == Relation.INSIDE || now.probability() >= LIKELY;
    }

    private static Warning.Stage stage(Intrusion now, Open open) {
        boolean ready = open.warning().stage() == Warning.Stage.PREALERT;
        if (!ready) {
            return Warning.Stage.UPDATED;
        }
        return likely(now) ? Warning.Stage.ISSUED : Warning.Stage.PREALERT;
    }

    private boolean isNews(Case each, Open open) {
        boolean enters = each.now.relation() == Relation.INSIDE && !open.reached();
        if (enters || (open.warning().stage() == Warning.Stage.PREALERT && likely(each.now))) {
            return true;
        }
        if (book.now().secondsSince(open.warning().at()) < SHORTEST_S) {
            return false;
        }
        Warning before = open.warning();
        Warning.Gravity gravity = gravity(each);
        if (gravity.confidence() != before.gravity().confidence()) {
            return true;
        }
        // Once it was inside, coming back to the border makes nothing better nor worse.
        if (open.reached()) {
            return each.now.relation() == Relation.INSIDE
                    && gravity.severity() != before.gravity().severity();
        }
        // What could enter at any time has no moment of entry that could move.
        return gravity.severity() != before.gravity().severity() || (likely(each.now) && moved(each.now, before));
    }

    private static boolean moved(Intrusion now, Warning before) {
        return now.entry()
                .map(entry -> {
                    double movedS =
                            Math.abs(entry.at().secondsSince(before.validity().onset()));
                    return movedS > ENTRY_NEWS_S && movedS > ENTRY_NEWS_SIGMAS * entry.sigmaS();
                })
                .orElse(false);
    }

    /// The same warning once more with what is known now, so that it does not expire.
    void renew(Open open, Intrusion now) {
        book.zone(now.zone())
                .ifPresent(zone -> book.track(now.track()).ifPresent(track -> {
                    Warning next = book.revise(open.warning(), draft(new Case(now, track, zone)), stage(now, open));
                    book.keep(book.file(now.track()).with(open.revised(next, open.reached())));
                }));
    }

    /// A track is no more: so are its warnings.
    void ended(Track track, String why) {
        TrackWarnings file = book.file(track.id());
        for (Open open : file.open()) {
            book.end(
                    open.warning(),
                    Warning.Stage.ALL_CLEAR,
                    Wording.over(open, "The track has ended: " + why, book.zones()));
        }
        book.forget(track.id());
        Orders.forget(book, track.id());
    }

    /// Ends a warning and forgets it.
    void end(long track, Open open, Warning.Stage stage, String why) {
        book.end(open.warning(), stage, Wording.over(open, why, book.zones()));
        var file = book.files().get(track);
        if (file != null) {
            book.keep(file.without(open));
        }
    }

    private Draft draft(Case each) {
        return new Draft(
                Warning.Kind.INTRUSION,
                gravity(each),
                List.of(each.track.id()),
                List.of(each.zone.id()),
                Ground.of(each.zone.area(), each.track.kinematics().position().latLon()),
                validity(each.now),
                each.track.sources(),
                Wording.of(each),
                each.track.releasability());
    }

    private Warning.Gravity gravity(Case each) {
        return Gravities.of(each, book.now(), book.sensors().confidence(each.track.sources()));
    }

    /// Latest begin at 97.5 % of a normal distribution.
    private static final double LATEST_SIGMAS = 1.96;

    /// A warning holds so long beyond the latest entry unless it is revised, seconds.
    static final double HOLDS_S = 300;

    private Warning.Validity validity(Intrusion now) {
        Moment onset = now.entry().map(entry -> entry.at()).orElse(book.now());
        Moment latest = now.entry()
                .map(entry -> entry.at().plusS(LATEST_SIGMAS * entry.sigmaS()))
                .orElse(onset);
        return new Warning.Validity(
                onset, latest, Moment.later(latest, book.now()).plusS(HOLDS_S));
    }
}
