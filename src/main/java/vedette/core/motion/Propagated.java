package vedette.core.motion;

/// Where a theory has an object, or why it has it nowhere.
public sealed interface Propagated {
    /// It is there.
    ///
    /// @param state finite in all its six numbers
    record There(Teme state) implements Propagated {}

    /// The theory says nothing.
    ///
    /// @param why what went out of range
    record Nowhere(Why why) implements Propagated {}

    /// Why a theory says nothing (Vallado and others 2006, the error codes of their appendix).
    enum Why {
        /// Drag or resonance have carried the mean eccentricity out of [-0.001, 1) (code 1).
        MEAN_ECCENTRICITY("its mean eccentricity has left its range"),
        /// The mean motion is 0 or less (code 2).
        MEAN_MOTION("its mean motion has left its range"),
        /// Moon and Sun have carried the eccentricity out of [0, 1] (code 3).
        ECCENTRICITY("its eccentricity has left its range"),
        /// The orbit has no width any more (code 4).
        PARAMETER("its semi-latus rectum is negative"),
        /// It would be inside the Earth: it has come down (code 6).
        DECAYED("it has decayed");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /// The same in words.
        public String words() {
            return words;
        }
    }
}
