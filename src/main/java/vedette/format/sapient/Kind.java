package vedette.format.sapient;

import java.util.Locale;
import java.util.Optional;

/// What a field holds.
enum Kind {
    /// Characters.
    TEXT,
    /// A UUID as text (RFC 9562).
    UUID,
    /// A ULID as text: 26 characters of Crockford's base 32.
    ULID,
    /// True or false.
    BOOL,
    /// A signed whole number of 32 bits.
    INT,
    /// A number of 32 bits.
    FLOAT,
    /// A number of 64 bits.
    DOUBLE,
    /// Bytes.
    BYTES,
    /// A UTC time, as seconds and nanoseconds.
    TIME,
    /// One of the values of an enum.
    CHOICE,
    /// A message within the message.
    PART;

    private static final int VARINT = 0;
    private static final int EIGHT = 1;
    private static final int DELIMITED = 2;
    private static final int FOUR = 5;

    /// The wire type of protocol buffers.
    int wireType() {
        return switch (this) {
            case BOOL, INT, CHOICE -> VARINT;
            case FLOAT -> FOUR;
            case DOUBLE -> EIGHT;
            case TEXT, UUID, ULID, BYTES, TIME, PART -> DELIMITED;
        };
    }

    /// Whether it holds characters.
    boolean isText() {
        return this == TEXT || this == UUID || this == ULID;
    }

    /// The kind of a name in the table; nothing for the name of a message or enum.
    static Optional<Kind> named(String name) {
        for (Kind kind : values()) {
            if (kind != CHOICE
                    && kind != PART
                    && kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
