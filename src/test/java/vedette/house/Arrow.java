package vedette.house;

import java.util.Comparator;

/// One room uses another.
record Arrow(String from, String to) implements Comparable<Arrow> {
    private static final Comparator<Arrow> ORDER =
            Comparator.comparing(Arrow::from).thenComparing(Arrow::to);

    /// Reads `core.engine -> model`.
    static Arrow of(String line) {
        String[] ends = line.strip().split(" -> ");
        if (ends.length != 2) {
            throw new IllegalArgumentException("not an arrow 'from -> to': " + line);
        }
        return new Arrow(ends[0], ends[1]);
    }

    /// Both ends as they are at a depth: `core.engine -> model` at depth 1 is `core -> model`.
    Arrow atDepth(int depth) {
        return new Arrow(Rooms.atDepth(from, depth), Rooms.atDepth(to, depth));
    }

    @Override
    public int compareTo(Arrow other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
