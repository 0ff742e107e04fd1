package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.Shared;

/// The warning benchmark's public set, whole: every ballistic flight is warned of, and nothing else is called an
/// attack.
@Tag("long")
class WarnPublicSetTest {
    @Test
    void attacksAreFoundAndNothingElseIsOne() throws IOException {
        Path set = Shared.file("data/warning/public");
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();

        for (Path folder : WarnFolder.in(set)) {
            WarnRun.Done done = WarnRun.of(WarnFolder.read(folder), false);
            boolean attack = done.rows().stream().anyMatch(row -> row.contains(",ATTACK,"));
            boolean threat = isThreat(folder);
            (threat ? missed : wrong)
                    .addAll(
                            attack == threat
                                    ? List.of()
                                    : List.of(done.scenario().name()));
            assertEquals(List.of(), done.refused(), done.scenario().name());
        }

        assertEquals(List.of(), missed, "never warned of");
        assertEquals(List.of(), wrong, "called an attack");
    }

    private static boolean isThreat(Path folder) throws IOException {
        String truth = Files.readString(folder.resolve("truth.json"));
        return truth.contains("\"kind\": \"ballistic\"") || truth.contains("\"kind\": \"salvo\"");
    }
}
