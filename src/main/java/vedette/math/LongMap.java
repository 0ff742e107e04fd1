package vedette.math;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An immutable map from numbers to values, walked in ascending order of the keys.
///
/// Changing it gives a new map that shares all but a few small arrays with the old one: a snapshot is a
/// reference, and a failed step is undone by forgetting. It is a radix trie of 16-way nodes over the key
/// (Bagwell, "Ideal Hash Trees", 2001, without the hash, so that the order is the keys'; digits that all keys
/// below share are skipped, as in Morrison's PATRICIA, 1968); a path is copied on write. Every operation touches
/// at most 16 nodes; keys counted up touch log₁₆ n.
///
/// @param <V> what is kept; never null
public final class LongMap<V> {
    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int MOST_DEEP = Long.SIZE / BITS;
    private static final LongMap<?> EMPTY = new LongMap<>(null, 0);

    private final @Nullable Object root;
    private final int size;

    private LongMap(@Nullable Object root, int size) {
        this.root = root;
        this.size = size;
    }

    // A value that stands alone where several digits of a key are still open.
    private record Leaf(long key, Object value) {}

    // All keys below agree in the digits above `shift`, which are those of `base`. At the last digit, where `shift` is
    // 0, the children are the values themselves.
    private static final class Node {
        final @Nullable Object[] children;
        final long base;
        final int shift;
        final Object owner;

        Node(long bits, int shift, Object owner) {
            children = new @Nullable Object[WIDTH];
            this.base = bits >>> shift >>> BITS << BITS << shift;
            this.shift = shift;
            this.owner = owner;
        }

        Node(Node copied, Object owner) {
            children = copied.children.clone();
            base = copied.base;
            shift = copied.shift;
            this.owner = owner;
        }

        // A node that its owner may change: this one, or a copy.
        Node of(Object wanted) {
            return owner == wanted ? this : new Node(this, wanted);
        }

        boolean holds(long bits) {
            return (bits ^ base) >>> shift >>> BITS == 0;
        }

        int digit(long bits) {
            return (int) (bits >>> shift) & (WIDTH - 1);
        }

        // Of a child at the last digit.
        long key(int digit) {
            return bits(base | digit);
        }

        // Whether a key below may be these bits or more.
        boolean reaches(long bits) {
            long last = base | -1L >>> (Long.SIZE - BITS - shift);
            return Long.compareUnsigned(last, bits) >= 0;
        }
    }

    /// A map under work: many changes at the price of few copies. Nodes that it made itself it changes in place;
    /// those of the map it began with stay as they are.
    ///
    /// @param <V> what is kept
    public static final class Draft<V> {
        private LongMap<V> latest;
        private @Nullable Object root;
        private int size;
        private boolean changed;
        private Object owner = new Object();

        private Draft(LongMap<V> from) {
            latest = from;
            root = from.root;
            size = from.size;
        }

        /// How many entries there are.
        public int size() {
            return size;
        }

        /// The value of a key, or null when there is none.
        @SuppressWarnings("unchecked") // only V goes in
        public @Nullable V get(long key) {
            return (V) found(root, key);
        }

        /// Gives `key` the value.
        public void put(long key, V value) {
            changed = true;
            long bits = bits(key);
            if (!(root instanceof Node top) || !top.holds(bits)) {
                root = beside(root, key, value);
                return;
            }
            Node at = top.of(owner);
            root = at;
            int digit = at.digit(bits);
            while (at.shift > 0 && at.children[digit] instanceof Node next && next.holds(bits)) {
                Node copy = next.of(owner);
                at.children[digit] = copy;
                at = copy;
                digit = at.digit(bits);
            }
            if (at.shift > 0) {
                at.children[digit] = beside(at.children[digit], key, value);
            } else {
                size += at.children[digit] == null ? 1 : 0;
                at.children[digit] = value;
            }
        }

        // A value beside what stands there already, under a node of the first digit in which they differ.
        private Object beside(@Nullable Object there, long key, Object value) {
            Leaf leaf = new Leaf(key, value);
            if (there instanceof Leaf old && old.key == key) {
                return leaf;
            }
            size++;
            if (there == null) {
                return leaf;
            }
            long bits = bits(key);
            long other = there instanceof Leaf old ? bits(old.key) : ((Node) there).base;
            int shift = (63 - Long.numberOfLeadingZeros(bits ^ other)) / BITS * BITS;
            Node node = new Node(bits, shift, owner);
            node.children[node.digit(other)] = shift == 0 && there instanceof Leaf old ? old.value : there;
            node.children[node.digit(bits)] = shift == 0 ? value : leaf;
            return node;
        }

        /// Takes `key` out.
        public void remove(long key) {
            if (found(root, key) != null) {
                changed = true;
                size--;
                root = removed(root, key, owner);
            }
        }

        /// The map as it is now; the draft may go on, which does not change the map.
        public LongMap<V> map() {
            if (changed) {
                changed = false;
                owner = new Object();
                latest = size == 0 ? empty() : new LongMap<>(root, size);
            }
            return latest;
        }
    }

    /// What a walk does with each entry, until it is enough.
    ///
    /// @param <V> the values' type
    @FunctionalInterface
    public interface Until<V> {
        /// Sees one entry.
        ///
        /// @return whether the walk goes on
        boolean visit(long key, V value);
    }

    /// A draft that begins with this map.
    public Draft<V> draft() {
        return new Draft<>(this);
    }

    /// What a walk does with each entry.
    ///
    /// @param <V> the values' type
    @FunctionalInterface
    public interface Visitor<V> {
        /// Sees one entry.
        void visit(long key, V value);
    }

    /// The map without entries.
    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <V> LongMap<V> empty() {
        return (LongMap<V>) EMPTY;
    }

    /// How many entries there are.
    public int size() {
        return size;
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The value of a key, or null when there is none.
    @SuppressWarnings("unchecked") // only V goes in
    public @Nullable V get(long key) {
        return (V) found(root, key);
    }

    private static @Nullable Object found(@Nullable Object root, long key) {
        long bits = bits(key);
        Object node = root;
        while (node instanceof Node inner) {
            if (!inner.holds(bits)) {
                return null;
            }
            node = inner.children[inner.digit(bits)];
            if (inner.shift == 0) {
                return node;
            }
        }
        return node instanceof Leaf leaf && leaf.key == key ? leaf.value : null;
    }

    // The sign bit is turned over so that negative keys come first.
    private static long bits(long key) {
        return key ^ Long.MIN_VALUE;
    }

    /// Whether the key has a value.
    public boolean contains(long key) {
        return get(key) != null;
    }

    /// The map in which `key` has `value`.
    public LongMap<V> with(long key, V value) {
        Draft<V> draft = draft();
        draft.put(key, value);
        return draft.map();
    }

    /// The map without `key`.
    public LongMap<V> without(long key) {
        if (!contains(key)) {
            return this;
        }
        return size == 1 ? empty() : new LongMap<>(removed(root, key, new Object()), size - 1);
    }

    /// Shows every entry, keys ascending (as signed numbers).
    public void forEach(Visitor<? super V> visitor) {
        if (!(root instanceof Node top)) {
            if (root instanceof Leaf leaf) {
                show(visitor, leaf.key, leaf.value);
            }
            return;
        }
        @Nullable Node[] path = new @Nullable Node[MOST_DEEP];
        int[] next = new int[MOST_DEEP];
        int depth = 0;
        Node at = top;
        while (true) {
            if (next[depth] == WIDTH) {
                if (depth == 0) {
                    return;
                }
                at = requireNonNull(path[--depth]);
            } else {
                int digit = next[depth]++;
                Object child = at.children[digit];
                if (at.shift == 0) {
                    show(visitor, at.key(digit), child);
                } else if (child instanceof Leaf leaf) {
                    show(visitor, leaf.key, leaf.value);
                } else if (child instanceof Node inner) {
                    path[depth++] = at;
                    next[depth] = 0;
                    at = inner;
                }
            }
        }
    }

    /// Shows the entries from a key on, keys ascending, until one is enough. What lies before it costs nothing.
    ///
    /// @param from the first key that is shown, if it has a value
    /// @return whether the walk came to the end
    @SuppressWarnings("unchecked") // only V goes in
    public boolean walk(long from, Until<? super V> until) {
        @Nullable Object[] waiting = new @Nullable Object[MOST_DEEP * WIDTH];
        int count = 0;
        waiting[count++] = root;
        while (count > 0) {
            Object at = waiting[--count];
            if (at instanceof Leaf leaf) {
                if (leaf.key >= from && !until.visit(leaf.key, (V) leaf.value)) {
                    return false;
                }
            } else if (at instanceof Node last && last.shift == 0) {
                for (int digit = 0; digit < WIDTH; digit++) {
                    Object value = last.children[digit];
                    if (value != null && last.key(digit) >= from && !until.visit(last.key(digit), (V) value)) {
                        return false;
                    }
                }
            } else if (at instanceof Node inner && inner.reaches(bits(from))) {
                for (int digit = WIDTH - 1; digit >= 0; digit--) {
                    waiting[count] = inner.children[digit];
                    count += waiting[count] == null ? 0 : 1;
                }
            }
        }
        return true;
    }

    /// Shows the entries whose keys lie within one of so many even parts of all numbers, keys ascending.
    ///
    /// @param part 0 to one less than there are
    /// @param parts how many
    public void walkPart(int part, int parts, Visitor<? super V> visitor) {
        boolean last = part == parts - 1;
        long next = TextKey.first(part + 1, parts);
        walk(TextKey.first(part, parts), (key, value) -> {
            boolean own = last || key < next;
            if (own) {
                visitor.visit(key, value);
            }
            return own;
        });
    }

    /// The values, keys ascending, in a new list.
    public List<V> values() {
        List<V> values = new ArrayList<>(size);
        forEach((key, value) -> values.add(value));
        return values;
    }

    /// The keys, ascending.
    public long[] keys() {
        long[] keys = new long[size];
        int[] at = {0};
        forEach((key, value) -> keys[at[0]++] = key);
        return keys;
    }

    /// Hands every value to `each`, keys ascending.
    public void forEachValue(Consumer<? super V> each) {
        forEach((key, value) -> each.accept(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongMap<?> that && size == that.size && same(that);
    }

    @Override
    public int hashCode() {
        int[] hash = {size};
        forEach((key, value) -> hash[0] = 31 * (31 * hash[0] + Long.hashCode(key)) + value.hashCode());
        return hash[0];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((key, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(key)
                .append('=')
                .append(value));
        return text.append('}').toString();
    }

    private boolean same(LongMap<?> that) {
        boolean[] equal = {true};
        forEach((key, value) -> equal[0] &= value.equals(that.get(key)));
        return equal[0];
    }

    @SuppressWarnings("unchecked") // only V goes in
    private static <V> void show(Visitor<? super V> visitor, long key, @Nullable Object value) {
        if (value != null) {
            visitor.visit(key, (V) value);
        }
    }

    // A key that is there is taken out of the path to it; a node with one child left gives way to the child.
    private static @Nullable Object removed(@Nullable Object root, long key, Object owner) {
        long bits = bits(key);
        if (!(root instanceof Node top)) {
            return null;
        }
        Node newRoot = top.of(owner);
        Node parent = null;
        Node at = newRoot;
        while (at.shift > 0 && at.children[at.digit(bits)] instanceof Node next) {
            Node copy = next.of(owner);
            at.children[at.digit(bits)] = copy;
            parent = at;
            at = copy;
        }
        at.children[at.digit(bits)] = null;
        Object only = only(at);
        if (only == null) {
            return newRoot;
        }
        if (parent == null) {
            return only;
        }
        parent.children[parent.digit(bits)] = only;
        return newRoot;
    }

    // The child that is left alone, or nothing.
    private static @Nullable Object only(Node node) {
        int only = -1;
        for (int digit = 0; digit < WIDTH; digit++) {
            if (node.children[digit] != null) {
                if (only >= 0) {
                    return null;
                }
                only = digit;
            }
        }
        Object child = only < 0 ? null : node.children[only];
        return child != null && node.shift == 0 ? new Leaf(node.key(only), child) : child;
    }
}
