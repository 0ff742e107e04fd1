package vedette.edge.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files of a journal: `0000000000000000001.events` from that event on, `0000000000000123456.snapshot` after that
/// event.
final class JournalFolder {
    static final String EVENTS = ".events";
    static final String SNAPSHOT = ".snapshot";
    private static final String LOCK = "lock";
    private static final int DIGITS = 19;

    private final Path folder;

    JournalFolder(Path folder) {
        this.folder = folder;
    }

    /// A file and the number in its name.
    record Numbered(Path file, long seq) {}

    Path path() {
        return folder;
    }

    Path events(long firstSeq) {
        return folder.resolve(name(firstSeq, EVENTS));
    }

    Path snapshot(long seq) {
        return folder.resolve(name(seq, SNAPSHOT));
    }

    private static String name(long seq, String ending) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d%s", seq, ending);
    }

    /// All segments, oldest first.
    List<Numbered> segments() throws IOException {
        return numbered(EVENTS);
    }

    /// All snapshots, oldest first.
    List<Numbered> snapshots() throws IOException {
        return numbered(SNAPSHOT);
    }

    private List<Numbered> numbered(String ending) throws IOException {
        List<Numbered> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.length() == DIGITS + ending.length()
                        && name.endsWith(ending)
                        && name.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')) {
                    found.add(new Numbered(file, Long.parseLong(name.substring(0, DIGITS))));
                }
            }
        }
        found.sort(Comparator.comparingLong(Numbered::seq));
        return found;
    }

    /// Takes the folder for one writer.
    ///
    /// @throws IOException in words for the operator when another one has it
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            String holder = holder(channel);
            channel.close();
            throw new IOException("The journal in " + folder + " is being written by another Vedette" + holder
                    + ": stop that one, or give this one another data folder.");
        }
        channel.truncate(0);
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException taken) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty() ? " (process " + text + ")" : "";
    }

    /// The bytes of a file, or of what is there of it.
    ///
    /// @throws IOException when it cannot be read, or is larger than any segment
    static byte[] read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > JournalSettings.Limits.LARGEST_SEGMENT) {
            throw new IOException(file + " has " + size + " bytes, more than the largest segment of "
                    + JournalSettings.Limits.LARGEST_SEGMENT + ".");
        }
        return Files.readAllBytes(file);
    }

    /// The first bytes of a file.
    static byte[] start(Path file, int bytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
