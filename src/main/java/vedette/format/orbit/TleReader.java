package vedette.format.orbit;

/// Finds the sets among a file's lines: perhaps a name, then two lines. A line that has lost its fellows is refused,
/// and the next set is found all the same. Empty lines and those that begin with `#` are passed over.
final class TleReader {
    private static final int LONGEST_NAME = 200;

    private final Found found;
    private String name = "";
    private int nameLine;
    private String first = "";
    private int firstLine;

    TleReader(Found found) {
        this.found = found;
    }

    void read(String text) {
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int until = end < 0 ? text.length() : end;
            line++;
            take(text.substring(at, until).stripTrailing(), line);
            at = until + 1;
        }
        forgetFirst();
        forgetName();
    }

    private void take(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (Tle.isFirst(line)) {
            forgetFirst();
            first = line;
            firstLine = number;
        } else if (Tle.isSecond(line)) {
            second(line, number);
        } else {
            forgetFirst();
            forgetName();
            name = line;
            nameLine = number;
        }
    }

    private void second(String line, int number) {
        if (firstLine == 0) {
            forgetName();
            found.refuse(number, "a second line without its first");
            return;
        }
        String one = first;
        int oneLine = firstLine;
        String called = called();
        int begin = nameLine == 0 ? firstLine : nameLine;
        firstLine = 0;
        nameLine = 0;
        found.take(begin, () -> Tle.set(Tle.of(one, oneLine), Tle.of(line, number), called, begin));
    }

    // The name, of which some files say with a 0 that it is line 0.
    private String called() {
        if (nameLine == 0) {
            return "";
        }
        String whole = name.startsWith("0 ") ? name.substring(2) : name;
        return (whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME) : whole).strip();
    }

    private void forgetFirst() {
        if (firstLine > 0) {
            found.refuse(firstLine, "a first line without its second");
            firstLine = 0;
            nameLine = 0;
        }
    }

    private void forgetName() {
        if (nameLine > 0) {
            found.refuse(nameLine, "a line that is neither the first nor the second of a set, nor the name of one");
            nameLine = 0;
        }
    }
}
