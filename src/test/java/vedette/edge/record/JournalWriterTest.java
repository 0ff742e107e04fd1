package vedette.edge.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Plots;
import vedette.edge.record.JournalSettings.Limits;
import vedette.format.journal.Note;
import vedette.format.journal.SnapshotFile;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Moment;

/// What is recorded, what happens when it cannot be, and how it goes on.
final class JournalWriterTest {
    private static final Limits QUICK = new Limits(1 << 20, 1 << 30, 86_400, 3, 250, 5, 10);
    private static final byte[] STATE = {1, 2, 3};

    @TempDir
    Path folder;

    private final TroubledDisk disk = new TroubledDisk();

    private JournalSettings settings() {
        return JournalSettings.of(folder, Domain.SIMULATION).with(QUICK);
    }

    private JournalWriter writer() throws IOException {
        return JournalWriter.open(settings(), disk, "no schema");
    }

    private static List<Event> events(long from, long to) {
        List<Event> events = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            events.add(Plots.event(seq));
        }
        return events;
    }

    private static void waitUntil(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            if (what.getAsBoolean()) {
                return;
            }
            Thread.sleep(5);
        }
        fail("waited for five seconds");
    }

    /// Appends single events until one is recorded again; gives its number.
    private static long appendUntilRecorded(JournalWriter writer, long from) throws InterruptedException {
        long[] seq = {from};
        waitUntil(() -> {
            writer.append(Plots.event(seq[0]++));
            return writer.state().recording();
        });
        return seq[0] - 1;
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void whatIsAppendedIsReadBack() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(Plots.event(1));
            writer.append(events(2, 500));
            assertEquals(500, writer.state().lastSeq());
            writer.digest(500, 42);
        }

        Telling told = Telling.of(folder);

        assertEquals(range(1, 500), told.seqs);
        assertEquals(0, told.strange);
        assertEquals(List.of(new Note.OutputDigest(500, 42), new Note.End(501)), told.notes);
        assertEquals(List.of(), told.missing);
        assertEquals(range(400, 500), Telling.of(folder, 400).seqs);
    }

    @Test
    void whatIsAppendedIsInTheFileBeforeAppendReturns() throws Exception {
        try (JournalWriter writer = writer()) {
            for (long seq = 1; seq <= 20; seq++) {
                writer.append(Plots.event(seq));
                assertEquals(range(1, seq), Telling.of(folder).seqs);
            }
        }
    }

    @Test
    void aSecondWriterIsTurnedAway() throws Exception {
        try (JournalWriter first = writer()) {
            IOException refused = assertThrows(IOException.class, this::writer);

            assertTrue(refused.getMessage().contains("is being written by another Vedette (process "));
            assertTrue(first.state().recording());
        }
        writer().close();
    }

    @Test
    void anotherDomainIsTurnedAway() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(Plots.event(1));
        }

        IOException refused = assertThrows(
                IOException.class,
                () -> JournalWriter.open(JournalSettings.of(folder, Domain.LIVE), disk, "no schema"));

        assertTrue(refused.getMessage().contains("of the domain SIMULATION, this node of LIVE"));
    }

    @Test
    void aRestartGoesOnWithTheNextNumber() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
        }
        try (JournalWriter writer = writer()) {
            assertEquals(10, writer.lastSeq());
            writer.append(events(11, 20));
        }

        assertEquals(range(1, 20), Telling.of(folder).seqs);
        assertEquals(List.of(), Telling.of(folder).missing);
    }

    @Test
    void largeJournalsAreCutIntoSegments() throws Exception {
        try (JournalWriter writer = writer()) {
            for (int i = 0; i < 300; i++) {
                writer.append(events(i * 100L + 1, i * 100L + 100));
            }
        }

        Telling told = Telling.of(folder);

        assertTrue(new JournalFolder(folder).segments().size() >= 4);
        assertEquals(range(1, 30_000), told.seqs);
        assertEquals(List.of(), told.missing);
    }

    @Test
    void aFullDiskStopsTheRecordAndNotTheSteps() throws Exception {
        long again;
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
            disk.hasRoomFor(100);
            writer.append(events(11, 20));

            assertFalse(writer.state().recording());
            assertTrue(
                    writer.state().why().contains("No space left on device"),
                    writer.state().why());
            assertTrue(writer.state().why().contains("Make room"));
            assertEquals(10, writer.state().lastSeq());
            assertEquals(10, writer.state().missed());

            writer.append(events(21, 30));
            assertEquals(20, writer.state().missed());
            assertFalse(writer.wantsSnapshot());

            disk.isWell();
            again = appendUntilRecorded(writer, 31);
            assertTrue(writer.wantsSnapshot());
            assertEquals(again - 11, writer.state().missed());

            writer.snapshot(again, new Moment(0), STATE::clone);
            waitUntil(() -> !writer.wantsSnapshot());
            writer.append(Plots.event(again + 1));
        }

        Telling told = Telling.of(folder);
        List<Long> kept = new ArrayList<>(range(1, 10));
        kept.addAll(List.of(again, again + 1));
        assertEquals(kept, told.seqs);
        assertEquals(1, told.missing.size());
        assertTrue(
                told.missing.getFirst().startsWith("11-" + (again - 1) + " The journal cannot be written: No space"));
        assertEquals(List.of(), told.damaged);
        JournalReader.Found found =
                new JournalReader(folder).newestSnapshot(new ArrayList<>()).orElseThrow();
        assertEquals(again, found.header().seq());
    }

    @Test
    void aDiskThatHangsDoesNotHoldUpTheSteps() throws Exception {
        long again;
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
            disk.hangsOnWrites();
            writer.append(Plots.event(11));

            assertFalse(writer.state().recording());
            assertTrue(writer.state().why().contains("has not taken a write for 250 ms"));
            for (int seq = 12; seq <= 5000; seq++) {
                writer.append(Plots.event(seq));
            }
            assertEquals(4990, writer.state().missed());

            disk.isWell();
            again = appendUntilRecorded(writer, 5001);
        }

        Telling told = Telling.of(folder);
        // The frame that hung was written in the end, late.
        List<Long> kept = new ArrayList<>(range(1, 11));
        kept.addAll(range(again, again));
        assertEquals(kept, told.seqs);
        assertTrue(told.missing.getFirst().startsWith("12-" + (again - 1)), told.missing.toString());
    }

    @Test
    void aSyncThatFailsTakesBackWhatItDidNotConfirm() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
            waitUntil(() -> writer.state().syncedSeq() == 10);
            disk.syncsFail("Input/output error");
            writer.append(events(11, 20));
            waitUntil(() -> !writer.state().recording());

            assertTrue(writer.state().why().contains("could not confirm what was written: Input/output error"));
            assertEquals(10, writer.state().lastSeq());

            disk.isWell();
            long again = appendUntilRecorded(writer, 21);
            assertTrue(writer.wantsSnapshot());
            assertEquals(again - 11, writer.state().missed());
        }
    }

    @Test
    void aSyncThatHangsIsToldAndLosesNothing() throws Exception {
        try (JournalWriter writer = writer()) {
            disk.hangsOnSyncs();
            writer.append(events(1, 10));
            waitUntil(() -> !writer.state().recording());
            assertTrue(writer.state().why().contains("has not confirmed a sync"));
            writer.append(events(11, 20));
            assertEquals(20, writer.state().lastSeq());
            assertEquals(0, writer.state().missed());

            disk.isWell();
            waitUntil(() -> writer.state().recording() && writer.state().syncedSeq() == 20);
        }

        assertEquals(range(1, 20), Telling.of(folder).seqs);
    }

    @Test
    void withAcknowledgementAfterDiskASyncThatHangsStopsTheRecord() throws Exception {
        try (JournalWriter writer = JournalWriter.open(settings().afterDisk(), disk, "no schema")) {
            writer.append(events(1, 10));
            assertEquals(10, writer.state().syncedSeq());
            disk.hangsOnSyncs();
            writer.append(events(11, 20));

            assertFalse(writer.state().recording());
            assertEquals(10, writer.state().lastSeq());
            disk.isWell();
        }
    }

    @Test
    void aSnapshotThatCannotBeWrittenIsTold() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
            writer.snapshot(10, new Moment(0), () -> {
                throw new IllegalStateException("too deep");
            });
            waitUntil(() -> !writer.state().why().isEmpty());

            assertTrue(writer.state().why().contains("The snapshot of event 10 could not be written: too deep"));
            assertTrue(writer.state().recording());
        }
    }

    @Test
    void theNewestWholeSnapshotIsFound() throws Exception {
        try (JournalWriter writer = writer()) {
            for (long seq : List.of(10L, 20L, 30L)) {
                writer.append(events(seq - 9, seq));
                waitUntil(() -> {
                    writer.snapshot(seq, new Moment(seq), STATE::clone); // not taken while another is being written
                    return Files.exists(new JournalFolder(folder).snapshot(seq));
                });
            }
        }
        Path newest = new JournalFolder(folder).snapshot(30);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 1] ^= 1;
        Files.write(newest, bytes);
        List<String> notices = new ArrayList<>();

        JournalReader.Found found =
                new JournalReader(folder).newestSnapshot(notices).orElseThrow();

        assertEquals(20, found.header().seq());
        assertEquals(new Moment(20), found.header().at());
        SnapshotFile.Body body = found.body();
        assertEquals(3, body.to() - body.from());
        assertTrue(notices.getFirst().contains("the state is damaged"), notices.toString());
    }

    @Test
    void oldSegmentsGoButNeverWhatARestartNeeds() throws Exception {
        Limits small = new Limits(10_000, 30_000, 86_400, 2, 250, 5, 10);
        JournalSettings settings = JournalSettings.of(folder, Domain.SIMULATION).with(small);
        try (JournalWriter writer = JournalWriter.open(settings, disk, "no schema")) {
            writer.append(events(1, 1));
            for (int i = 0; i < 50; i++) {
                writer.append(events(i * 100L + 2, i * 100L + 101));
            }
            assertTrue(Files.exists(new JournalFolder(folder).events(1)), "kept while there is no snapshot");
            writer.snapshot(4000, new Moment(0), STATE::clone);
        }

        Telling told = Telling.of(folder, 4001);

        assertEquals(range(4001, 5001), told.seqs);
        assertFalse(Files.exists(new JournalFolder(folder).events(1)));
        assertEquals(List.of(), told.missing);
    }

    @Test
    void aTornTailIsCutAndTold() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
        }
        Path segment = new JournalFolder(folder).events(1);
        byte[] bytes = Files.readAllBytes(segment);
        int end = bytes.length - 11; // without the frame that closes the segment
        Files.write(segment, java.util.Arrays.copyOf(bytes, end - 3));

        try (JournalWriter writer = writer()) {
            assertEquals(9, writer.lastSeq());
            assertTrue(
                    writer.notices().getFirst().contains("bytes were cut at byte"),
                    writer.notices().toString());
            writer.append(events(10, 12));
        }

        assertEquals(range(1, 12), Telling.of(folder).seqs);
        assertEquals(List.of(), Telling.of(folder).damaged);
    }

    @Test
    void damageInTheMiddleIsNotCut() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
        }
        Path segment = new JournalFolder(folder).events(1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 600] ^= 4;
        Files.write(segment, bytes);

        try (JournalWriter writer = writer()) {
            assertTrue(
                    writer.notices().getFirst().contains("is damaged at byte"),
                    writer.notices().toString());
            assertEquals(10, writer.lastSeq());
        }

        Telling told = Telling.of(folder);
        assertEquals(9, told.seqs.size());
        assertEquals(1, told.missing.size());
        assertTrue(told.damaged.getFirst().contains("what follows is read"), told.damaged.toString());
    }

    @Test
    void anEventThatEndedTheProcessTwiceIsSkipped() throws Exception {
        try (JournalWriter writer = writer()) {
            writer.append(events(1, 10));
            writer.fatal(7, "OutOfMemoryError");
        }
        assertEquals(List.of(), Telling.of(folder).skipped);
        try (JournalWriter writer = writer()) {
            writer.fatal(7, "OutOfMemoryError");
        }
        assertEquals(List.of(7L), Telling.of(folder).skipped);
        try (JournalWriter writer = writer()) {
            writer.append(Plots.event(11));
        }

        Files.delete(folder.resolve("deaths.txt"));
        Telling told = Telling.of(folder);
        assertEquals(List.of(7L), told.skipped, "noted in the journal itself");
        assertEquals(10, told.seqs.size());
    }
}
