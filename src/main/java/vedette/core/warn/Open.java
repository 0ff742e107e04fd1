package vedette.core.warn;

import java.util.Optional;
import vedette.model.Assessment;
import vedette.model.Health;
import vedette.model.Moment;
import vedette.model.Warning;

/// A warning that has not ended.
///
/// @param warning its latest revision
/// @param finding what it rests on, as known now
/// @param foundAt when that was found
/// @param clearSince since when there is nothing left to warn of; empty while there is
/// @param reached whether the object has been inside
public record Open(Warning warning, Finding finding, Moment foundAt, Optional<Moment> clearSince, boolean reached) {
    /// What a warning rests on.
    public sealed interface Finding {
        /// An object and a zone.
        ///
        /// @param intrusion how it stands to the zone
        record OfZone(Assessment.Intrusion intrusion) implements Finding {}

        /// An aircraft in distress.
        ///
        /// @param distress what it declares
        record OfDistress(Assessment.Distress distress) implements Finding {}

        /// An authorised flight that is not where it may be.
        ///
        /// @param breach what it breaches
        record OfBreach(Assessment.Breach breach) implements Finding {}

        /// An authorised flight near another object.
        ///
        /// @param proximity how near
        record OfProximity(Assessment.Proximity proximity) implements Finding {}

        /// Claims that are false, as it seems.
        ///
        /// @param doubted which, and why
        record OfClaim(Assessment.Doubted doubted) implements Finding {}

        /// Satellite navigation that is disturbed.
        ///
        /// @param interference where
        record OfInterference(Assessment.Interference interference) implements Finding {}

        /// A sensor that does not see.
        ///
        /// @param health how it is
        record OfSensor(Health health) implements Finding {}
    }

    Open found(Finding now, Moment at, Optional<Moment> clear) {
        return new Open(warning, now, at, clear, reached);
    }

    Open revised(Warning revision, boolean reachedNow) {
        return new Open(revision, finding, foundAt, clearSince, reachedNow);
    }
}
