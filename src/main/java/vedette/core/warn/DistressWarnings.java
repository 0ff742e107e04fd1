package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.model.Assessment;
import vedette.model.Emergency;
import vedette.model.Track;
import vedette.model.Warning;

/// Warnings about aircraft that declare distress.
final class DistressWarnings {
    /// A distress holds for an hour unless it is revised, seconds.
    private static final double HOLDS_S = 3600;

    private final Book book;

    DistressWarnings(Book book) {
        this.book = book;
    }

    /// What an aircraft declares now.
    void take(Assessment.Distress now) {
        Optional<Track> track = book.track(now.track());
        if (track.isEmpty()) {
            return;
        }
        TrackWarnings file = book.file(now.track());
        Optional<Open> open = file.aboutDistress();
        if (open.isPresent()) {
            follow(now, track.get(), open.get());
        } else if (now.emergency() != Emergency.NONE) {
            var id = Ids.of("EMERGENCY", "track", now.track().number(), file.made() + 1);
            book.open(id, draft(now, track.get()))
                    .ifPresent(first -> book.keep(file.opened(
                            new Open(first, new Open.Finding.OfDistress(now), book.now(), Optional.empty(), true))));
        }
    }

    private void follow(Assessment.Distress now, Track track, Open open) {
        TrackWarnings file = book.file(now.track());
        if (now.emergency() == Emergency.NONE) {
            String why = "The aircraft no longer declares it, heard in two updates in a row";
            book.end(open.warning(), Warning.Stage.ALL_CLEAR, Wording.over(open, why, book.zones()));
            book.keep(file.without(open));
        } else {
            renew(open, now, track);
        }
    }

    /// The same warning with what is declared now.
    void renew(Open open, Assessment.Distress now, Track track) {
        Open found = open.found(new Open.Finding.OfDistress(now), book.now(), Optional.empty());
        Warning next = book.revise(open.warning(), draft(now, track));
        book.keep(book.file(now.track()).with(found.revised(next, true)));
    }

    private Draft draft(Assessment.Distress now, Track track) {
        return new Draft(
                Warning.Kind.EMERGENCY,
                gravity(now, track),
                List.of(now.track()),
                List.of(),
                List.of(),
                new Warning.Validity(book.now(), book.now(), book.now().plusS(HOLDS_S)),
                now.sources(),
                Wording.of(track, now.emergency()),
                track.releasability());
    }

    private Warning.Gravity gravity(Assessment.Distress now, Track track) {
        Warning.Severity severity = switch (now.emergency()) {
            case UNLAWFUL_INTERFERENCE, DOWNED -> Warning.Severity.EXTREME;
            case GENERAL, MEDICAL, MINIMUM_FUEL -> Warning.Severity.SEVERE;
            case NO_COMMUNICATION -> Warning.Severity.MODERATE;
            case NONE -> Warning.Severity.MINOR;
        };
        return new Warning.Gravity(
                severity,
                Warning.Urgency.IMMEDIATE,
                Warning.Certainty.OBSERVED,
                book.sensors().confidence(track.sources()));
    }
}
