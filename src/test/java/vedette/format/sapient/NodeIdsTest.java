package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeIdsTest {
    @Test
    void aNamesUuidIsTheSameEveryTimeAndOfVersionFour() {
        UUID id = NodeIds.of("vedette fusion");

        assertEquals(4, id.version());
        assertEquals(2, id.variant());
        assertEquals(id, NodeIds.of("vedette fusion"));
        assertNotEquals(id, NodeIds.of("vedette other"));
    }
}
