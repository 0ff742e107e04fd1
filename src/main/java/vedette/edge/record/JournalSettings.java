package vedette.edge.record;

import java.nio.file.Path;
import java.util.List;
import vedette.format.journal.TableHash;
import vedette.model.Domain;

/// How a node records.
///
/// @param folder where; made when it is not there
/// @param domain of every event
/// @param acknowledgeAfterDisk whether an event counts as recorded only once the disk has it: every turn then waits for
/// the disk
/// @param limits sizes and times
/// @param tables tables in use, named in every head
public record JournalSettings(
        Path folder, Domain domain, boolean acknowledgeAfterDisk, Limits limits, List<TableHash> tables) {
    /// Copies the list.
    public JournalSettings {
        tables = List.copyOf(tables);
    }

    /// The usual settings.
    public static JournalSettings of(Path folder, Domain domain) {
        return new JournalSettings(folder, domain, false, Limits.USUAL, List.of());
    }

    /// The same with other limits.
    public JournalSettings with(Limits others) {
        return new JournalSettings(folder, domain, acknowledgeAfterDisk, others, tables);
    }

    /// The same, acknowledged by the disk.
    public JournalSettings afterDisk() {
        return new JournalSettings(folder, domain, true, limits, tables);
    }

    /// Sizes and times.
    ///
    /// @param segmentBytes a segment is closed when it is larger
    /// @param totalBytes the oldest segments and snapshots go when all are larger, but never what a restart needs
    /// @param ageS segments and snapshots older than this go, seconds
    /// @param snapshots how many snapshots are kept at most
    /// @param stallMs a write or sync that takes longer leaves the node stepping on unrecorded, milliseconds
    /// @param syncEveryMs time between grouped syncs, milliseconds
    /// @param retryEveryMs time between attempts to record again, milliseconds
    public record Limits(
            long segmentBytes,
            long totalBytes,
            long ageS,
            int snapshots,
            long stallMs,
            long syncEveryMs,
            long retryEveryMs) {
        /// 64 MB segments are half a million plots; 20 GB and 30 days are a month of a quiet region.
        public static final Limits USUAL = new Limits(64L << 20, 20L << 30, 30L * 86_400, 8, 250, 50, 1000);

        /// The largest segment that is read back: a head and a batch above `segmentBytes`.
        static final long LARGEST_SEGMENT = 1L << 30;
    }
}
