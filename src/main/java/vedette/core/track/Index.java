package vedette.core.track;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Mixture;
import vedette.math.LongMap;
import vedette.model.Tangent;

/// Finds tracks by the address they bear and by where they are, without looking at the others.
///
/// Reports of position look for tracks near a place. Until the first one comes no places are kept, so that a picture
/// of radars alone pays nothing; then the tracks there are are entered some at a time, and each one is moved when it
/// leaves its cell.
///
/// @param bearers numbers of the tracks that bear a 24-bit address, in the order they were first found with it; never
/// changed
/// @param cells numbers of the tracks whose estimates lie in a cell of Earth-fixed space; never changed
/// @param covered tracks below this number stand in a cell; `Long.MIN_VALUE` while no places are kept
record Index(LongMap<long[]> bearers, LongMap<long[]> cells, long covered) {
    /// Edge of a cell, metres.
    static final double EDGE_M = Nearest.FARTHEST_M;

    /// Tracks of one address that are found by it: codes that many bear tell nothing.
    private static final int MOST_BEARERS = 64;

    private static final long MASK = (1L << 21) - 1;
    private static final long[] NOBODY = {};

    static final Index NONE = new Index(LongMap.empty(), LongMap.empty(), Long.MIN_VALUE);

    /// The index without any place.
    Index withoutPlaces() {
        return new Index(bearers, LongMap.empty(), Long.MIN_VALUE);
    }

    /// The cell of an estimate as it was measured.
    static long cell(TrackFile.Estimate estimate) {
        double[] place = new double[3];
        Tangent.place(estimate.frame(), estimate.merged(), Mixture.MEAN, place);
        return key(digit(place[0]), digit(place[1]), digit(place[2]));
    }

    private static long digit(double coordinate) {
        return (long) Math.floor(coordinate / EDGE_M);
    }

    private static long key(long i, long j, long k) {
        return ((i & MASK) << 42) | ((j & MASK) << 21) | (k & MASK);
    }

    /// An index under work within one step.
    static final class Draft {
        private final Index from;
        private LongMap.@Nullable Draft<long[]> bearers;
        private LongMap.@Nullable Draft<long[]> cells;
        private long covered;

        Draft(Index from) {
            this.from = from;
            covered = from.covered;
        }

        private LongMap.Draft<long[]> bearers() {
            if (bearers == null) {
                bearers = from.bearers.draft();
            }
            return bearers;
        }

        private LongMap.Draft<long[]> cells() {
            if (cells == null) {
                cells = from.cells.draft();
            }
            return cells;
        }

        /// The tracks that bear an address.
        long[] bearers(long address) {
            long[] ids = bearers == null ? from.bearers.get(address) : bearers.get(address);
            return ids == null ? NOBODY : ids;
        }

        void bears(long address, long id) {
            long[] ids = bearers(address);
            if (ids.length < MOST_BEARERS && place(ids, id) < 0) {
                add(bearers(), address, id);
            }
        }

        void bearsNoMore(long address, long id) {
            if (place(bearers(address), id) >= 0) {
                drop(bearers(), address, id);
            }
        }

        /// A track has begun.
        void begun(TrackFile file) {
            if (file.id() < covered) {
                add(cells(), cell(file.estimate()), file.id());
            }
        }

        /// A track is elsewhere.
        void moved(TrackFile before, TrackFile.Estimate now) {
            if (before.id() < covered) {
                long old = cell(before.estimate());
                long cell = cell(now);
                if (old != cell) {
                    drop(cells(), old, before.id());
                    add(cells(), cell, before.id());
                }
            }
        }

        /// A track is over.
        void ended(TrackFile file) {
            if (file.id() < covered) {
                drop(cells(), cell(file.estimate()), file.id());
            }
        }

        /// Places are kept from now on.
        void begin() {
            covered = Math.max(covered, 0);
        }

        /// Whether places are kept, but not of all tracks yet.
        boolean growing() {
            return covered >= 0 && covered < Long.MAX_VALUE;
        }

        /// Enters tracks that do not stand in cells yet.
        ///
        /// @param most how many at most
        void grow(LongMap<TrackFile> files, int most) {
            int[] entered = {0};
            boolean all = files.walk(covered, (id, file) -> {
                if (entered[0] == most) {
                    return false;
                }
                add(cells(), cell(file.estimate()), id);
                covered = id + 1;
                entered[0]++;
                return true;
            });
            covered = all ? Long.MAX_VALUE : covered;
        }

        /// Shows the tracks that stood within [#EDGE_M] of a place when they were last measured, some others too.
        ///
        /// @param there Earth-fixed
        /// @return tracks from this number on were not looked at
        long near(double[] there, LongConsumer each) {
            for (int n = 0; n < 27; n++) {
                long key =
                        key(digit(there[0]) + n / 9 - 1, digit(there[1]) + n / 3 % 3 - 1, digit(there[2]) + n % 3 - 1);
                long[] ids = cells == null ? from.cells.get(key) : cells.get(key);
                for (long id : ids == null ? NOBODY : ids) {
                    each.accept(id);
                }
            }
            return covered;
        }

        Index done() {
            return bearers == null && cells == null && covered == from.covered
                    ? from
                    : new Index(
                            bearers == null ? from.bearers : bearers.map(),
                            cells == null ? from.cells : cells.map(),
                            covered);
        }

        private static void add(LongMap.Draft<long[]> map, long key, long id) {
            long[] ids = map.get(key);
            long[] more = Arrays.copyOf(ids == null ? NOBODY : ids, ids == null ? 1 : ids.length + 1);
            more[more.length - 1] = id;
            map.put(key, more);
        }

        private static void drop(LongMap.Draft<long[]> map, long key, long id) {
            long[] ids = map.get(key);
            int at = ids == null ? -1 : place(ids, id);
            if (ids == null || at < 0) {
                return;
            }
            if (ids.length == 1) {
                map.remove(key);
                return;
            }
            long[] fewer = Arrays.copyOf(ids, ids.length - 1);
            System.arraycopy(ids, at + 1, fewer, at, fewer.length - at);
            map.put(key, fewer);
        }

        private static int place(long[] ids, long id) {
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == id) {
                    return i;
                }
            }
            return -1;
        }
    }
}
