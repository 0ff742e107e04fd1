package vedette.format.orbit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Files of mean elements, told apart by what stands in them, never by their names.
public final class OrbitFile {
    /// Longer files are refused: all objects that anybody follows are a fifth of this.
    public static final int LONGEST = 48_000_000;

    /// More sets are refused.
    public static final int MOST = 100_000;

    /// More refusals than these are counted, not told one by one.
    public static final int MOST_TOLD = 10_000;

    private static final int LOOKED_AT = 65_536;
    private static final int FIRST_LINES = 16;

    private OrbitFile() {}

    /// What a file seems to be.
    public enum Form {
        /// Lines of 69 columns.
        TLE,
        /// KVN, XML, JSON or CSV with the words of CCSDS.
        OMM,
        /// None of these.
        NEITHER
    }

    /// What was found in a file: a set, or something that is none.
    public sealed interface Entry {}

    /// An element set.
    ///
    /// @param set it
    public record Taken(ElementSet set) implements Entry {}

    /// What is refused; everything else is taken.
    ///
    /// @param line where, from 1; 0 for the file as a whole
    /// @param reason why, in one line
    public record Refused(int line, String reason) implements Entry {}

    /// A file's contents.
    ///
    /// @param entries in the file's order; of the refusals the first [#MOST_TOLD]
    /// @param refused how much was refused, told or not
    public record Contents(List<Entry> entries, long refused) {
        /// Copies the list.
        public Contents {
            entries = List.copyOf(entries);
        }

        /// The sets.
        public List<ElementSet> sets() {
            List<ElementSet> sets = new ArrayList<>();
            for (Entry each : entries) {
                if (each instanceof Taken(ElementSet set)) {
                    sets.add(set);
                }
            }
            return sets;
        }

        /// The refusals that are told.
        public List<Refused> refusals() {
            List<Refused> refusals = new ArrayList<>();
            for (Entry each : entries) {
                if (each instanceof Refused refusal) {
                    refusals.add(refusal);
                }
            }
            return refusals;
        }
    }

    /// What a file seems to be, by its first lines.
    public static Form form(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
        String text = withoutMark(head).stripLeading();
        if (text.startsWith("<") || text.startsWith("[") || text.startsWith("{")) {
            return Form.OMM;
        }
        List<String> lines = text.lines().limit(FIRST_LINES).toList();
        for (String line : lines) {
            if (line.startsWith(OmmKvn.FIRST) || (line.contains(",") && line.contains("MEAN_MOTION"))) {
                return Form.OMM;
            }
            if (Tle.isFirst(line)) {
                return Form.TLE;
            }
        }
        return Form.NEITHER;
    }

    /// Reads two-line sets, with or without a line for the name.
    public static Contents tle(byte[] bytes) {
        Found found = new Found();
        if (found.fits(bytes)) {
            new TleReader(found).read(text(bytes));
        }
        return found.contents();
    }

    /// Reads messages in any of their four forms.
    public static Contents omm(byte[] bytes) {
        Found found = new Found();
        if (!found.fits(bytes)) {
            return found.contents();
        }
        String text = text(bytes);
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            OmmXml.read(bytes, found);
        } else if (start.startsWith("[") || start.startsWith("{")) {
            OmmJson.read(text, found);
        } else if (firstLine(start).contains("=") || start.startsWith("COMMENT")) {
            OmmKvn.read(text, found);
        } else {
            OmmCsv.read(text, found);
        }
        return found.contents();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    // Bytes that are no UTF-8 become a mark that no number has.
    private static String text(byte[] bytes) {
        return withoutMark(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
