package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;

/// Recordings and what an independent decoder (asterix-libs, generated from asterix-specs) made of them.
final class Reference {
    private Reference() {}

    /// Lines of a file, unpacked where it is packed.
    static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.readAllLines();
        }
    }

    /// Our lines of a recording.
    static List<String> decoded(byte[] recording, Editions editions) {
        AsterixLines lines = new AsterixLines();
        AsterixReader reader = new AsterixReader(editions);
        Frames frames = new Frames(recording, Framing.of(recording));
        long number = 0;
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            assertEquals(Frames.Step.FRAME, step, frames.frame().reason());
            int from = frames.frame().offset();
            reader.open(recording, from, from + frames.frame().length());
            for (var found = reader.next(); found != AsterixReader.Step.END; found = reader.next()) {
                if (found == AsterixReader.Step.RECORD) {
                    lines.record(reader.record(), number++, 0);
                } else {
                    lines.rejected(reader.rejection(), 0);
                }
            }
        }
        return lines.toString().lines().toList();
    }

    static Tree.Branch tree(String json) throws TreeParser.Refused {
        return (Tree.Branch) TreeParser.parse(json);
    }

    /// Leaves of two lines' items that differ, or that only one has.
    static List<String> differences(Tree.Branch expected, Tree.Branch ours) {
        List<String> differences = new ArrayList<>();
        compare(expected.parts().get("items"), ours.parts().get("items"), "", differences);
        return differences;
    }

    private static void compare(Tree expected, Tree ours, String path, List<String> differences) {
        switch (expected) {
            case Tree.Branch leaf when isLeaf(leaf) -> compareLeaf(referenceValue(leaf), ours, path, differences);
            case Tree.Branch branch
            when ours instanceof Tree.Branch other
                    && branch.parts().keySet().equals(other.parts().keySet()) ->
                branch.parts()
                        .forEach(
                                (name, part) -> compare(part, other.parts().get(name), path + "/" + name, differences));
            case Tree.Row row
            when ours instanceof Tree.Row other
                    && row.parts().size() == other.parts().size() -> {
                for (int i = 0; i < row.parts().size(); i++) {
                    compare(row.parts().get(i), other.parts().get(i), path + "[" + i + "]", differences);
                }
            }
            case Tree.Branch _, Tree.Row _, Tree.Digits _, Tree.Words _ ->
                differences.add(path + ": " + expected + " but " + ours);
        }
    }

    private static void compareLeaf(String expected, Tree ours, String path, List<String> differences) {
        boolean equal = switch (ours) {
            case Tree.Digits digits -> digits.text().equals(expected);
            case Tree.Words words -> words.text().equals(expected);
            case Tree.Branch _, Tree.Row _ -> false;
        };
        if (!equal) {
            differences.add(path + ": " + expected + " but " + ours);
        }
    }

    private static boolean isLeaf(Tree.Branch branch) {
        return branch.parts().containsKey("raw") || branch.parts().containsKey("bytes");
    }

    private static String referenceValue(Tree.Branch leaf) {
        for (String name : List.of("q", "s", "bytes", "raw")) {
            if (leaf.parts().get(name) instanceof Tree.Words words) {
                return words.text();
            }
            if (leaf.parts().get(name) instanceof Tree.Digits digits) {
                return name.equals("q") ? Double.toString(Double.parseDouble(digits.text())) : digits.text();
            }
        }
        return "?";
    }
}
