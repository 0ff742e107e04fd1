package vedette.edge.serve;

import static vedette.math.Require.require;

import java.nio.file.Path;
import java.util.Optional;

/// How people are let in, how long they stay, and what is written down of it.
///
/// @param accounts the file of the accounts, where there can be some
/// @param stay how long a session holds
/// @param refusedPasswords a list of passwords that are known, which nobody may choose
/// @param log where decisions are written down
public record Admission(Optional<Path> accounts, Stay stay, Optional<Path> refusedPasswords, Optional<LogPlace> log) {
    /// Nobody has an account, and nothing is written down.
    public static final Admission NONE =
            new Admission(Optional.empty(), Stay.USUAL, Optional.empty(), Optional.empty());

    /// How long a session holds: twelve hours in any case.
    ///
    /// @param idleMin minutes without an act of the person (an order, a key or a click at the page), 1 to
    /// [#LONGEST_IDLE_MIN]
    /// @param endsIdle whether the session then ends; otherwise its orders and signatures wait for a new proof
    /// of who is there, and the picture stays
    public record Stay(int idleMin, boolean endsIdle) {
        /// As long as a session lasts.
        public static final int LONGEST_IDLE_MIN = 720;

        /// As ASVS asks at level 2, with the picture left on.
        public static final Stay USUAL = new Stay(30, false);

        /// Checks the range.
        public Stay {
            require(idleMin >= 1 && idleMin <= LONGEST_IDLE_MIN, "idleMin %s", idleMin);
        }
    }

    /// Where decisions are written down.
    ///
    /// @param file the newest lines; older ones stand beside it with `.1`, `.2` and so on at the end
    /// @param fileMb a file has at most so many megabytes, 1 to 1,024
    /// @param files so many are kept, 1 to 100
    public record LogPlace(Path file, int fileMb, int files) {
        /// The usual size and number: weeks of a busy node.
        public static LogPlace usual(Path file) {
            return new LogPlace(file, 10, 10);
        }

        /// Checks the ranges.
        public LogPlace {
            require(fileMb >= 1 && fileMb <= 1_024, "fileMb %s", fileMb);
            require(files >= 1 && files <= 100, "files %s", files);
        }
    }

    /// The same with accounts.
    public Admission knowing(Path file) {
        return new Admission(Optional.of(file), stay, refusedPasswords, log);
    }

    /// The same for another time.
    public Admission staying(Stay newStay) {
        return new Admission(accounts, newStay, refusedPasswords, log);
    }

    /// The same with a list of passwords that nobody may choose.
    public Admission refusing(Path passwords) {
        return new Admission(accounts, stay, Optional.of(passwords), log);
    }

    /// The same, written down.
    public Admission loggedAt(LogPlace place) {
        return new Admission(accounts, stay, refusedPasswords, Optional.of(place));
    }
}
