package vedette.format.orbit;

/// Messages of lines `KEYWORD = value` (CCSDS 502.0-B-3, section 7), one behind the other.
final class OmmKvn {
    /// What a message begins with.
    static final String FIRST = "CCSDS_OMM_VERS";

    private OmmKvn() {}

    static void read(String text, Found found) {
        Message message = new Message(found);
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int until = end < 0 ? text.length() : end;
            line++;
            message.take(text.substring(at, until).strip(), line);
            at = until + 1;
        }
        message.end();
    }

    /// The message that is being read.
    private static final class Message {
        private final Found found;
        private OmmFields fields = new OmmFields(0);
        private boolean begun;
        private boolean broken;

        Message(Found found) {
            this.found = found;
        }

        void take(String line, int number) {
            if (line.isEmpty() || line.startsWith("COMMENT")) {
                return;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                refuse(number, "neither a comment nor KEYWORD = value: " + Unreadable.shown(line));
                return;
            }
            String keyword = line.substring(0, equals).strip();
            if (keyword.equals(FIRST)) {
                end();
                fields = new OmmFields(number);
                begun = true;
                return;
            }
            put(keyword, line.substring(equals + 1), number);
        }

        private void put(String keyword, String value, int number) {
            if (!begun) {
                refuse(number, "no " + FIRST + " before it");
                return;
            }
            try {
                fields.put(keyword, value, number);
            } catch (Unreadable twice) {
                refuse(number, twice.words());
            }
        }

        // Once a message: the rest of it is then passed over.
        private void refuse(int number, String reason) {
            if (!broken) {
                found.refuse(number, reason);
            }
            broken = true;
        }

        void end() {
            if (begun && !broken) {
                found.take(fields.line(), fields::set);
            }
            begun = false;
            broken = false;
        }
    }
}
