package vedette.model;

/// Whether a sensor or feed can be relied on.
///
/// @param sensor which
/// @param state how it is
/// @param since when it came into this state
/// @param lastHeardAt its latest message; the node's start when there was none
/// @param received messages taken since the start
/// @param rejected messages refused since the start
/// @param late messages that came later than their hold allows, since the start
/// @param why one sentence
public record Health(
        SensorId sensor,
        State state,
        Moment since,
        Moment lastHeardAt,
        long received,
        long rejected,
        long late,
        String why) {
    /// How a sensor is.
    public enum State {
        /// As it should be.
        OK,
        /// Its messages come late.
        LATE,
        /// Nothing came for three of its periods.
        SILENT,
        /// What it measures does not fit what it states of itself: biased, out of place, its clock off, too many
        /// false plots.
        BIASED,
        /// It says itself that it fails, or its connection is lost.
        LOST
    }
}
