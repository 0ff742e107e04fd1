package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vedette.model.Configuration;

/// What is known beforehand of a net.
final class NetLinesTest {
    @Test
    void nodesStandWhereTheFileSays() {
        Taken<Configuration.Listener> taken =
                NetLines.nodes("[{\"id\": \"a\", \"latitude\": 48.5, \"longitude\": 30.25}]");

        Configuration.Listener node = taken.items().getFirst();
        assertEquals("a", node.sensor().name());
        assertEquals(48.5, node.place().latDeg(), 1e-12);
        assertEquals(30.25, node.place().lonDeg(), 1e-12);
    }

    @Test
    void aWrongNodeCostsOnlyItself() {
        Taken<Configuration.Listener> taken = NetLines.nodes("""
                [{"id": "a", "latitude": 48, "longitude": 30}, {"id": "a", "latitude": 49, "longitude": 30},
                 {"id": "b", "latitude": 148, "longitude": 30}, {"latitude": 48, "longitude": 30},
                 {"id": "radar", "rangeM": 5}, {"id": "c", "latitude": 48, "longitude": 31}]""");

        assertEquals(2, taken.items().size());
        assertEquals(3, taken.refused());
        assertEquals("item 2", taken.refusals().getFirst().place());
    }

    @Test
    void beatsHaveAnIntervalAndAnOrder() {
        Taken<NetLines.Beats> taken =
                NetLines.beats("sensor,first_s,last_s,interval_s\na,0,600,60\nb,5,1,60\nc,0,9,0\nd,,9,60\n,0,1,60\n");

        assertEquals(1, taken.items().size());
        assertEquals(600, taken.items().getFirst().lastS());
        assertEquals(4, taken.refused());
        assertEquals("line 3", taken.refusals().getFirst().place());
    }

    @Property(tries = 300)
    void nothingIsThrown(@ForAll String text) {
        assertTrue(NetLines.nodes(text).refused() <= 1);
        assertTrue(NetLines.beats(text).refused() <= text.length());
    }

    @Test
    void aPresenceIsALineOfItsOwnKind() {
        String line = "{\"received\": 12.9, \"time\": 9.9, \"sensor\": \"acoustic-406\", \"kind\": \"acoustic\","
                + " \"latitude\": 48.35, \"longitude\": 31.41, \"bearingDeg\": 90, \"confidence\": 0.6}";

        SensedLines.Line read = SensedLines.read(line, new TimeForm.Scenario(new vedette.model.Moment(0)));

        assertTrue(read.toString().contains("Presence"), read.toString());
        assertTrue(read.toString().contains("1.57"), read.toString());
    }
}
