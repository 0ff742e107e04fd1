package vedette.format.orbit;

/// Ends the reading of one set, inside this room only: it becomes a refusal.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    private final int line;
    private final String words;

    Unreadable(int line, String words) {
        // Without a stack: there may be thousands in a file.
        super(words, null, false, false);
        this.line = line;
        this.words = words;
    }

    /// Where.
    int line() {
        return line;
    }

    /// Why.
    String words() {
        return words;
    }

    /// A field in a reason: in quotes, cut short, one line.
    static String shown(String field) {
        String cut = field.length() > LONGEST_SHOWN ? field.substring(0, LONGEST_SHOWN) + "…" : field;
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
