package vedette.format.asterix;

import static vedette.math.Require.require;

/// An edition of a category's specification.
///
/// @param major before the point
/// @param minor after the point
record Edition(int major, int minor) implements Comparable<Edition> {
    /// Reads `1.18`.
    ///
    /// @throws IllegalArgumentException when it is not two numbers with a point between
    static Edition parse(String text) {
        int point = text.indexOf('.');
        require(text.matches("\\d{1,3}\\.\\d{1,3}"), "not an edition: '%s'", text);
        return new Edition(Integer.parseInt(text, 0, point, 10), Integer.parseInt(text, point + 1, text.length(), 10));
    }

    @Override
    public int compareTo(Edition other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }

    /// Editions from one to another, both included.
    ///
    /// @param first the first
    /// @param last the last
    record Range(Edition first, Edition last) {
        private static final Edition LOWEST = new Edition(0, 0);
        private static final Edition HIGHEST = new Edition(999, 999);

        /// Every edition.
        static final Range ALL = new Range(LOWEST, HIGHEST);

        /// Reads `1.18`, `1.18..`, `..1.18` or `1.17..1.18`.
        static Range parse(String text) {
            int dots = text.indexOf("..");
            if (dots < 0) {
                Edition only = Edition.parse(text);
                return new Range(only, only);
            }
            return new Range(
                    dots == 0 ? LOWEST : Edition.parse(text.substring(0, dots)),
                    dots + 2 == text.length() ? HIGHEST : Edition.parse(text.substring(dots + 2)));
        }

        boolean contains(Edition edition) {
            return first.compareTo(edition) <= 0 && edition.compareTo(last) <= 0;
        }
    }
}
