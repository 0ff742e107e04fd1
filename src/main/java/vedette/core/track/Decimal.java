package vedette.core.track;

/// Numbers as people read them, the same in every language.
final class Decimal {
    private Decimal() {}

    /// One decimal.
    static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /// Two decimals.
    static String hundredths(double value) {
        long all = Math.round(value * 100);
        long rest = Math.abs(all) % 100;
        return (all < 0 ? "-" : "") + Math.abs(all) / 100 + "." + (rest < 10 ? "0" : "") + rest;
    }

    /// A share in whole percent.
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
