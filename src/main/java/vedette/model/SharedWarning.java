package vedette.model;

import java.util.Optional;

/// A warning as nodes share it. What the receiver may not see is absent, or coarse: a wider area, a longer time.
///
/// @param origin where it comes from; its id is the warning's
/// @param stage where in its life it is
/// @param released whether its maker released it; what was not must not reach the public, in whatever stage it is
/// @param kind what is warned of
/// @param gravity how bad, how soon, how sure
/// @param launchTime when it was launched
/// @param launchArea where it was launched
/// @param azimuth which way it flies
/// @param reach what class of missile it is
/// @param impactTime when it comes down; of other warnings when they begin
/// @param impactArea where it comes down; of other warnings the ground they are about
/// @param words what people read
public record SharedWarning(
        Origin origin,
        Warning.Stage stage,
        boolean released,
        Warning.Kind kind,
        Warning.Gravity gravity,
        Optional<Span> launchTime,
        Optional<Area> launchArea,
        Optional<Heading> azimuth,
        Optional<Reach> reach,
        Optional<Span> impactTime,
        Optional<Area> impactArea,
        Optional<Told> words)
        implements Shared {
    /// What people read. Why it is so is not told: it names sensors.
    ///
    /// @param headline place and matter, short
    /// @param advice what to do
    public record Told(String headline, String advice) {}
}
