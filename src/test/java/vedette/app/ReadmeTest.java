package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/// What the README promises is there, and what is there stands in the README.
class ReadmeTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `\\./vedette (\\w+)` \\|");

    @Test
    void theReadmeListsTheCommandsThereAre() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        TreeSet<String> listed = ROW.matcher(readme)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                Commands.all().stream()
                        .map(command ->
                                command.getClass().getAnnotation(Command.class).name())
                        .collect(Collectors.toCollection(TreeSet::new)),
                listed);
    }
}
