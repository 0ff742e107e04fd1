package vedette.core.track;

import java.util.Arrays;

/// How far the look over all tracks has come: it begins once a second and takes as many steps as there is work.
///
/// @param sinceNs when it began, `Long.MIN_VALUE` when never
/// @param at what it is looking at
/// @param next the number of the next one
/// @param watched tracks that may fly in groups, by number; never changed
/// @param low those of low flyers among them; never changed
record Walk(long sinceNs, Part at, long next, long[] watched, long[] low) {
    private static final long[] NONE = {};

    static final Walk NEVER = new Walk(Long.MIN_VALUE, Part.OVER, 0, NONE, NONE);

    /// What is looked at, one after the other.
    enum Part {
        TRACKS,
        REPORTED,
        GROUPS,
        OVER
    }

    static Walk begun(long ns) {
        return new Walk(ns, Part.TRACKS, Long.MIN_VALUE, NONE, NONE);
    }

    Walk to(Part part, long number) {
        return new Walk(sinceNs, part, number, watched, low);
    }

    Walk watching(long[] tracks, long[] lowTracks) {
        return new Walk(sinceNs, at, next, tracks, lowTracks);
    }

    Walk over() {
        return new Walk(sinceNs, Part.OVER, 0, NONE, NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Walk that
                && sinceNs == that.sinceNs
                && at == that.at
                && next == that.next
                && Arrays.equals(watched, that.watched)
                && Arrays.equals(low, that.low);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(sinceNs) + Long.hashCode(next)) + Arrays.hashCode(watched);
    }
}
