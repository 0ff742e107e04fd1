package vedette.format.sapient;

import java.util.Locale;
import java.util.Optional;

/// The editions of BSI Flex 335 that are read and written.
public enum Edition {
    /// Version 2.0 of 2024.
    V2("BSI Flex 335 v2.0", '2'),
    /// Version 1.0 of 2023, still spoken by older nodes.
    V1("BSI Flex 335 v1.0", '1');

    private final String icd;
    private final char digit;

    Edition(String icd, char digit) {
        this.icd = icd;
        this.digit = digit;
    }

    /// What a registration calls it.
    public String icd() {
        return icd;
    }

    /// The mark of its own lines in our table of messages.
    char digit() {
        return digit;
    }

    /// The edition that a registration names; underscores may stand for spaces, as older nodes write them.
    ///
    /// @param icdVersion the registration's `icd_version`
    public static Optional<Edition> of(String icdVersion) {
        String plain = icdVersion.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        for (Edition edition : values()) {
            if (plain.equals(edition.icd.toLowerCase(Locale.ROOT))) {
                return Optional.of(edition);
            }
        }
        return Optional.empty();
    }
}
