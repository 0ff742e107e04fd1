package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Releasability;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;

/// Warnings about broadcasts whose claims are false, as it seems: one a name, whether or not they make a track.
final class SpoofingWarnings {
    /// A warning holds for so long unless it is revised, seconds.
    private static final double HOLDS_S = 600;

    /// Claims that are false with this probability are warned of …
    private static final double WARNED = 0.9;

    /// … until it has fallen below this.
    private static final double CLEARED = 0.5;

    private static final long SECOND_NS = 1_000_000_000L;

    private final Book book;

    SpoofingWarnings(Book book) {
        this.book = book;
    }

    /// What is doubted now.
    void take(Assessment.Doubted now) {
        TrackWarnings file = book.file(key(now));
        Optional<Open> open = file.aboutClaim();
        if (open.isPresent()) {
            follow(now, open.get());
        } else if (now.probability() >= WARNED) {
            // The second makes the name its own: nothing is remembered of warnings that are over.
            long second = book.now().taiNs() / SECOND_NS;
            book.open(Ids.of("SPOOFING", now.name(), second, 1), draft(now))
                    .ifPresent(first -> book.keep(file.opened(
                            new Open(first, new Open.Finding.OfClaim(now), book.now(), Optional.empty(), true))));
        }
    }

    // No track has a number below 0: names have these.
    private static TrackId key(Assessment.Doubted now) {
        return new TrackId(TextKey.of(now.name()) | Long.MIN_VALUE);
    }

    private void follow(Assessment.Doubted now, Open open) {
        if (now.probability() < CLEARED) {
            book.end(open.warning(), Warning.Stage.ALL_CLEAR, Wording.over(open, now.why(), book.zones()));
            book.forget(key(now));
        } else {
            renew(open, now);
        }
    }

    /// The same warning with what is doubted now.
    void renew(Open open, Assessment.Doubted now) {
        Open found = open.found(new Open.Finding.OfClaim(now), book.now(), Optional.empty());
        Warning next = book.revise(open.warning(), draft(now));
        book.keep(book.file(key(now)).with(found.revised(next, true)));
    }

    private Draft draft(Assessment.Doubted now) {
        Optional<Track> track = now.track().flatMap(book::track);
        return new Draft(
                Warning.Kind.SPOOFING,
                new Warning.Gravity(
                        Warning.Severity.MODERATE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        book.sensors().confidence(now.sources())),
                now.track().map(List::of).orElse(List.of()),
                List.of(),
                List.of(),
                new Warning.Validity(book.now(), book.now(), book.now().plusS(HOLDS_S)),
                now.sources(),
                Wording.of(now),
                track.map(Track::releasability).orElse(Releasability.OPEN));
    }
}
