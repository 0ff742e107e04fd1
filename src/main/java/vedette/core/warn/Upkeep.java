package vedette.core.warn;

import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Assessment.Intrusion;
import vedette.model.Health;
import vedette.model.Moment;
import vedette.model.Warning;

/// What time alone does to open warnings: all-clears after the hysteresis, renewals, expiries.
final class Upkeep {
    /// An object that keeps away by this much for this long is no longer warned of: metres, seconds.
    private static final double AWAY_M = 50;

    private static final double AWAY_S = 5;

    /// … and at any distance after this, seconds.
    private static final double CLEAR_S = 20;

    /// A warning about to expire is renewed so long before, seconds, if it still holds.
    private static final double RENEWED_BEFORE_S = 60;

    /// A finding about an object holds for so long without being repeated, seconds.
    private static final double FRESH_S = 30;

    /// Warnings that end or are renewed in one step; the others follow in the next.
    private static final int MOST_A_TICK = 200;

    private final Book book;
    private final ZoneWarnings zones;
    private int done;

    Upkeep(Book book, ZoneWarnings zones) {
        this.book = book;
        this.zones = zones;
    }

    void tick() {
        Orders.expire(book);
        for (TrackWarnings file : book.files().values()) {
            for (Open open : file.open()) {
                if (done < MOST_A_TICK) {
                    look(file.track().number(), open);
                }
            }
        }
        // A net has thousands of them, and their warnings hold for an hour: some at a time.
        LongMap<SensorFile> files = book.sensors().files();
        if (files.size() <= MOST_AT_ONCE) {
            files.forEachValue(this::lookAtSensor);
        } else {
            files.walkPart(part(book.now()), PARTS, (key, file) -> lookAtSensor(file));
        }
    }

    /// Beyond so many sensors one part of them is looked at in a tick …
    private static final int MOST_AT_ONCE = 1_000;

    /// … of so many.
    private static final int PARTS = 10;

    private static final long TENTH_NS = 100_000_000L;

    // Ten ticks a second or one: each part has its turn.
    private static int part(Moment now) {
        long tenths = Math.floorDiv(now.taiNs(), TENTH_NS);
        return (int) Math.floorMod(tenths + Math.floorDiv(tenths, PARTS), (long) PARTS);
    }

    private void lookAtSensor(SensorFile file) {
        if (file.open().isPresent() && done < MOST_A_TICK && isDue(file.open().get())) {
            renewSensor(file.open().get());
        }
    }

    private boolean isDue(Open open) {
        return open.warning().validity().expires().secondsSince(book.now()) < RENEWED_BEFORE_S;
    }

    private void look(long track, Open open) {
        switch (open.finding()) {
            case Open.Finding.OfZone(Intrusion now) -> lookAtZone(track, open, now);
            case Open.Finding.OfDistress(Assessment.Distress now) -> {
                if (isDue(open)) {
                    done++;
                    book.track(now.track()).ifPresent(t -> new DistressWarnings(book).renew(open, now, t));
                }
            }
            case Open.Finding.OfBreach(Assessment.Breach now) -> {
                if (isDue(open)) {
                    done++;
                    book.track(now.track()).ifPresent(t -> new BreachWarnings(book).renew(open, now, t));
                }
            }
            case Open.Finding.OfClaim(Assessment.Doubted now) -> {
                if (isDue(open)) {
                    done++;
                    new SpoofingWarnings(book).renew(open, now);
                }
            }
            case Open.Finding.OfInterference(Assessment.Interference now) -> {
                if (isDue(open)) {
                    done++;
                    new InterferenceWarnings(book).renew(open, now);
                }
            }
            case Open.Finding.OfProximity(Assessment.Proximity now) -> {
                if (isDue(open)) {
                    done++;
                    book.track(now.flight()).ifPresent(t -> new ProximityWarnings(book).renew(open, now, t));
                }
            }
            case Open.Finding.OfSensor _ -> {}
        }
    }

    private void lookAtZone(long track, Open open, Intrusion now) {
        if (open.clearSince().isPresent()) {
            if (isAway(open.clearSince().get(), now)) {
                done++;
                zones.end(track, open, Warning.Stage.ALL_CLEAR, now.why());
            }
        } else if (!book.now().isBefore(open.warning().validity().expires())) {
            done++;
            zones.end(track, open, Warning.Stage.EXPIRED, "Nothing more was heard of it");
        } else if (isDue(open) && book.now().secondsSince(open.foundAt()) < FRESH_S) {
            done++;
            zones.renew(open, now);
        }
    }

    private boolean isAway(Moment since, Intrusion now) {
        double clearS = book.now().secondsSince(since);
        return clearS >= CLEAR_S || (clearS >= AWAY_S && now.distanceM() > AWAY_M);
    }

    private void renewSensor(Open open) {
        done++;
        if (open.finding() instanceof Open.Finding.OfSensor(Health health)) {
            book.sensors().renew(open, health);
        }
    }
}
