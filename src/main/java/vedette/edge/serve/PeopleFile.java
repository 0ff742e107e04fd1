package vedette.edge.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The file of the accounts: read again when it has changed, written whole and by one at a time, also where several
/// processes (the node, `vedette people`) write it.
final class PeopleFile {
    private static final int TRIES = 100;
    private static final long BETWEEN_TRIES_MS = 50;

    // A lock on a file holds between processes only; within ours this one does.
    private static final Object WRITING = new Object();

    private final Path file;
    private List<Account> accounts = List.of();
    private Optional<Mark> read = Optional.empty();

    PeopleFile(Path file) {
        this.file = file;
    }

    /// By what a file that has changed is known: a password of the same length may take the place of another within
    /// one tick of the clock, but never in the same file.
    private record Mark(long modifiedNs, long size, String key) {
        static Mark of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size(), String.valueOf(now.fileKey()));
        }
    }

    /// Everybody.
    ///
    /// @throws CannotServe when the file is there and cannot be read
    synchronized List<Account> all() {
        try {
            if (!Files.exists(file)) {
                accounts = List.of();
                read = Optional.empty();
                return accounts;
            }
            Optional<Mark> mark = Optional.of(Mark.of(file));
            if (!mark.equals(read)) {
                accounts = AccountsText.read(Files.readString(file));
                read = mark;
            }
            return accounts;
        } catch (IOException | IllegalArgumentException fault) {
            // Whoever cannot be looked up does not come in.
            accounts = List.of();
            read = Optional.empty();
            throw fault(fault);
        }
    }

    /// Does something while nobody else changes the file: what is read within still holds when it is written.
    ///
    /// @throws CannotServe when another process holds the file for long, or it cannot be written
    <T> T alone(Supplier<T> act) {
        synchronized (WRITING) {
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try {
                Files.createDirectories(lock.toAbsolutePath().getParent());
                try (FileChannel channel = FileChannel.open(
                                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.of(lock));
                        FileLock _ = held(channel)) {
                    return act.get();
                }
            } catch (IOException fault) {
                throw fault(fault);
            }
        }
    }

    private static FileLock held(FileChannel channel) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            try {
                Thread.sleep(BETWEEN_TRIES_MS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stop);
            }
        }
        throw new IOException("another process holds it");
    }

    /// Puts everybody down: into a new file that takes the old one's place, so that a cut of power leaves the
    /// one or the other. Within [#alone] only.
    synchronized void keep(List<Account> people) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(folder, "people", ".tmp", OwnerOnly.of(file));
            Files.writeString(fresh, AccountsText.write(people));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            read = Optional.empty();
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    private CannotServe fault(Exception fault) {
        return new CannotServe(
                "Cannot read or write the accounts in " + file + ": " + fault.getMessage(),
                "Make it readable and right, or take it away and add the accounts again",
                fault);
    }
}
