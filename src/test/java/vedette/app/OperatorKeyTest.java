package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorKeyTest {
    @TempDir
    private Path data;

    @Test
    void itIsMadeOnceAndKept() {
        String first = OperatorKey.in(data);

        assertEquals(first, OperatorKey.in(data));
        assertTrue(first.length() >= 43);
        assertNotEquals(first, OperatorKey.fleeting());
    }

    @Test
    void aShortKeyIsRefusedWithTheRemedy() throws Exception {
        Files.writeString(data.resolve("operator.key"), "abc");

        assertTrue(assertThrows(Failure.class, () -> OperatorKey.in(data))
                .getMessage()
                .contains("too short"));
    }
}
