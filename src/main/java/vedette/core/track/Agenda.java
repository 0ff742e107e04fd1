package vedette.core.track;

import static vedette.math.Require.require;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vedette.math.Exact;

/// Which tracks a turning beam will meet where: the spatial index of a radar's looks.
///
/// The turn is cut into slices; a track stands in the slice in which the beam will meet its gate. One look at a
/// sector so costs what stands in it, however many tracks there are elsewhere. Tracks whose gate the beam has met
/// but not passed stand apart with their gates, so that the track itself is not asked at each sector; those out of
/// reach stand apart and are looked over once a turn.
///
/// @param count slices in a turn, a power of two
/// @param slices one after the other; the last one, with the number `count`, has the tracks out of reach
/// @param open the tracks whose gate the beam is in
record Agenda(int count, List<Slice> slices, Open open) {
    private static final int FEWEST = 64;
    private static final int MOST = 1024;

    /// A slice with more tracks than this on average is cut.
    private static final int CROWD = 24;

    static final Agenda EMPTY = empty(FEWEST, Open.NONE);

    /// Tracks of a slice, in the order they came.
    ///
    /// @param ids their numbers; never changed
    /// @param fromRad where the beam will meet each one's gate; never changed
    record Slice(long[] ids, double[] fromRad) {
        static final Slice NONE = new Slice(new long[0], new double[0]);

        /// The first tracks that are marked.
        private Slice kept(boolean[] keep, int count) {
            if (count == 0) {
                return NONE;
            }
            long[] ids = new long[count];
            double[] froms = new double[count];
            int at = 0;
            for (int i = 0; at < count; i++) {
                if (keep[i]) {
                    ids[at] = this.ids[i];
                    froms[at++] = fromRad[i];
                }
            }
            return new Slice(ids, froms);
        }
    }

    /// Tracks whose gate the beam is in, in the order it met them.
    ///
    /// @param ids their numbers; never changed
    /// @param gates [Gate#SIZE] numbers for each, as [Gate#noted] puts them; never changed
    record Open(long[] ids, double[] gates) {
        static final Open NONE = new Open(new long[0], new double[0]);
    }

    Agenda {
        slices = List.copyOf(slices);
        require(slices.size() == count + 1, "%s slices", slices.size());
    }

    private static Agenda empty(int count, Open open) {
        return new Agenda(count, Collections.nCopies(count + 1, Slice.NONE), open);
    }

    int slice(double azimuthRad) {
        return (int) (Exact.turn(azimuthRad) / Exact.TWO_PI * count) & (count - 1);
    }

    /// How many tracks stand in the slices of a sector.
    int tracks(double fromAzimuthRad, double widthRad) {
        int from = slice(fromAzimuthRad);
        int many = Math.min(count, (int) Math.ceil(widthRad / Exact.TWO_PI * count));
        int tracks = 0;
        for (int k = 0; k < many; k++) {
            tracks += of((from + k) & (count - 1)).ids.length;
        }
        return tracks;
    }

    Slice of(int slice) {
        return slices.get(slice);
    }

    /// The slices' number for the tracks out of reach.
    int beyond() {
        return count;
    }

    private Agenda finer() {
        Plan plan = new Plan();
        Agenda finer = empty(count * 4, open);
        plan.begin(finer);
        for (int number = 0; number <= count; number++) {
            Slice slice = of(number);
            for (int i = 0; i < slice.ids.length; i++) {
                int to = number < count ? finer.slice(slice.fromRad[i]) : finer.beyond();
                plan.add(to, slice.ids[i], slice.fromRad[i]);
            }
        }
        return new Agenda(finer.count, plan.slices(), open);
    }

    /// The agenda after a look, under work: a workspace.
    static final class Plan {
        private int count;
        private Slice[] slices = {};

        private int added;
        private int[] slice = new int[64];
        private long[] id = new long[64];
        private double[] from = new double[64];
        private boolean[] done = new boolean[64];

        private int opened;
        private long[] openId = new long[64];
        private double[] gates = new double[64 * Gate.SIZE];

        /// Begins with what stands in an agenda's slices, and none whose gate the beam is in.
        void begin(Agenda agenda) {
            count = agenda.count;
            slices = agenda.slices.toArray(slices.length == count + 1 ? slices : new Slice[count + 1]);
            added = 0;
            opened = 0;
        }

        /// Leaves some tracks of a slice where they are and takes the others out.
        void keep(int number, boolean[] keep, int kept) {
            slices[number] = slices[number].kept(keep, kept);
        }

        /// Enters a track into a slice, behind those that stand there.
        void add(int toSlice, long track, double fromRad) {
            if (added == slice.length) {
                slice = Arrays.copyOf(slice, 2 * added);
                id = Arrays.copyOf(id, 2 * added);
                from = Arrays.copyOf(from, 2 * added);
                done = new boolean[2 * added];
            }
            slice[added] = toSlice;
            id[added] = track;
            from[added++] = fromRad;
        }

        /// A track and its gate, which the beam is in.
        void open(long track, Gate gate) {
            room();
            gate.noted(gates, opened * Gate.SIZE);
            openId[opened++] = track;
        }

        /// A track whose gate the beam is still in.
        void open(Open before, int i) {
            room();
            System.arraycopy(before.gates, i * Gate.SIZE, gates, opened * Gate.SIZE, Gate.SIZE);
            openId[opened++] = before.ids[i];
        }

        private void room() {
            if (opened == openId.length) {
                openId = Arrays.copyOf(openId, 2 * opened);
                gates = Arrays.copyOf(gates, 2 * opened * Gate.SIZE);
            }
        }

        /// The agenda; when there are many tracks, finer.
        ///
        /// @param tracks how many there are in all
        Agenda done(int tracks) {
            Open open = opened == 0
                    ? Open.NONE
                    : new Open(Arrays.copyOf(openId, opened), Arrays.copyOf(gates, opened * Gate.SIZE));
            Agenda same = new Agenda(count, slices(), open);
            return tracks > CROWD * count && count < MOST ? same.finer() : same;
        }

        private List<Slice> slices() {
            Arrays.fill(done, 0, added, false);
            for (int i = 0; i < added; i++) {
                if (!done[i]) {
                    slices[slice[i]] = grown(slices[slice[i]], i);
                }
            }
            return List.of(slices);
        }

        // With all entries of the slice of entry i.
        private Slice grown(Slice old, int i) {
            int more = 0;
            for (int k = i; k < added; k++) {
                more += slice[k] == slice[i] ? 1 : 0;
            }
            int at = old.ids.length;
            long[] ids = Arrays.copyOf(old.ids, at + more);
            double[] froms = Arrays.copyOf(old.fromRad, at + more);
            for (int k = i; k < added; k++) {
                if (slice[k] == slice[i]) {
                    done[k] = true;
                    ids[at] = id[k];
                    froms[at++] = from[k];
                }
            }
            return new Slice(ids, froms);
        }
    }
}
