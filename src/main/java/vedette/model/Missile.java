package vedette.model;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;

/// What is known of one burning, flying or falling object: one revision.
///
/// @param number its number in this node, counted up from 1, never used again; people read it as "M1"
/// @param revision counted up from 1
/// @param phase where in its flight it is
/// @param verdict what it is held to be
/// @param odds what it may be, each with its evidence; the probabilities sum to 1
/// @param confidence how independent the evidence is
/// @param state position and velocity along Earth-fixed axes at the moment of this revision, where known
/// @param launch where and when it began, where it was seen or can be told
/// @param impact where and when it comes down; nothing while unknown, or when it will not
/// @param support who has seen it
/// @param why one sentence: looks, model and what follows
public record Missile(
        long number,
        int revision,
        Phase phase,
        Verdict verdict,
        List<Odds> odds,
        Warning.Confidence confidence,
        Optional<Gaussian> state,
        Optional<Launch> launch,
        Optional<Impact> impact,
        List<Support> support,
        String why) {
    /// Copies the lists.
    public Missile {
        require(number > 0 && revision > 0, "number %s, revision %s", number, revision);
        odds = List.copyOf(odds);
        support = List.copyOf(support);
    }

    /// Where in its flight an object is.
    public enum Phase {
        /// It burns.
        BOOST,
        /// It flies on without thrust above the air.
        COAST,
        /// It falls through the air.
        REENTRY,
        /// It circles the Earth.
        ORBIT,
        /// It has come down, or must have.
        DOWN,
        /// It was nothing, or is no longer followed.
        ENDED
    }

    /// What an object may be.
    public enum Verdict {
        /// Comes down where nobody said it would.
        ATTACK,
        /// Was launched; what it is, is undecided.
        LAUNCH,
        /// On its way into space.
        SPACE_LAUNCH,
        /// A spent stage, or something returning from orbit.
        DEBRIS,
        /// In orbit.
        SATELLITE,
        /// Came from beyond the Earth.
        METEOR,
        /// A glint, a fire, or nothing.
        CLUTTER
    }

    /// One of the things it may be.
    ///
    /// @param verdict what
    /// @param probability how likely, [0, 1]
    /// @param evidence what speaks for or against it, short
    public record Odds(Verdict verdict, double probability, String evidence) {}

    /// Where and when it began.
    ///
    /// @param spot the place and moment with their uncertainty
    /// @param azimuthRad which way it went, clockwise from true north
    /// @param azimuthSigmaRad how surely
    /// @param notice the kind of the notice that told of it, where one did
    public record Launch(Impact.Spot spot, double azimuthRad, double azimuthSigmaRad, Optional<String> notice) {}

    /// How much one sensor has contributed.
    ///
    /// @param sensor which
    /// @param looks how many of its looks
    /// @param infrared whether it sees heat; else it is a radar
    public record Support(SensorId sensor, int looks, boolean infrared) {}
}
