package vedette.format.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Gathers what a file gives; what cannot be taken costs only itself.
final class Found {
    private final List<OrbitFile.Entry> entries = new ArrayList<>();
    private int sets;
    private long refused;

    /// Whether a file is not too long; else that is refused.
    boolean fits(byte[] bytes) {
        if (bytes.length > OrbitFile.LONGEST) {
            refuse(0, "the file is longer than " + OrbitFile.LONGEST + " bytes");
            return false;
        }
        return true;
    }

    /// Takes what is made, or refuses it in the words of the maker's exception.
    ///
    /// @param line where it begins
    /// @param maker throws [Unreadable], or [IllegalArgumentException] where a value is out of its range
    void take(int line, Supplier<ElementSet> maker) {
        if (sets >= OrbitFile.MOST) {
            refuse(line, "more than " + OrbitFile.MOST + " sets");
            return;
        }
        try {
            entries.add(new OrbitFile.Taken(maker.get()));
            sets++;
        } catch (Unreadable fault) {
            refuse(fault.line(), fault.words());
        } catch (IllegalArgumentException fault) {
            refuse(line, String.valueOf(fault.getMessage()));
        }
    }

    /// Refuses something.
    void refuse(int line, String reason) {
        refused++;
        if (refused <= OrbitFile.MOST_TOLD) {
            entries.add(new OrbitFile.Refused(line, reason));
        }
    }

    OrbitFile.Contents contents() {
        return new OrbitFile.Contents(entries, refused);
    }
}
