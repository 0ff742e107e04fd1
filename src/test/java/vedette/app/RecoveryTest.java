package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Plots;
import vedette.core.engine.Engine;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.model.Domain;
import vedette.model.Event;

/// A restart finds the engine that fell.
final class RecoveryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private JournalWriter writer() throws Exception {
        return JournalWriter.open(
                JournalSettings.of(folder, Domain.SIMULATION),
                JournalDisk.ofMachine(),
                Engine.pictures().schemaText());
    }

    private static Engine straight(long to) {
        Engine engine = Engine.starting(Domain.SIMULATION);
        for (long seq = 1; seq <= to; seq++) {
            engine.step(Plots.event(seq));
        }
        return engine;
    }

    private void record(long from, long to) throws Exception {
        try (JournalWriter writer = writer()) {
            for (long seq = from; seq <= to; seq++) {
                writer.append(Plots.event(seq));
            }
        }
    }

    @Test
    void theEngineIsFoundFromEventsAlone() throws Exception {
        record(1, 50);

        assertEquals(
                straight(50).picture(),
                Recovery.of(folder, Domain.SIMULATION).engine().picture());
    }

    @Test
    void theEngineIsFoundFromASnapshotAndTheEventsBehindIt() throws Exception {
        record(1, 30);
        try (JournalWriter writer = writer()) {
            var picture = straight(30).picture();
            writer.snapshot(30, picture.now(), () -> Engine.pictures().bytes(picture));
        }
        record(31, 50);

        Recovery recovery = Recovery.of(folder, Domain.SIMULATION);

        assertEquals(20, recovery.replayed());
        assertEquals(straight(50).picture(), recovery.engine().picture());
    }

    @Test
    void anEventThatKilledTwiceLeavesItsNumberAndTimeOnly() throws Exception {
        record(1, 20);
        try (JournalWriter writer = writer()) {
            writer.fatal(20, "StackOverflowError");
            writer.fatal(20, "StackOverflowError");
        }
        Engine expected = straight(19);
        expected.step(new Event.Tick(Plots.event(20).stamp()));

        Recovery recovery = Recovery.of(folder, Domain.SIMULATION);

        assertEquals(expected.picture(), recovery.engine().picture());
        assertEquals(20, recovery.engine().picture().seq());
        assertTrue(recovery.notices().getFirst().contains("event 20 is skipped"));
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() throws Exception {
        record(1, 20);
        try (JournalWriter writer = writer()) {
            writer.snapshot(20, Plots.event(20).stamp().arrivedAt(), () -> new byte[] {1, 2, 3});
        }

        Recovery recovery = Recovery.of(folder, Domain.SIMULATION);

        assertEquals(straight(20).picture(), recovery.engine().picture());
        assertTrue(recovery.notices().getFirst().contains("the snapshot of event 20 cannot be read"));
    }

    @Test
    void anEngineStandsWhereItsJournalEnds() throws Exception {
        record(1, 20);
        Path segment = folder.resolve("0000000000000000001.events");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 30] ^= 1; // the last event
        Files.write(segment, bytes);

        Recovery recovery = Recovery.of(folder, Domain.SIMULATION);

        assertEquals(19, recovery.engine().picture().seq());
        try (JournalWriter writer = writer()) {
            assertEquals(20, writer.lastSeq());
            assertEquals(20, recovery.upTo(writer.lastSeq()).engine().picture().seq());
        }
    }
}
