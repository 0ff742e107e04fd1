package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/// The command line as a user meets it: help, version, wrong words, failures in one line.
class MainTest {
    private record Run(int code, String out, String err) {}

    private static Run vedette(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    private static List<String> names() {
        return Commands.all().stream()
                .map(command -> command.getClass().getAnnotation(Command.class).name())
                .toList();
    }

    @Test
    void helpListsEveryCommand() {
        Run run = vedette("--help");

        assertEquals(0, run.code());
        assertEquals("", run.err());
        names().forEach(name -> assertTrue(run.out().contains("  " + name + " "), () -> name + " in " + run.out()));
    }

    @Test
    void everyCommandExplainsItself() {
        for (String name : names()) {
            Run run = vedette(name, "--help");

            assertEquals(0, run.code(), name);
            assertTrue(run.out().startsWith("Usage: vedette " + name), run.out());
            assertEquals("", run.err(), name);
        }
    }

    @Test
    void versionIsOneLine() {
        Run run = vedette("--version");

        assertEquals(0, run.code());
        assertTrue(run.out().matches("vedette \\S.*\\R"), run.out());
    }

    @Test
    void anUnknownCommandIsWrongUsageInOneLine() {
        Run run = vedette("tests");

        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("mean test "), run.err());
    }

    @Test
    void noCommandIsWrongUsageInOneLine() {
        Run run = vedette();

        assertEquals(2, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("--help"), run.err());
    }

    @Test
    void aFailureIsOneLineThatSaysWhatAndWhatNext() {
        Run run = vedette("test", "format.asterix");

        assertEquals(1, run.code());
        assertEquals(
                "vedette test: The jar cannot run 'test format.asterix': it needs the sources. "
                        + "Type ./vedette test format.asterix in the project's folder.",
                run.err().strip());
    }

    @Test
    void faultsOfFilesNameTheFile() {
        assertEquals("No file at a.ff. Check the path.", FailureLine.of(new NoSuchFileException("a.ff")));
        assertEquals(
                "No file at a.ff. Check the path.",
                FailureLine.of(new UncheckedIOException(new NoSuchFileException("a.ff"))));
        assertTrue(FailureLine.of(new IOException("short\nread")).contains("short read"));
    }

    @Test
    void anUnexpectedFaultTellsHowToReportIt() {
        String line = FailureLine.of(new IllegalStateException("x = 3"));

        assertTrue(line.contains("x = 3") && line.contains("VEDETTE_TRACE=1"), line);
    }

    @Test
    void commandNamesAreUnique() {
        assertEquals(names().size(), names().stream().distinct().count());
    }
}
