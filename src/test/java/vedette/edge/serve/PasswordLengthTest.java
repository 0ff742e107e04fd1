package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Operator;

/// What may be a password.
class PasswordLengthTest {
    // No run, no repetition and no word.
    private static final String LONG = "tulips grow in amsterdam where boats go by and ducks look for bread near "
            + "old bridges while rain falls on roofs and bells ring at noon";

    @TempDir
    private Path folder = Path.of("");

    private People having(String password) {
        People people = new People(folder.resolve("people.json"));
        people.add("Anna", Operator.Role.VIEWER, password.toCharArray());
        return people;
    }

    @Test
    void upTo128LettersAreTakenAndNoMore() {
        People people = having(LONG.substring(0, 128));

        assertTrue(people.matching("Anna", LONG.substring(0, 128).toCharArray()).isPresent());
        assertThrows(
                IllegalArgumentException.class,
                () -> people.change("Anna", LONG.substring(0, 129).toCharArray()));
    }

    @Test
    void everyLetterCounts() {
        People people = having(LONG.substring(0, 128));

        assertEquals(
                Optional.empty(), people.matching("Anna", LONG.substring(0, 127).toCharArray()));
        assertEquals(Optional.empty(), people.matching("Anna", (LONG.substring(0, 127) + "!").toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tulpen uit amsterdam", "тюльпаны из риги", "🚲🌷🦆🌉🔔🌧🏠⛵🥐🧀🎻🚋", "东京大阪名古屋京都神户横滨札幌"})
    void anyLettersMakeAPassword(String password) {
        assertTrue(having(password).matching("Anna", password.toCharArray()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a   b   c   d", "🚲🌷🦆🌉🔔🌧", "eleven char", "             "})
    void spacesInARowAndHalvesOfASignMakeNoLongerPassword(String password) {
        assertThrows(IllegalArgumentException.class, () -> having(password));
    }
}
