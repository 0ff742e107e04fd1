package vedette.format.adsb;

/// The aircraft that are remembered: at most [#MOST_AIRCRAFT]; when full, the one heard least recently makes room.
///
/// Open addressing over 2 × MOST slots, removal by shifting back; recency is a doubly linked list in two arrays.
/// Nothing is allocated but an [Aircraft] on first use of its slot (200 bytes: 1.6 MB when full).
final class AircraftTable {
    /// Twice what one receiver has ever been reported to hear within five minutes over Europe's core (about 4,000).
    static final int MOST_AIRCRAFT = 8192;

    private static final int SLOTS = 2 * MOST_AIRCRAFT;
    private static final int NONE = -1;

    // Slot → index of the aircraft, NONE when empty.
    private final int[] slots = new int[SLOTS];
    private final Aircraft[] aircraft = new Aircraft[MOST_AIRCRAFT];
    private final int[] newer = new int[MOST_AIRCRAFT];
    private final int[] older = new int[MOST_AIRCRAFT];
    private int newest = NONE;
    private int oldest = NONE;
    private int size;
    private long evicted;

    AircraftTable() {
        java.util.Arrays.fill(slots, NONE);
    }

    /// How many are remembered.
    int size() {
        return size;
    }

    /// How many were forgotten to make room.
    long evicted() {
        return evicted;
    }

    /// Whether the key is remembered.
    boolean knows(int key) {
        return slots[slotOf(key)] != NONE;
    }

    /// The aircraft of the key, now the most recent; begun anew when unknown.
    Aircraft hear(int key) {
        int slot = slotOf(key);
        int index = slots[slot];
        if (index == NONE) {
            return admit(key);
        }
        if (index != newest) {
            unlink(index);
            link(index);
        }
        return aircraft[index];
    }

    private Aircraft admit(int key) {
        int index = size < MOST_AIRCRAFT ? fresh() : evict();
        Aircraft slot = aircraft[index];
        slot.begin(key);
        slots[slotOf(key)] = index;
        link(index);
        return slot;
    }

    private int fresh() {
        aircraft[size] = new Aircraft();
        return size++;
    }

    private int evict() {
        int index = oldest;
        unlink(index);
        remove(slotOf(aircraft[index].key));
        evicted++;
        return index;
    }

    // Knuth's algorithm R: what was displaced over the emptied slot moves back.
    private void remove(int slot) {
        int hole = slot;
        int at = slot;
        while (true) {
            at = (at + 1) & (SLOTS - 1);
            if (slots[at] == NONE) {
                slots[hole] = NONE;
                return;
            }
            int home = home(aircraft[slots[at]].key);
            boolean mayMove = ((at - home) & (SLOTS - 1)) >= ((at - hole) & (SLOTS - 1));
            if (mayMove) {
                slots[hole] = slots[at];
                hole = at;
            }
        }
    }

    private int slotOf(int key) {
        int slot = home(key);
        while (slots[slot] != NONE && aircraft[slots[slot]].key != key) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static int home(int key) {
        return (key * 0x9E3779B1) >>> (32 - Integer.numberOfTrailingZeros(SLOTS));
    }

    private void link(int index) {
        older[index] = newest;
        newer[index] = NONE;
        if (newest == NONE) {
            oldest = index;
        } else {
            newer[newest] = index;
        }
        newest = index;
    }

    private void unlink(int index) {
        int before = older[index];
        int after = newer[index];
        if (before == NONE) {
            oldest = after;
        } else {
            newer[before] = after;
        }
        if (after == NONE) {
            newest = before;
        } else {
            older[after] = before;
        }
    }
}
