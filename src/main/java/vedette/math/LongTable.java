package vedette.math;

import java.util.Arrays;

/// Numbers each distinct key in the order of its first coming: 0, 1, 2, … .
///
/// The values live in the caller's own arrays under these numbers, so that nothing is boxed and every walk is in the
/// order
/// of arrival. Open addressing with linear probing, at most half full; looking up is one or two cache lines.
public final class LongTable {
    private static final int SMALLEST = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys;
    private int[] slots;
    private int size;

    /// An empty table.
    ///
    /// @param expected about how many keys will come; it grows beyond by itself
    public LongTable(int expected) {
        int width = Integer.highestOneBit(Math.max(SMALLEST, expected) * 2 - 1) * 2;
        keys = new long[width / 2];
        slots = new int[width];
    }

    /// How many distinct keys there are.
    public int size() {
        return size;
    }

    /// The key with a number.
    ///
    /// @param number 0 or more, below [#size()]
    public long key(int number) {
        return keys[number];
    }

    /// The number of a key, or −1 when it has not come.
    public int find(long key) {
        int at = slots[slot(key)];
        return at - 1;
    }

    /// The number of a key; a new key receives the next number.
    public int add(long key) {
        int slot = slot(key);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = ++size;
        return size - 1;
    }

    /// Forgets every key; the room is kept.
    public void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    // The place where the key stands, or the empty place where it would.
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }
}
