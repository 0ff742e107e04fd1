package vedette.model;

/// Whether this is the real thing. An engine, its journal and its outlets are built for one of these; there is no
/// default.
public enum Domain {
    /// Real sensors, real warnings.
    LIVE,
    /// A rehearsal with people; marked everywhere.
    EXERCISE,
    /// A technical test of equipment or links.
    TEST,
    /// A computed world without people; it has no public form at all.
    SIMULATION
}
