package vedette.format.adsb;

/// What reading one Mode S frame came to.
public enum Verdict {
    /// Parity right: a squitter whose syndrome is zero (or an all-call reply's interrogator code).
    VALID,
    /// Parity right after one bit was turned back.
    REPAIRED,
    /// The parity holds the sender's address, so it proves nothing by itself: whether to believe it is the reader's
    /// policy.
    ADDRESSED,
    /// Parity wrong.
    PARITY,
    /// Fewer bytes than the format needs.
    TRUNCATED,
    /// A downlink format that is not decoded here (24 and above, and the unassigned ones).
    FORMAT;

    /// Whether the fields of the frame may be read.
    public boolean readable() {
        return this == VALID || this == REPAIRED || this == ADDRESSED;
    }

    /// Why the frame was refused, in words.
    public String reason() {
        return switch (this) {
            case VALID, REPAIRED, ADDRESSED -> "accepted";
            case PARITY -> "parity does not match";
            case TRUNCATED -> "frame shorter than its format needs";
            case FORMAT -> "downlink format not decoded";
        };
    }

    /// Which field the reason is about.
    public String field() {
        return this == PARITY ? "parity" : "df";
    }
}
