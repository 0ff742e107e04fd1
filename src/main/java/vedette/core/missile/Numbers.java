package vedette.core.missile;

import java.util.Arrays;

/// Numbers in a row that nobody writes to again, equal when they are equal.
///
/// @param values not copied: whoever makes one gives its array away
record Numbers(double[] values) {
    /// None.
    static final Numbers NONE = new Numbers(new double[0]);

    static Numbers copy(double[] values, int count) {
        return new Numbers(Arrays.copyOf(values, count));
    }

    double at(int i) {
        return values[i];
    }

    int count() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
