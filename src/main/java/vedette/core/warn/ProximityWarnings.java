package vedette.core.warn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vedette.model.Assessment;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.Warning;

/// Advice about authorised flights that come near other aircraft.
final class ProximityWarnings {
    /// Two objects are near each other for so long unless it is revised, seconds.
    private static final double HOLDS_S = 180;

    private final Book book;

    ProximityWarnings(Book book) {
        this.book = book;
    }

    /// How near two objects are now.
    void take(Assessment.Proximity now) {
        TrackWarnings file = book.file(now.flight());
        Optional<Open> open = file.aboutProximity(now.other());
        Optional<Track> track = book.track(now.flight());
        if (open.isPresent()) {
            if (now.near()) {
                track.ifPresent(flight -> renew(open.get(), now, flight));
            } else {
                book.end(
                        open.get().warning(),
                        Warning.Stage.ALL_CLEAR,
                        Wording.over(open.get(), now.why(), book.zones()));
                book.keep(file.without(open.get()));
            }
        } else if (now.near() && track.isPresent()) {
            var id = Ids.of("PROXIMITY", "track-" + now.other(), now.flight().number(), file.made() + 1);
            book.open(id, draft(now, track.get()))
                    .ifPresent(first -> book.keep(file.opened(
                            new Open(first, new Open.Finding.OfProximity(now), book.now(), Optional.empty(), true))));
        }
    }

    /// The same advice with what is known now.
    void renew(Open open, Assessment.Proximity now, Track track) {
        Open found = open.found(new Open.Finding.OfProximity(now), book.now(), Optional.empty());
        Warning next = book.revise(open.warning(), draft(now, track));
        book.keep(book.file(now.flight()).with(found.revised(next, true)));
    }

    private Draft draft(Assessment.Proximity now, Track track) {
        Moment latest = Moment.later(now.nearestAt(), book.now());
        Optional<Track> other = book.track(now.other());
        return new Draft(
                Warning.Kind.PROXIMITY,
                new Warning.Gravity(
                        Warning.Severity.MODERATE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        book.sensors().confidence(track.sources())),
                List.of(now.flight(), now.other()),
                List.of(),
                List.of(),
                new Warning.Validity(now.nearestAt(), latest, latest.plusS(HOLDS_S)),
                sources(track, other),
                Wording.of(now),
                other.map(each -> track.releasability().meet(each.releasability()))
                        .orElse(track.releasability()));
    }

    private static List<SensorId> sources(Track flight, Optional<Track> other) {
        return Stream.concat(flight.sources().stream(), other.stream().flatMap(each -> each.sources().stream()))
                .distinct()
                .sorted(Comparator.comparing(SensorId::name))
                .toList();
    }
}
