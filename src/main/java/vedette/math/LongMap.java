package vedette.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An immutable map from numbers to values, walked in ascending order of the keys.
///
/// Changing it gives a new map that shares all but a few small arrays with the old one: a snapshot is a reference, and
/// a
/// failed step is undone by forgetting. It is a radix trie of 16-way nodes over the key (Bagwell, "Ideal Hash Trees",
/// 2001, without the hash, so that the order is the keys'); a path is copied on write. Keys differ in at most 16
/// digits, so
/// every operation touches at most 16 nodes; keys counted up from zero touch log₁₆ n. Nodes on the way to a single
/// entry are not made: a leaf stands as high as it can.
///
/// @param <V> what is kept; never null
public final class LongMap<V> {
    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int TOP = 64 - BITS;
    private static final LongMap<?> EMPTY = new LongMap<>(null, 0);

    private final @Nullable Object root;
    private final int size;

    private LongMap(@Nullable Object root, int size) {
        this.root = root;
        this.size = size;
    }

    private record Leaf(long key, Object value) {}

    private static final class Node {
        final @Nullable Object[] children;

        Node() {
            children = new @Nullable Object[WIDTH];
        }

        Node(Node copied) {
            children = copied.children.clone();
        }
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
        Object node = root;
        int shift = TOP;
        while (node instanceof Node inner) {
            node = inner.children[digit(key, shift)];
            shift -= BITS;
        }
        return node instanceof Leaf leaf && leaf.key == key ? (V) leaf.value : null;
    }

    /// Whether the key has a value.
    public boolean contains(long key) {
        return get(key) != null;
    }

    /// The map in which `key` has `value`.
    public LongMap<V> with(long key, V value) {
        boolean known = contains(key);
        Leaf leaf = new Leaf(key, value);
        return new LongMap<>(put(root, leaf), known ? size : size + 1);
    }

    /// The map without `key`.
    public LongMap<V> without(long key) {
        if (!contains(key)) {
            return this;
        }
        return size == 1 ? empty() : new LongMap<>(removed(key), size - 1);
    }

    /// Shows every entry, keys ascending (as signed numbers).
    public void forEach(Visitor<? super V> visitor) {
        @Nullable Object[] stack = new @Nullable Object[WIDTH * WIDTH + WIDTH];
        int depth = 0;
        if (root != null) {
            stack[depth++] = root;
        }
        while (depth > 0) {
            Object node = stack[--depth];
            if (node instanceof Node inner) {
                depth = pushed(stack, depth, inner.children);
            } else if (node instanceof Leaf leaf) {
                show(visitor, leaf);
            }
        }
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

    // The sign bit is turned over so that negative keys come first.
    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (WIDTH - 1);
    }

    private static int pushed(@Nullable Object[] stack, int depth, @Nullable Object[] nodes) {
        int top = depth;
        for (int i = WIDTH - 1; i >= 0; i--) {
            if (nodes[i] != null) {
                stack[top++] = nodes[i];
            }
        }
        return top;
    }

    @SuppressWarnings("unchecked") // only V goes in
    private static <V> void show(Visitor<? super V> visitor, Leaf leaf) {
        visitor.visit(leaf.key, (V) leaf.value);
    }

    private static Object put(@Nullable Object root, Leaf leaf) {
        if (!(root instanceof Node top)) {
            return grown(root, leaf, TOP);
        }
        Node newRoot = new Node(top);
        Node at = newRoot;
        int shift = TOP;
        int digit = digit(leaf.key, shift);
        while (at.children[digit] instanceof Node next) {
            Node copy = new Node(next);
            at.children[digit] = copy;
            at = copy;
            shift -= BITS;
            digit = digit(leaf.key, shift);
        }
        at.children[digit] = grown(at.children[digit], leaf, shift - BITS);
        return newRoot;
    }

    // A leaf alone, or the nodes that part two leaves from the digit at `shift` on.
    private static Object grown(@Nullable Object there, Leaf leaf, int shift) {
        if (!(there instanceof Leaf old) || old.key == leaf.key) {
            return leaf;
        }
        Node top = new Node();
        Node at = top;
        int level = shift;
        while (digit(old.key, level) == digit(leaf.key, level)) {
            Node next = new Node();
            at.children[digit(leaf.key, level)] = next;
            at = next;
            level -= BITS;
        }
        at.children[digit(old.key, level)] = old;
        at.children[digit(leaf.key, level)] = leaf;
        return top;
    }

    // Copies the path and cuts the leaf; emptied nodes are cut with it, so that the trie cannot grow by churn.
    private @Nullable Object removed(long key) {
        List<Node> path = new ArrayList<>(WIDTH);
        Object node = root;
        while (node instanceof Node inner) {
            node = inner.children[digit(key, TOP - path.size() * BITS)];
            path.add(new Node(inner));
        }
        Object below = null;
        for (int level = path.size() - 1; level >= 0; level--) {
            Node copy = path.get(level);
            copy.children[digit(key, TOP - level * BITS)] = below;
            below = cut(copy);
        }
        return below;
    }

    // Nothing for no children, the leaf itself for a single leaf, else the node.
    private static @Nullable Object cut(Node node) {
        Object only = null;
        int count = 0;
        for (Object child : node.children) {
            if (child != null) {
                only = child;
                count++;
            }
        }
        return count == 0 || (count == 1 && only instanceof Leaf) ? only : node;
    }
}
