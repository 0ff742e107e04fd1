package vedette.math;

/// Promises between our own functions: a broken one is a defect of ours, never of the input.
public final class Require {
    private Require() {}

    /// Ends the step when a promise is broken.
    ///
    /// @param kept whether the promise holds
    /// @param promise what was promised, with `%s` where a value stands
    /// @param values the values to show
    /// @throws IllegalArgumentException when the promise is broken
    public static void require(boolean kept, String promise, Object... values) {
        if (!kept) {
            throw new IllegalArgumentException(filled(promise, values));
        }
    }

    /// Refuses numbers that are not finite.
    ///
    /// @param value the number
    /// @param name what it is called
    /// @return the same number
    /// @throws IllegalArgumentException when it is NaN or infinite
    public static double finite(double value, String name) {
        require(Double.isFinite(value), "%s is %s", name, value);
        return value;
    }

    // String.format depends on the locale; this does not.
    private static String filled(String promise, Object[] values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int at = promise.indexOf("%s", from);
            if (at < 0) {
                break;
            }
            text.append(promise, from, at).append(value);
            from = at + 2;
        }
        return text.append(promise, from, promise.length()).toString();
    }
}
