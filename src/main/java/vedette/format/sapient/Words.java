package vedette.format.sapient;

/// Strangers' words in our own sentences.
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /// The beginning of a text, on one line.
    static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
