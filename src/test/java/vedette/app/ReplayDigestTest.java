package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.core.engine.Engine;

/// Law 7: the recorded half hour gives the same bits under every compiler, and from a snapshot taken half-way.
class ReplayDigestTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final long HALF = 27_000;
    private static final long FIRST = 20_000;

    private final Path recording = Shared.file("data/surveillance/asterix/final_frame_062_30min.ff");

    @Test
    void theHalfHourIsTheSameUnderTheFirstCompilerOnly() throws Exception {
        assertEquals(run(ALL, 0), run(ALL, 0, "-XX:TieredStopAtLevel=1"));
    }

    @Test
    void theHalfHourIsTheSameFromASnapshotTakenHalfWay() throws Exception {
        assertEquals(DigestRun.digests(recording, ALL, 0), DigestRun.digests(recording, ALL, HALF));
    }

    @Test
    void itsFirstTwentyThousandEventsAreTheSameInterpreted() throws Exception {
        assertEquals(run(FIRST, 0), run(FIRST, 0, "-Xint"));
    }

    @Test
    @Tag("long")
    void theHalfHourIsTheSameInterpreted() throws Exception {
        assertEquals(run(ALL, HALF), run(ALL, 0, "-Xint"));
    }

    private static Path home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private String run(long events, long snapshotAfter, String... flags) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp",
                home(DigestRun.class)
                        + File.pathSeparator
                        + home(Engine.class)
                        + File.pathSeparator
                        + System.getProperty("java.class.path"),
                DigestRun.class.getName(),
                recording.toString(),
                Long.toString(events),
                Long.toString(snapshotAfter)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
