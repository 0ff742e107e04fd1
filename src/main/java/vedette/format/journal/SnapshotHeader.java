package vedette.format.journal;

import java.util.List;
import vedette.model.Domain;
import vedette.model.Moment;

/// What stands at the head of a snapshot.
///
/// @param domain LIVE, EXERCISE, TEST or SIMULATION
/// @param seq the last event in it
/// @param at when that event arrived
/// @param tables tables in use
/// @param schemaText what its bytes mean; its hash is the snapshot's schema number
public record SnapshotHeader(Domain domain, long seq, Moment at, List<TableHash> tables, String schemaText) {
    /// Copies the list.
    public SnapshotHeader {
        tables = List.copyOf(tables);
    }
}
