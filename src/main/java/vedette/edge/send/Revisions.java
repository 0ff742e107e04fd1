package vedette.edge.send;

import java.util.Optional;
import vedette.model.Output;
import vedette.model.Warning;

/// The revision of a warning that an output carries.
final class Revisions {
    private Revisions() {}

    static Optional<Warning> in(Output output) {
        return switch (output) {
            case Output.WarningDrafted(Warning warning) -> Optional.of(warning);
            case Output.WarningReleased(Warning warning) -> Optional.of(warning);
            case Output.WarningRevised(Warning warning) -> Optional.of(warning);
            case Output.WarningEnded(Warning warning) -> Optional.of(warning);
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.PlacesChanged _,
                    Output.WarningAcknowledged _,
                    Output.Published _,
                    Output.Tried _,
                    Output.ReleaseStands _,
                    Output.Signed _,
                    Output.OrderTaken _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> Optional.empty();
        };
    }
}
