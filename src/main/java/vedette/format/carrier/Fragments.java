package vedette.format.carrier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts datagrams together that came as fragments of IP packets (RFC 791, RFC 8200 section 4.5).
///
/// Bounded: so many datagrams at once, each no longer than IP can carry, each for so long. One that is not whole by
/// then, or whose fragments contradict each other (RFC 5722), is told as one fault, never silently forgotten.
final class Fragments {
    /// Datagrams in the making, and lately made, at once; the eldest makes room. All full: 17 MB.
    static final int MOST_DATAGRAMS = 256;

    /// The time for the last fragment to come, as operating systems give it.
    private static final long LONGEST_NS = 30_000_000_000L;

    /// The same in fragments of others, for captures that tell no time.
    private static final long LONGEST_FRAGMENTS = 10_000;

    private static final int LONGEST_DATAGRAM = 65_535;
    private static final int UNIT = 8;

    private final Map<Key, Pile> piles = new LinkedHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private long taken;

    /// What the fragments of one packet have in common.
    ///
    /// @param source the address they come from, its upper and lower half
    /// @param target the address they go to
    /// @param id the packet's number
    record Key(Address source, Address target, int id) {}

    /// An address; of IPv4 the lower half alone.
    record Address(long upper, long lower) {}

    /// One fragment.
    ///
    /// @param key of which packet
    /// @param first its first octet's place in the packet's payload
    /// @param more whether others follow
    record Piece(Key key, int first, boolean more) {}

    /// A datagram that will never be whole.
    ///
    /// @param place where its first fragment's packet stands in the recording
    /// @param reason why
    record Fault(int place, String reason) {}

    /// A whole one.
    ///
    /// @param bytes its payload
    /// @param place where its first fragment's packet stands in the recording
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, to be read.
    record Whole(byte[] bytes, int place) {}

    private static final class Pile {
        private final int place;
        private final long sinceNs;
        private final long since;
        private final BitSet units = new BitSet();
        private byte[] bytes = new byte[2048];
        private int told;
        private int length = -1;

        Pile(int place, long sinceNs, long since) {
            this.place = place;
            this.sinceNs = sinceNs;
            this.since = since;
        }

        /// Why the fragment cannot belong here; empty when it was taken.
        String take(Piece piece, byte[] from, int at, int size) {
            int end = piece.first() + size;
            if (size == 0 || end > LONGEST_DATAGRAM || (piece.more() && size % UNIT != 0)) {
                return "a fragment of " + size + " bytes at " + piece.first();
            }
            if ((length >= 0 && end > length) || (!piece.more() && told > end)) {
                return "fragments beyond the last one";
            }
            int firstUnit = piece.first() / UNIT;
            int lastUnit = (end + UNIT - 1) / UNIT;
            if (units.get(firstUnit, lastUnit).isEmpty()) {
                lay(piece, from, at, size);
                return "";
            }
            return repeats(piece, from, at, size) ? "" : "fragments that overlap";
        }

        /// Whether the fragment tells what is known, as in a capture of two places of a line.
        boolean repeats(Piece piece, byte[] from, int at, int size) {
            int end = piece.first() + size;
            return end <= told
                    && Arrays.equals(bytes, piece.first(), end, from, at, at + size)
                    && units.nextClearBit(piece.first() / UNIT) >= (end + UNIT - 1) / UNIT;
        }

        private void lay(Piece piece, byte[] from, int at, int size) {
            int end = piece.first() + size;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LONGEST_DATAGRAM, Math.max(end, 2 * bytes.length)));
            }
            System.arraycopy(from, at, bytes, piece.first(), size);
            units.set(piece.first() / UNIT, (end + UNIT - 1) / UNIT);
            told = Math.max(told, end);
            length = piece.more() ? length : end;
        }

        boolean isWhole() {
            return length >= 0 && units.cardinality() == (length + UNIT - 1) / UNIT;
        }

        Fault incomplete() {
            String all = length < 0 ? "an unknown number" : Integer.toString(length);
            int here = Math.min(told, units.cardinality() * UNIT);
            return new Fault(place, "a datagram in fragments, of which " + here + " of " + all + " bytes came");
        }
    }

    /// Takes a fragment.
    ///
    /// @param bytes the recording
    /// @param at where the fragment's content starts in it
    /// @param end where it ends
    /// @param timeNs when it came
    /// @return the datagram, when this was the last fragment that it lacked
    Optional<Whole> take(Piece piece, byte[] bytes, int at, int end, long timeNs) {
        taken++;
        retire(timeNs);
        Pile pile = piles.get(piece.key());
        if (pile != null && pile.isWhole()) {
            if (pile.repeats(piece, bytes, at, end - at)) {
                return Optional.empty();
            }
            piles.remove(piece.key());
            pile = null;
        }
        if (pile == null) {
            pile = new Pile(at, timeNs, taken);
            makeRoom();
            piles.put(piece.key(), pile);
        }
        return laid(pile, piece, bytes, at, end);
    }

    private Optional<Whole> laid(Pile pile, Piece piece, byte[] bytes, int at, int end) {
        String reason = pile.take(piece, bytes, at, end - at);
        if (!reason.isEmpty()) {
            piles.remove(piece.key());
            faults.add(new Fault(at, "a datagram in fragments, with " + reason));
            return Optional.empty();
        }
        return pile.isWhole()
                ? Optional.of(new Whole(Arrays.copyOf(pile.bytes, pile.length), pile.place))
                : Optional.empty();
    }

    private void makeRoom() {
        if (piles.size() >= MOST_DATAGRAMS) {
            Iterator<Pile> eldest = piles.values().iterator();
            giveUp(eldest.next());
            eldest.remove();
        }
    }

    private void giveUp(Pile pile) {
        if (!pile.isWhole()) {
            faults.add(pile.incomplete());
        }
    }

    // In the order they began, so the first that may stay ends the search.
    private void retire(long timeNs) {
        Iterator<Pile> eldest = piles.values().iterator();
        while (eldest.hasNext()) {
            Pile pile = eldest.next();
            if (timeNs - pile.sinceNs <= LONGEST_NS && taken - pile.since <= LONGEST_FRAGMENTS) {
                return;
            }
            giveUp(pile);
            eldest.remove();
        }
    }

    /// Gives up all that is not whole, at the end of a recording.
    void end() {
        piles.values().forEach(this::giveUp);
        piles.clear();
    }

    /// The next fault that was not told yet.
    Optional<Fault> fault() {
        return Optional.ofNullable(faults.poll());
    }
}
