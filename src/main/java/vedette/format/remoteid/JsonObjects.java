package vedette.format.remoteid;

/// Cuts a stream of octets into JSON objects, whatever stands between them: line ends, commas, an array's
/// brackets, nothing. An object may come in pieces; its end is found by its braces, so none waits for what
/// follows it.
final class JsonObjects {
    /// The longest object, octets. Receivers send two thousand.
    static final int LONGEST = 1 << 16;

    private final byte[] held = new byte[LONGEST];
    private final Taker taker;
    private int length;
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private boolean strange;
    private long position;

    /// Takes what was cut out.
    interface Taker {
        /// An object.
        ///
        /// @param bytes holds it from the first octet on
        /// @param length its octets
        /// @param offset of its first octet, from the stream's start
        void object(byte[] bytes, int length, long offset);

        /// Octets that belong to no object.
        ///
        /// @param offset of the first, from the stream's start
        /// @param reason why
        void refused(long offset, String reason);
    }

    JsonObjects(Taker taker) {
        this.taker = taker;
    }

    void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            take(bytes[i]);
            position++;
        }
    }

    /// The end: what is unfinished will not be finished.
    void finish() {
        if (depth > 0) {
            taker.refused(position - length, "an object that does not end");
        }
        strange = false;
        reset();
    }

    private void take(byte octet) {
        if (depth == 0) {
            outside(octet);
            return;
        }
        if (length == LONGEST) {
            taker.refused(position - length, "an object of more than " + LONGEST + " octets");
            reset();
            strange = true;
            return;
        }
        held[length++] = octet;
        inside(octet);
    }

    private void outside(byte octet) {
        if (octet == '{') {
            strange = false;
            held[0] = octet;
            length = 1;
            depth = 1;
            return;
        }
        boolean between = octet == ',' || octet == '[' || octet == ']' || (octet >= 0 && octet <= ' ');
        if (!between && !strange) {
            strange = true;
            taker.refused(position, "octets that belong to no JSON object");
        }
        strange = strange && octet != '\n';
    }

    private void inside(byte octet) {
        if (quoted) {
            inText(octet);
        } else if (octet == '"') {
            quoted = true;
        } else if (octet == '{') {
            depth++;
        } else if (octet == '}' && --depth == 0) {
            taker.object(held, length, position + 1 - length);
            reset();
        }
    }

    private void inText(byte octet) {
        if (escaped) {
            escaped = false;
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            quoted = false;
        } else if (octet == '\n') {
            // No text holds a line end: the object was cut, and another one follows.
            taker.refused(position + 1 - length, "an object that was cut");
            reset();
        }
    }

    private void reset() {
        length = 0;
        depth = 0;
        quoted = false;
        escaped = false;
    }
}
