package vedette.core.track;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;

/// Which tracks a turning beam will meet where: the spatial index of a radar's looks.
///
/// The turn is cut into slices; a track stands in the slice in which the beam will meet its gate. One look at a
/// sector so costs what stands in it, however many tracks there are elsewhere. Tracks whose gate the beam has met
/// but not passed stand apart with their gates, so that the track itself is not asked at each sector; those out of
/// reach stand apart and are looked over once a turn.
///
/// @param count slices in a turn, a power of two
/// @param slices by number; the tracks out of reach under the number `count`
/// @param open the tracks whose gate the beam is in
record Agenda(int count, LongMap<Slice> slices, Open open) {
    private static final int FEWEST = 64;
    private static final int MOST = 1024;

    /// A slice with more tracks than this on average is cut.
    private static final int CROWD = 24;

    static final Agenda EMPTY = new Agenda(FEWEST, LongMap.empty(), Open.NONE);

    /// Tracks of a slice, in the order they came.
    ///
    /// @param ids their numbers
    /// @param fromRad where the beam will meet each one's gate
    record Slice(long[] ids, double[] fromRad) {}

    /// Tracks whose gate the beam is in, in the order it met them.
    ///
    /// @param ids their numbers
    /// @param gates [Gate#SIZE] numbers for each, as [Gate#noted] puts them
    record Open(long[] ids, double[] gates) {
        static final Open NONE = new Open(new long[0], new double[0]);
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
            Slice slice = slices.get((from + k) & (count - 1));
            tracks += slice == null ? 0 : slice.ids.length;
        }
        return tracks;
    }

    @Nullable
    Slice of(int slice) {
        return slices.get(slice);
    }

    /// The slices' number for the tracks out of reach.
    int beyond() {
        return count;
    }

    /// The agenda with fresh entries for some slices; when there are many tracks, finer.
    ///
    /// @param opened the tracks whose gate the beam is in now
    /// @param tracks how many there are in all
    Agenda with(LongMap<Slice> changed, Open opened, int tracks) {
        Agenda same = new Agenda(count, changed, opened);
        return tracks > CROWD * count && count < MOST ? same.finer() : same;
    }

    private Agenda finer() {
        Agenda finer = new Agenda(count * 4, LongMap.empty(), open);
        Entries entries = new Entries();
        slices.forEach((number, slice) -> {
            for (int i = 0; i < slice.ids.length; i++) {
                int to = number < count ? finer.slice(slice.fromRad[i]) : finer.beyond();
                entries.add(to, slice.ids[i], slice.fromRad[i]);
            }
        });
        return new Agenda(finer.count, entries.into(finer.slices), open);
    }

    /// Entries that go into slices: a workspace.
    static final class Entries {
        private int size;
        private int[] slice = new int[64];
        private long[] id = new long[64];
        private double[] from = new double[64];

        void clear() {
            size = 0;
        }

        void add(int toSlice, long track, double fromRad) {
            if (size == slice.length) {
                slice = Arrays.copyOf(slice, 2 * size);
                id = Arrays.copyOf(id, 2 * size);
                from = Arrays.copyOf(from, 2 * size);
            }
            slice[size] = toSlice;
            id[size] = track;
            from[size++] = fromRad;
        }

        /// The slices with these entries behind what stands in them.
        LongMap<Slice> into(LongMap<Slice> slices) {
            if (size == 0) {
                return slices;
            }
            LongMap.Draft<Slice> draft = slices.draft();
            boolean[] done = new boolean[size];
            for (int i = 0; i < size; i++) {
                if (!done[i]) {
                    draft.put(slice[i], grown(draft.get(slice[i]), i, done));
                }
            }
            return draft.map();
        }

        // All entries of the slice of entry i, behind the old ones.
        private Slice grown(@Nullable Slice old, int i, boolean[] done) {
            int more = 0;
            for (int k = i; k < size; k++) {
                more += slice[k] == slice[i] ? 1 : 0;
            }
            int before = old == null ? 0 : old.ids.length;
            long[] ids = old == null ? new long[more] : Arrays.copyOf(old.ids, before + more);
            double[] froms = old == null ? new double[more] : Arrays.copyOf(old.fromRad, before + more);
            int at = before;
            for (int k = i; k < size; k++) {
                if (slice[k] == slice[i]) {
                    done[k] = true;
                    ids[at] = id[k];
                    froms[at++] = from[k];
                }
            }
            return new Slice(ids, froms);
        }
    }

    /// Tracks whose gate the beam is in, being gathered: a workspace.
    static final class Opened {
        private int size;
        private long[] id = new long[64];
        private double[] gates = new double[64 * Gate.SIZE];

        void clear() {
            size = 0;
        }

        /// A track and its gate.
        void add(long track, Gate gate) {
            room();
            gate.noted(gates, size * Gate.SIZE);
            id[size++] = track;
        }

        /// A track that stays.
        void add(Open from, int i) {
            room();
            System.arraycopy(from.gates, i * Gate.SIZE, gates, size * Gate.SIZE, Gate.SIZE);
            id[size++] = from.ids[i];
        }

        private void room() {
            if (size == id.length) {
                id = Arrays.copyOf(id, 2 * size);
                gates = Arrays.copyOf(gates, 2 * size * Gate.SIZE);
            }
        }

        Open done() {
            return size == 0 ? Open.NONE : new Open(Arrays.copyOf(id, size), Arrays.copyOf(gates, size * Gate.SIZE));
        }
    }
}
