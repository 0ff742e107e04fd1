package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.core.engine.Engine;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.node.Node;
import vedette.node.NodeClock;

/// A node that records ahead of its engine leaves a journal that replays exactly.
class BusyNodeTest {
    private static final int FLOOD = 25_000;

    @TempDir
    private Path folder;

    @Test
    void theDigestsOfABusyNodeAgreeWithItsReplay() throws Exception {
        try (Node node = new Node(new Node.Parts(
                Engine.starting(Domain.TEST),
                JournalWriter.open(
                        JournalSettings.of(folder, Domain.TEST),
                        JournalDisk.ofMachine(),
                        Engine.pictures().schemaText()),
                NodeClock.ofSystem(LeapSeconds.standard()),
                List.of(),
                300_000_000_000L))) {
            node.start(List.of(), List.of());
            for (int i = 0; i < FLOOD; i++) {
                Moment now = node.intake().now();
                node.intake()
                        .put(
                                new Measurement.Sweep(
                                        Provenance.open(new SensorId("r"), now), 0, 0.1, OptionalDouble.empty()),
                                now);
            }
        }

        StringWriter said = new StringWriter();
        int code = Main.run(new PrintWriter(said), new PrintWriter(said), "replay", folder.toString());

        assertEquals(0, code, said.toString());
        assertTrue(said.toString().contains("digests in the journal: 2 agree, 0 differ"), said.toString());
    }
}
