package vedette.edge.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import vedette.format.share.Frame;
import vedette.format.share.Octets;

/// Records numbered from 1 on disk: appended, read, and let go of when they are no longer needed. What was appended is
/// there after the death of the process at any instant; of a torn record at the end nothing is left.
///
/// It is bounded: the oldest file goes when there are too many, and what of it was still wanted is counted as lost.
final class ItemStore implements AutoCloseable {
    private final Path folder;
    private final Size most;
    private final Octets name;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long size;
    private long lost;

    /// How large a store may be.
    ///
    /// @param segmentBytes of one file
    /// @param bytes of all of them
    record Size(int segmentBytes, long bytes) {}

    private ItemStore(Path folder, Size most, Octets name) {
        this.folder = folder;
        this.most = most;
        this.name = name;
    }

    /// Opens a store, or makes one.
    static ItemStore open(Path folder, Size most) {
        try {
            Files.createDirectories(folder);
            ItemStore store = new ItemStore(folder, most, named(folder));
            store.find();
            return store;
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
    }

    // A store that was lost and made anew has another name, so that its numbers cannot be taken for the old ones.
    private static Octets named(Path folder) throws IOException {
        Path file = folder.resolve("store");
        if (Files.exists(file) && Files.size(file) == Frame.Hello.STORE) {
            return new Octets(Files.readAllBytes(file));
        }
        byte[] name = new byte[Frame.Hello.STORE];
        new SecureRandom().nextBytes(name);
        Path fresh = Files.write(folder.resolve("store.new"), name);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return new Octets(name);
    }

    private void find() throws IOException {
        List<Long> firsts;
        try (Stream<Path> files = Files.list(folder)) {
            firsts = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("items-\\d{20}\\.log"))
                    .map(file -> Long.valueOf(file.substring(6, 26)))
                    .sorted()
                    .toList();
        }
        for (long first : firsts) {
            Segment segment = Segment.open(folder, first);
            segments.add(segment);
            size += segment.size();
        }
        if (segments.isEmpty()) {
            segments.add(Segment.open(folder, 1));
        }
    }

    /// Its name: 16 bytes of chance.
    Octets name() {
        return name;
    }

    /// The number of the newest record; 0 before the first.
    synchronized long last() {
        return segments.getLast().last();
    }

    /// The number of the oldest record that is still there.
    synchronized long first() {
        return segments.getFirst().first();
    }

    /// Records that the bound threw away before they were let go of.
    synchronized long lost() {
        return lost;
    }

    /// Appends a record.
    ///
    /// @param content its bytes
    /// @param wanted the oldest record that is still wanted
    /// @return its number
    synchronized long append(byte[] content, long wanted) {
        try {
            if (segments.getLast().size() >= most.segmentBytes()) {
                segments.getLast().force();
                segments.add(Segment.open(folder, last() + 1));
            }
            Segment open = segments.getLast();
            open.append(content);
            size += Segment.HEAD + content.length;
            bound(wanted);
            return open.last();
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
    }

    private void bound(long wanted) throws IOException {
        while (size > most.bytes() && segments.size() > 1) {
            Segment oldest = segments.getFirst();
            lost += Math.max(0, oldest.last() - Math.max(wanted, oldest.first()) + 1);
            drop();
        }
    }

    /// Lets go of files of which nothing is wanted any more; the newest stays, since it tells how far the numbers went.
    ///
    /// @param wanted the oldest record that is still wanted
    synchronized void letGo(long wanted) {
        try {
            while (segments.size() > 1 && segments.getFirst().last() < wanted) {
                drop();
            }
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
    }

    private void drop() throws IOException {
        Segment oldest = segments.removeFirst();
        size -= oldest.size();
        oldest.close();
        Files.deleteIfExists(oldest.file());
    }

    /// Records in order.
    ///
    /// @param from the first wanted
    /// @param most so many at most
    /// @return those that are there: the first may have a greater number when older ones were thrown away
    synchronized List<Kept> read(long from, int most) {
        List<Kept> found = new ArrayList<>();
        try {
            for (Segment segment : segments) {
                for (long seq = Math.max(from, segment.first()); seq <= segment.last() && found.size() < most; seq++) {
                    found.add(new Kept(seq, segment.read(seq)));
                }
            }
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
        return found;
    }

    /// A record.
    ///
    /// @param seq its number
    /// @param content its bytes
    @SuppressWarnings("ArrayRecordComponent") // It lives from the read to the next line.
    record Kept(long seq, byte[] content) {}

    /// Has the disk take what was appended: then it survives the death of the machine too.
    synchronized void force() {
        try {
            segments.getLast().force();
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
    }

    @Override
    public synchronized void close() {
        try {
            for (Segment segment : segments) {
                segment.close();
            }
        } catch (IOException fault) {
            throw new StoreFault(folder, fault);
        }
    }
}
