package vedette.core.raid;

/// What is known of one node of the net.
///
/// @param beatS when its heart last beat, seconds of the watch
/// @param periodS how often it should; 0 where nobody told
/// @param heard how often it heard what flies, as far as is known
/// @param due how often it should have
/// @param blame how often it heard what nobody else heard
record Ear(double beatS, double periodS, double heard, double due, double blame) {
    static Ear expected(double periodS, double nowS) {
        return new Ear(nowS, periodS, 0, 0, 0);
    }

    Ear beating(double nowS) {
        return new Ear(nowS, periodS, heard, due, blame);
    }

    Ear period(double toldS, double nowS) {
        return new Ear(nowS, toldS, heard, due, blame);
    }

    Ear heard(double more) {
        return new Ear(beatS, periodS, heard + more, due, blame);
    }

    Ear due(double more) {
        return new Ear(beatS, periodS, heard, due + more, blame);
    }

    Ear blamed(double more) {
        return new Ear(beatS, periodS, heard, due, blame + more);
    }

    /// A quarter less than three periods, so that it is seen within the third.
    private static final double SILENT_PERIODS = 2.75;

    boolean isSilent(double nowS) {
        return periodS > 0 && nowS - beatS > SILENT_PERIODS * periodS;
    }

    /// Rate of its false alarms, a second: what is usual, and what it did.
    double falseHz(double watchedS) {
        return (0.5 + blame) / (Model.FALSE_KNOWN_S + Math.max(0, watchedS));
    }

    /// So many sounds that nobody else heard are too many …
    private static final double LIES = 8;

    /// … when a node makes so many times more of them than is usual.
    private static final double LIES_TIMES = 15;

    /// … and more of them than of what others heard too.
    boolean isLying(double watchedS) {
        return blame >= LIES && blame > heard && falseHz(watchedS) > LIES_TIMES * Model.FALSE_HZ;
    }

    /// Who should have heard so much and heard less than a part of it is deaf.
    private static final double DEAF_DUE = 12;

    private static final double DEAF_PART = 0.1;

    boolean isDeaf() {
        return due >= DEAF_DUE && heard < DEAF_PART * due;
    }
}
