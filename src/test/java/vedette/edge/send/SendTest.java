package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Emission;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapReader;
import vedette.format.lines.TimeForm;
import vedette.format.lines.WarningLines;
import vedette.model.Domain;
import vedette.model.Health;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

class SendTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final TimeForm TIMES = new TimeForm.Calendar(LEAPS);
    private static final Moment START = LEAPS.moment(1_795_000_000_000_000_000L);

    @TempDir
    private Path folder;

    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

    private static Warning warning(int revision, Warning.Stage stage) {
        Moment at = START.plusS(revision);
        return new Warning(
                new WarningId("INTRUSION-PORT-7-1"),
                revision,
                at,
                Domain.EXERCISE,
                stage,
                Warning.Kind.INTRUSION,
                new Warning.Gravity(
                        Warning.Severity.SEVERE,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.UNCONFIRMED),
                List.of(new TrackId(7)),
                List.of(new ZoneId("PORT")),
                List.of(LatLon.ofDegrees(57, 24), LatLon.ofDegrees(57, 25), LatLon.ofDegrees(56, 24.5)),
                new Warning.Validity(at, at, at.plusS(300)),
                List.of(new SensorId("radar")),
                new Warning.Words("Drone", "It flies.", "Watch."),
                Releasability.OPEN);
    }

    private static Emission emission(long seq, Output output) {
        return new Emission(START, seq, 0, output);
    }

    private static List<Emission> story() {
        return List.of(
                emission(1, new Output.WarningReleased(warning(1, Warning.Stage.ISSUED))),
                emission(2, new Output.WarningRevised(warning(2, Warning.Stage.UPDATED))),
                emission(2, new Output.WarningRevised(warning(2, Warning.Stage.UPDATED))),
                emission(3, new Output.WarningEnded(warning(3, Warning.Stage.ALL_CLEAR))));
    }

    @Test
    void everyRevisionIsOneLineThatIsReadBack() throws IOException {
        Path file = folder.resolve("out/warnings.jsonl");
        try (WarningsFile sender = new WarningsFile(file, TIMES, WhenFull.DROP, troubles::add)) {
            story().forEach(sender::send);
        }

        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        Warning back = assertInstanceOf(WarningLines.Revision.class, WarningLines.read(lines.getLast(), TIMES))
                .warning();
        assertEquals(Warning.Stage.ALL_CLEAR, back.stage());
        assertEquals(START.plusS(3), back.at());
        assertEquals(List.of(), troubles);
    }

    @Test
    void everyRevisionIsOneCapFileThatRefersToThoseBefore() throws IOException {
        CapProfile profile = new CapProfile("watch@example.org", "Watch", LEAPS);
        try (CapFolder sender = new CapFolder(folder, profile, WhenFull.DROP, troubles::add)) {
            story().forEach(sender::send);
        }

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            assertEquals(3, sorted.size());
            String last = Files.readString(sorted.getLast());
            assertTrue(last.contains("INTRUSION-PORT-7-1.1.") && last.contains("INTRUSION-PORT-7-1.2."), last);
            assertEquals(
                    List.of(),
                    assertInstanceOf(CapReader.Message.class, CapReader.read(Files.readAllBytes(sorted.getLast())))
                            .remarks());
        }
    }

    @Test
    void aSensorIsWrittenWhenItsStateChangesOnly() throws IOException {
        Path file = folder.resolve("sensors.jsonl");
        try (SensorsFile sender = new SensorsFile(file, TIMES, WhenFull.DROP, troubles::add)) {
            long seq = 0;
            for (Health.State state : List.of(Health.State.OK, Health.State.OK, Health.State.SILENT)) {
                Health health = new Health(new SensorId("radar"), state, START, START, ++seq, 0, 0, "Because");
                sender.send(emission(seq, new Output.SensorHealth(health)));
            }
        }

        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertEquals(
                "{\"t\": \"2026-11-18T11:06:40Z\", \"sensor\": \"radar\", \"state\": \"SILENT\", \"why\": \"Because\"}",
                lines.getLast());
    }

    @Test
    void aDiskThatFailsIsToldOnceAndLosesNothing() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(2);
        Outbox.Work failsOnce = emission -> {
            if (tries.incrementAndGet() == 1) {
                throw new IOException("no space left");
            }
            done.countDown();
        };

        try (Outbox outbox = new Outbox("warnings", failsOnce, WhenFull.DROP, troubles::add)) {
            outbox.put(story().get(0));
            outbox.put(story().get(1));
            done.await();
        }

        assertEquals(2, troubles.size(), troubles.toString());
        assertTrue(troubles.getFirst().contains("no space left"));
        assertEquals("warnings is written again", troubles.getLast());
    }

    @Test
    void aStalledDiskNeverHoldsUpTheWriter() {
        CountDownLatch stalled = new CountDownLatch(1);
        Outbox outbox = new Outbox("warnings", emission -> waitFor(stalled), WhenFull.DROP, troubles::add);

        for (long seq = 1; seq <= 2L * Outbox.LONGEST_QUEUE; seq++) {
            outbox.put(emission(seq, new Output.WarningReleased(warning(1, Warning.Stage.ISSUED))));
        }
        stalled.countDown();
        outbox.close();

        assertTrue(troubles.getFirst().contains("cannot keep up"), troubles.toString());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
