package vedette.simulate;

import static vedette.math.Require.require;

import java.util.List;
import vedette.model.ObjectKind;

/// The script of one flying thing, or of a group that flies alike.
///
/// @param name what the script calls it
/// @param kind what it is
/// @param equipment what it transmits
/// @param callsign letters of its flight identification; the loop's number follows. Empty: none
/// @param fromS when it appears, seconds of the story
/// @param count how many fly together, 1 to 50
/// @param spreadM how far those of a group fly apart, standard deviation, metres
/// @param codes Mode A codes it changes to, ascending in time
/// @param path where it flies, at least two points; it appears at the first and vanishes at the last
public record Actor(
        String name,
        ObjectKind kind,
        Equipment equipment,
        String callsign,
        double fromS,
        int count,
        double spreadM,
        List<CodeChange> codes,
        List<Waypoint> path) {
    private static final int MOST_TOGETHER = 50;

    /// What an object transmits.
    public enum Equipment {
        /// Nothing.
        NONE,
        /// Replies to Modes A and C.
        MODE_AC,
        /// Replies to Mode S.
        MODE_S,
        /// Replies to Mode S and tells its position by itself.
        ADS_B
    }

    /// A change of the Mode A code.
    ///
    /// @param atS seconds of the story
    /// @param modeA the twelve bits
    public record CodeChange(double atS, int modeA) {
        /// Checks the code.
        public CodeChange {
            require(modeA >= 0 && modeA < 1 << 12, "Mode A %s", modeA);
        }
    }

    /// Checks the numbers.
    public Actor {
        codes = List.copyOf(codes);
        path = List.copyOf(path);
        require(path.size() >= 2, "'%s' has a path of %s points", name, path.size());
        require(count >= 1 && count <= MOST_TOGETHER, "'%s': a group of %s", name, count);
        require(spreadM >= 0 && Double.isFinite(fromS), "'%s': spreadM %s, fromS %s", name, spreadM, fromS);
    }
}
