package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AircraftTableTest {
    @Test
    void anAircraftHeardAgainIsTheSame() {
        AircraftTable table = new AircraftTable();
        Aircraft first = table.hear(0x4B1234);

        assertSame(first, table.hear(0x4B1234));
        assertEquals(0x4B1234, first.address());
        assertEquals(1, table.size());
    }

    @Test
    void memoryNeverGrowsBeyondItsLimit() {
        AircraftTable table = new AircraftTable();
        for (int key = 1; key <= 3 * AircraftTable.MOST_AIRCRAFT; key++) {
            table.hear(key);
        }

        assertEquals(AircraftTable.MOST_AIRCRAFT, table.size());
        assertEquals(2L * AircraftTable.MOST_AIRCRAFT, table.evicted());
        assertFalse(table.knows(1));
        assertTrue(table.knows(3 * AircraftTable.MOST_AIRCRAFT));
    }

    @Test
    void theLongestUnheardMakesRoomWhateverTheOrder() {
        AircraftTable table = new AircraftTable();
        Map<Integer, Boolean> oracle = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
                return size() > AircraftTable.MOST_AIRCRAFT;
            }
        };
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            int key = random.nextInt(3 * AircraftTable.MOST_AIRCRAFT) * 4099 & 0x1FFFFFF;
            assertEquals(oracle.containsKey(key), table.knows(key));
            oracle.merge(key, true, (a, b) -> true);
            assertEquals(key, table.hear(key).key);
        }
        assertEquals(oracle.size(), table.size());
    }
}
