package vedette.model;

/// What happens to an engine. Everything it ever knows comes as one of these.
public sealed interface Event {
    /// Its place in the one order of things.
    Stamp stamp();

    /// The place of an event.
    ///
    /// @param seq counted up from 1, without gaps
    /// @param arrivedAt when the node took it in: the engine's only clock, never running back
    /// @param domain whether it is the real thing; an engine refuses events of another domain
    record Stamp(long seq, Moment arrivedAt, Domain domain) {}

    /// A sensor claims something.
    ///
    /// @param stamp its place
    /// @param measurement the claim
    record Observed(Stamp stamp, Measurement measurement) implements Event {}

    /// Time passes: ten times a second.
    ///
    /// @param stamp its place
    record Tick(Stamp stamp) implements Event {}

    /// A person acts.
    ///
    /// @param stamp its place
    /// @param operator who
    /// @param order what they want
    record Ordered(Stamp stamp, Operator operator, Order order) implements Event {}

    /// Something known beforehand changes.
    ///
    /// @param stamp its place
    /// @param configuration what
    record Configured(Stamp stamp, Configuration configuration) implements Event {}

    /// A peer shared something.
    ///
    /// @param stamp its place
    /// @param link the peer's link: its node, and the name of its store
    /// @param linkSeq the item's number there, from 1; 0 for what is sent once and not stored: a track
    /// @param shared what it shared
    record Received(Stamp stamp, String link, long linkSeq, Shared shared) implements Event {}

    /// A recipient has a warning.
    ///
    /// @param stamp its place
    /// @param warning which
    /// @param revision of which revision
    /// @param recipient who has it
    record Delivered(Stamp stamp, WarningId warning, int revision, String recipient) implements Event {}
}
