package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Plots;
import vedette.core.engine.Engine;
import vedette.edge.record.JournalDisk;
import vedette.edge.record.JournalSettings;
import vedette.edge.record.JournalWriter;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;

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

    // The file is from before cruise missiles had a chance of their own, and salvos were counted: other shapes of the
    // raid watch's state, of what lies ahead of places, and of claims.
    @Test
    void aSnapshotThatAnEarlierReleaseTookInTheMidstOfARaidIsGoneOnFrom() throws Exception {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(RecoveryTest.class.getResourceAsStream("/vedette/app/raid.snapshot.gz")))) {
            Files.copy(in, folder.resolve("0000000000000006716.snapshot"));
        }

        Recovery recovery = Recovery.of(folder, Domain.TEST);

        Engine engine = recovery.engine();
        assertEquals(List.of(), recovery.notices());
        assertEquals(6_716, engine.picture().seq());
        assertEquals(1, engine.picture().raids().raids().size());
        assertEquals(1, engine.picture().openWarnings());
        assertEquals(List.of(), refusals(engine, 40_000));
        assertEquals(0, engine.picture().raids().raids().size());
        assertEquals(0, engine.picture().openWarnings());
    }

    private static List<Output.Refused> refusals(Engine engine, int ticks) {
        List<Output.Refused> refused = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            var picture = engine.picture();
            Moment at = picture.now().plusNs(100_000_000);
            for (Output output :
                    engine.step(new Event.Tick(new Event.Stamp(picture.seq() + 1, at, picture.domain())))) {
                if (output instanceof Output.Refused said) {
                    refused.add(said);
                }
            }
        }
        return refused;
    }

    @Test
    void aSnapshotThatThisReleaseCannotHoldIsNamedAndTheEventsAreTakenInstead() throws Exception {
        String other = Engine.pictures().schemaText().replace("  raids RaidState\n", "  raids text\n");
        try (JournalWriter writer =
                JournalWriter.open(JournalSettings.of(folder, Domain.SIMULATION), JournalDisk.ofMachine(), other)) {
            for (long seq = 1; seq <= 20; seq++) {
                writer.append(Plots.event(seq));
            }
            var picture = straight(20).picture();
            writer.snapshot(20, picture.now(), () -> Engine.pictures().bytes(picture));
        }

        Recovery recovery = Recovery.of(folder, Domain.SIMULATION);

        assertEquals(straight(20).picture(), recovery.engine().picture());
        assertTrue(
                recovery.notices()
                        .getFirst()
                        .contains(
                                "event 20 cannot be read by this release: Picture.raids: a RaidState cannot hold text"),
                recovery.notices().toString());
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
