package vedette.edge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Events that ended the process, one a line: number and why. An event that did so twice is skipped.
final class Deaths {
    private static final String FILE = "deaths.txt";
    private static final int TWICE = 2;
    private static final int LONGEST_WHY = 500;

    private final Path file;

    Deaths(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /// Called while the process ends: it does what it can.
    void note(long seq, String why) throws IOException {
        String line = seq + " " + why.lines().findFirst().orElse("") + "\n";
        String cut = line.length() > LONGEST_WHY ? line.substring(0, LONGEST_WHY) + "\n" : line;
        Files.writeString(
                file,
                cut,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /// The events to skip.
    SortedSet<Long> twice() throws IOException {
        SortedSet<Long> twice = new TreeSet<>();
        if (!Files.exists(file)) {
            return twice;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        TreeMap<Long, Integer> counts = new TreeMap<>();
        for (String line : lines) {
            String seq = line.split(" ", 2)[0];
            if (!seq.isEmpty() && seq.length() < 19 && seq.chars().allMatch(c -> c >= '0' && c <= '9')) {
                counts.merge(Long.parseLong(seq), 1, Integer::sum);
            }
        }
        counts.forEach((seq, count) -> {
            if (count >= TWICE) {
                twice.add(seq);
            }
        });
        return twice;
    }
}
