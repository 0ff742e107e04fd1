package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingFileTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAreBoundedInSizeAndNumberAndTheOldestGoes() throws Exception {
        try (RingFile ring = new RingFile(folder.resolve("log"), 10, 3)) {
            IntStream.range(0, 20).forEach(i -> ring.write("line " + (char) ('a' + i)));
        }
        List<String> kept = new ArrayList<>();
        for (String each : List.of("log.2", "log.1", "log")) {
            assertTrue(Files.size(folder.resolve(each)) <= 10);
            kept.addAll(Files.readAllLines(folder.resolve(each)));
        }

        assertEquals(List.of("log", "log.1", "log.2"), files());
        assertEquals(List.of("line r", "line s", "line t"), kept);
    }

    @Test
    void aFileOfBeforeIsGoneOnWith() throws Exception {
        Files.writeString(folder.resolve("log"), "before\n");
        try (RingFile ring = new RingFile(folder.resolve("log"), 100, 3)) {
            ring.write("after");
        }

        assertEquals(List.of("before", "after"), Files.readAllLines(folder.resolve("log")));
    }

    @Test
    void aFullFileOfBeforeIsTurned() throws Exception {
        Files.writeString(folder.resolve("log"), "before\n");
        try (RingFile ring = new RingFile(folder.resolve("log"), 10, 2)) {
            ring.write("after");
        }

        assertEquals(List.of("after"), Files.readAllLines(folder.resolve("log")));
        assertEquals(List.of("before"), Files.readAllLines(folder.resolve("log.1")));
    }

    @Test
    void aFileThatIsTakenAwayIsMadeAgain() throws Exception {
        try (RingFile ring = new RingFile(folder.resolve("log"), 100, 3)) {
            ring.write("one");
            Files.delete(folder.resolve("log"));
            ring.write("two");
        }

        assertEquals(List.of("two"), Files.readAllLines(folder.resolve("log")));
    }

    @Test
    void oneFileAloneIsBegunAnew() throws Exception {
        try (RingFile ring = new RingFile(folder.resolve("log"), 10, 1)) {
            ring.write("line a");
            ring.write("line b");
        }

        assertEquals(List.of("log"), files());
        assertEquals(List.of("line b"), Files.readAllLines(folder.resolve("log")));
    }
}
