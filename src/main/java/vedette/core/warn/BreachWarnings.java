package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.model.Assessment;
import vedette.model.Track;
import vedette.model.Warning;

/// Warnings about authorised flights that are not where and when they may be.
final class BreachWarnings {
    /// A breach holds for so long unless it is revised, seconds.
    private static final double HOLDS_S = 600;

    private final Book book;

    BreachWarnings(Book book) {
        this.book = book;
    }

    /// What a flight breaches now.
    void take(Assessment.Breach now) {
        Optional<Track> track = book.track(now.track());
        if (track.isEmpty()) {
            return;
        }
        TrackWarnings file = book.file(now.track());
        Optional<Open> open = file.aboutBreach();
        if (open.isPresent()) {
            follow(now, track.get(), open.get());
        } else if (now.limit() != Assessment.Limit.NONE) {
            var id = Ids.of("BREACH", now.flight(), now.track().number(), file.made() + 1);
            book.open(id, draft(now, track.get()))
                    .ifPresent(first -> book.keep(file.opened(
                            new Open(first, new Open.Finding.OfBreach(now), book.now(), Optional.empty(), true))));
        }
    }

    private void follow(Assessment.Breach now, Track track, Open open) {
        TrackWarnings file = book.file(now.track());
        if (now.limit() == Assessment.Limit.NONE) {
            book.end(open.warning(), Warning.Stage.ALL_CLEAR, Wording.over(open, now.why(), book.zones()));
            book.keep(file.without(open));
        } else {
            renew(open, now, track);
        }
    }

    /// The same warning with what is breached now.
    void renew(Open open, Assessment.Breach now, Track track) {
        Open found = open.found(new Open.Finding.OfBreach(now), book.now(), Optional.empty());
        Warning next = book.revise(open.warning(), draft(now, track));
        book.keep(book.file(now.track()).with(found.revised(next, true)));
    }

    private Draft draft(Assessment.Breach now, Track track) {
        return new Draft(
                Warning.Kind.BREACH,
                new Warning.Gravity(
                        Warning.Severity.MODERATE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.OBSERVED,
                        book.sensors().confidence(track.sources())),
                List.of(now.track()),
                List.of(),
                List.of(),
                new Warning.Validity(book.now(), book.now(), book.now().plusS(HOLDS_S)),
                track.sources(),
                Wording.of(now),
                track.releasability());
    }
}
