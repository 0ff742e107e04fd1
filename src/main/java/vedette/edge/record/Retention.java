package vedette.edge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vedette.edge.record.JournalFolder.Numbered;

/// Deletes what is too old or too much, oldest first; never the newest snapshot, nor a segment with an event behind it.
final class Retention {
    private static final long MS = 1000;

    private final JournalSettings.Limits limits;
    private final JournalFolder folder;
    private final JournalDisk disk;

    Retention(JournalSettings settings, JournalDisk disk) {
        this.limits = settings.limits();
        this.folder = new JournalFolder(settings.folder());
        this.disk = disk;
    }

    /// A file that may go.
    ///
    /// @param lastSeq the last event in it
    private record Old(Path file, long lastSeq, long bytes, long writtenMs) {}

    void apply() throws IOException {
        List<Numbered> snapshots = folder.snapshots();
        if (snapshots.isEmpty()) {
            return;
        }
        for (int i = 0; i < snapshots.size() - Math.max(1, limits.snapshots()); i++) {
            disk.delete(snapshots.get(i).file());
        }
        long oldestMs = System.currentTimeMillis() - limits.ageS() * MS;
        long total = total();
        for (Old old : old(snapshots.getLast().seq())) {
            if (total > limits.totalBytes() || old.writtenMs() < oldestMs) {
                disk.delete(old.file());
                total -= old.bytes();
            }
        }
    }

    private long total() throws IOException {
        long total = 0;
        for (Numbered file : all()) {
            total += Files.size(file.file());
        }
        return total;
    }

    private List<Numbered> all() throws IOException {
        List<Numbered> all = new ArrayList<>(folder.segments());
        all.addAll(folder.snapshots());
        return all;
    }

    /// What lies wholly before the newest snapshot, oldest first.
    private List<Old> old(long newest) throws IOException {
        List<Old> old = new ArrayList<>();
        List<Numbered> segments = folder.segments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            long lastSeq = segments.get(i + 1).seq() - 1;
            if (lastSeq <= newest) {
                old.add(of(segments.get(i).file(), lastSeq));
            }
        }
        for (Numbered snapshot : folder.snapshots()) {
            if (snapshot.seq() < newest) {
                old.add(of(snapshot.file(), snapshot.seq()));
            }
        }
        old.sort(Comparator.comparingLong(Old::lastSeq));
        return old;
    }

    private static Old of(Path file, long lastSeq) throws IOException {
        return new Old(
                file, lastSeq, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
}
