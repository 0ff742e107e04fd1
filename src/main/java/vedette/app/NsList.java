package vedette.app;

import java.util.Arrays;

/// Many durations, and what share of them is shorter than what.
final class NsList {
    private long[] values = new long[1024];
    private int size;

    void add(long ns) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = ns;
    }

    void addAll(NsList others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    /// In words: how many, and the median, 99 % and longest in milliseconds.
    String words() {
        if (size == 0) {
            return "none";
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return size + ", median " + ms(sorted[size / 2]) + ", 99 % " + ms(sorted[(int) (size * 0.99)]) + ", longest "
                + ms(sorted[size - 1]) + " ms of CPU";
    }

    private static String ms(long ns) {
        return Numbers.fixed(ns * 1e-6, 3);
    }
}
