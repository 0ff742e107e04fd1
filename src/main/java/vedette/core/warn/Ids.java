package vedette.core.warn;

import vedette.model.WarningId;

/// Names of warnings: `INTRUSION-ZONE-12-1` is the first about track 12 and the zone.
final class Ids {
    /// So much of a zone's or sensor's name is kept; the numbers behind it make the warning's name unique.
    private static final int NAME_PART = 40;

    private Ids() {}

    static WarningId of(String kind, String about, long number, int count) {
        return new WarningId(kind + "-" + legal(about) + "-" + number + "-" + count);
    }

    static WarningId of(String kind, String about, int count) {
        return new WarningId(kind + "-" + legal(about) + "-" + count);
    }

    /// Letters and digits as they are, everything else as '.'.
    private static String legal(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length() && i < NAME_PART; i++) {
            char c = name.charAt(i);
            boolean keeps = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
            out.append(keeps ? c : '.');
        }
        return out.toString();
    }
}
