package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// What the people of one place are told.
///
/// @param place its id
/// @param stage PREALERT, ISSUED, UPDATED or ALL_CLEAR
/// @param probability of an impact in its area, [0, 1]
/// @param earliest when something comes down there at the earliest (2.5 % quantile)
/// @param latest and at the latest (97.5 % quantile)
/// @param timeLeftS from when this was said until `earliest`, less the time a warning takes to reach the
/// people, seconds; negative once that has passed
/// @param takeCover whether that is less than they need to reach shelter: cover must be taken now
/// @param warnings the warnings that are about it
public record PlaceAlert(
        String place,
        Warning.Stage stage,
        double probability,
        Moment earliest,
        Moment latest,
        double timeLeftS,
        boolean takeCover,
        List<WarningId> warnings) {
    /// Checks the ranges and copies the list.
    public PlaceAlert {
        require(probability >= 0 && probability <= 1, "probability %s of %s", probability, place);
        require(stage != Warning.Stage.DRAFTED && stage != Warning.Stage.EXPIRED, "stage %s of %s", stage, place);
        warnings = List.copyOf(warnings);
    }
}
