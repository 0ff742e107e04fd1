package vedette.model;

/// A distress that an aircraft itself declares, by Mode A code or ADS-B (ICAO Annex 10 IV 3.1.2.6.10; DO-260B
/// 2.2.3.2.7.8).
public enum Emergency {
    /// None declared.
    NONE,
    /// General emergency: code 7700, or ADS-B state 1.
    GENERAL,
    /// Medical: ADS-B state 2 (lifeguard).
    MEDICAL,
    /// Minimum fuel: ADS-B state 3.
    MINIMUM_FUEL,
    /// No communication: code 7600, or ADS-B state 4.
    NO_COMMUNICATION,
    /// Unlawful interference: code 7500, or ADS-B state 5.
    UNLAWFUL_INTERFERENCE,
    /// Downed aircraft: ADS-B state 6.
    DOWNED;

    /// What a Mode A code declares.
    ///
    /// @param modeA the twelve bits of the code, 0–07777 octal
    public static Emergency ofModeA(int modeA) {
        return switch (modeA) {
            case 07500 -> UNLAWFUL_INTERFERENCE;
            case 07600 -> NO_COMMUNICATION;
            case 07700 -> GENERAL;
            default -> NONE;
        };
    }
}
