package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.LatLon;
import vedette.model.Releasability;
import vedette.model.TrackId;
import vedette.model.Warning;

/// Warnings about places where satellite navigation is disturbed: one a cell.
final class InterferenceWarnings {
    /// A warning holds for so long unless it is revised, seconds.
    private static final double HOLDS_S = 600;

    /// What is so likely is warned of …
    private static final double WARNED = 0.9;

    /// … until it has fallen below this.
    private static final double CLEARED = 0.5;

    private static final long SECOND_NS = 1_000_000_000L;

    private final Book book;

    InterferenceWarnings(Book book) {
        this.book = book;
    }

    /// What is disturbed now, or no longer.
    void take(Assessment.Interference now) {
        TrackWarnings file = book.file(key(now));
        Optional<Open> open = file.open().stream().findFirst();
        if (open.isPresent()) {
            follow(now, open.get());
        } else if (now.probability() >= WARNED) {
            // The second makes the name its own: nothing is remembered of warnings that are over.
            long second = book.now().taiNs() / SECOND_NS;
            book.open(Ids.of("INTERFERENCE", place(now), second, 1), draft(now))
                    .ifPresent(first -> book.keep(file.opened(new Open(
                            first, new Open.Finding.OfInterference(now), book.now(), Optional.empty(), true))));
        }
    }

    private static String place(Assessment.Interference now) {
        LatLon corner = now.area().getFirst();
        return Math.round(corner.latDeg()) + "." + Math.round(corner.lonDeg());
    }

    // No track has a number below 0: cells have these.
    private static TrackId key(Assessment.Interference now) {
        return new TrackId(TextKey.of("interference " + place(now)) | Long.MIN_VALUE);
    }

    private void follow(Assessment.Interference now, Open open) {
        if (now.probability() < CLEARED) {
            book.end(open.warning(), Warning.Stage.ALL_CLEAR, Wording.over(open, now.why(), book.zones()));
            book.forget(key(now));
        } else {
            renew(open, now);
        }
    }

    /// The same warning with what is known now.
    void renew(Open open, Assessment.Interference now) {
        Open found = open.found(new Open.Finding.OfInterference(now), book.now(), Optional.empty());
        Warning next = book.revise(open.warning(), draft(now));
        book.keep(book.file(key(now)).with(found.revised(next, true)));
    }

    private Draft draft(Assessment.Interference now) {
        return new Draft(
                Warning.Kind.INTERFERENCE,
                new Warning.Gravity(
                        Warning.Severity.MODERATE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        book.sensors().confidence(now.sources())),
                List.of(),
                List.of(),
                now.area(),
                new Warning.Validity(book.now(), book.now(), book.now().plusS(HOLDS_S)),
                now.sources(),
                new Warning.Words(
                        "Satellite navigation is disturbed",
                        now.why(),
                        "Do not trust places that aircraft and drones report there; warn crews and pilots."),
                Releasability.OPEN);
    }
}
