package vedette.format.journal;

import java.util.List;
import vedette.model.Domain;

/// What stands at the head of a segment of the journal.
///
/// @param domain LIVE, EXERCISE, TEST or SIMULATION: of every event in it
/// @param firstSeq the number its first event will have
/// @param previousChain the chain value at the end of the segment before, see [FrameReader#chain()]; 0 for the first
/// @param tables tables in use
/// @param schemaText what the events' bytes mean
public record SegmentHeader(
        Domain domain, long firstSeq, long previousChain, List<TableHash> tables, String schemaText) {
    /// Copies the list.
    public SegmentHeader {
        tables = List.copyOf(tables);
    }
}
