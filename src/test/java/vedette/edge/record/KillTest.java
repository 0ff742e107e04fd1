package vedette.edge.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.canon.Canon;
import vedette.canon.Plots;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.record.JournalSettings.Limits;
import vedette.format.journal.Note;
import vedette.model.Domain;
import vedette.model.Event;

/// `kill -9` at any instant: nothing that was acknowledged is lost, and the restarted engine is the one that was
/// killed.
final class KillTest {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);
    private static final Limits LIMITS = new Limits(2 << 20, 1 << 30, 86_400, 1000, 2000, 20, 100);
    private static final int DIGEST_EVERY = 1000;
    private static final int SNAPSHOT_EVERY = 5000;

    /// A victim stops taking events after so many: what comes next is only waiting to be killed.
    private static final int MOST_EVENTS = 20_000;

    @TempDir
    Path folder;

    /// The process that is killed: it goes on where its journal ends, and prints each acknowledged number.
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Random random = new Random(Long.parseLong(args[1]));
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
            JournalSettings settings =
                    JournalSettings.of(folder, Domain.SIMULATION).with(LIMITS);
            JournalWriter log = JournalWriter.open(
                    settings, JournalDisk.ofMachine(), Engine.pictures().schemaText());
            log.notices().forEach(notice -> out.println("notice " + notice));
            Engine engine = restarted(folder);
            out.println("at " + engine.picture().seq() + " " + log.lastSeq());
            long next = log.lastSeq() + 1;
            for (long end = next + MOST_EVENTS; next < end; ) {
                next = turn(log, engine, next, 1 + random.nextInt(100));
                out.println("ack " + (next - 1) + " " + log.state().recording());
                out.flush();
            }
            Thread.sleep(60_000);
        }

        private static long turn(JournalWriter log, Engine engine, long first, int count) {
            List<Event> events = new ArrayList<>();
            for (long seq = first; seq < first + count; seq++) {
                events.add(Plots.event(seq));
            }
            log.append(events);
            for (Event event : events) {
                engine.step(event);
                Picture picture = engine.picture();
                if (picture.seq() % DIGEST_EVERY == 0) {
                    log.digest(picture.seq(), picture.digest());
                }
                if (picture.seq() % SNAPSHOT_EVERY == 0) {
                    log.snapshot(
                            picture.seq(),
                            picture.now(),
                            () -> Engine.pictures().bytes(picture));
                }
            }
            return first + count;
        }
    }

    /// The engine from the newest snapshot and the events behind it.
    private static Engine restarted(Path folder) throws IOException {
        JournalReader reader = new JournalReader(folder);
        Engine engine = reader.newestSnapshot(new ArrayList<>())
                .map(found -> Engine.from(Engine.pictures()
                        .read(
                                found.body().bytes(),
                                found.body().from(),
                                found.body().to())
                        .orThrow()))
                .orElseGet(() -> Engine.starting(Domain.SIMULATION));
        reader.events(engine.picture().seq() + 1, EVENTS, (seq, event) -> engine.step(event));
        return engine;
    }

    @Test
    void threeKillsLoseNothingAcknowledged() throws Exception {
        killed(3, 20261122);
    }

    @Test
    @Tag("long")
    void fiftyKillsLoseNothingAcknowledged() throws Exception {
        killed(50, System.nanoTime());
    }

    private void killed(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 0; round < rounds; round++) {
            acknowledged = Math.max(acknowledged, round(random, acknowledged));
        }

        Telling told = Telling.of(folder);
        long last = told.seqs.getLast();

        assertTrue(last >= acknowledged, "acknowledged " + acknowledged + ", kept " + last + ", seed " + seed);
        assertEquals(last, told.seqs.size());
        assertEquals(0, told.strange);
        assertEquals(List.of(), told.missing);
        assertEquals(straight(told, last), restarted(folder).picture());
    }

    /// Where a class was loaded from; the victim needs no library.
    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /// One life and death; gives the last number the victim had acknowledged.
    private long round(Random random, long acknowledgedBefore) throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        place(Victim.class) + File.pathSeparator + place(Engine.class),
                        Victim.class.getName(),
                        folder.toString(),
                        Long.toString(random.nextLong()))
                .redirectErrorStream(true)
                .start();
        long acknowledged = 0;
        List<String> lines = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.US_ASCII))) {
            int enough = 1 + random.nextInt(200);
            long waitUs = random.nextInt(3000);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                String[] words = line.split(" ");
                if (words[0].equals("ack") && words[2].equals("true")) {
                    acknowledged = Long.parseLong(words[1]);
                    if (--enough == 0) {
                        TimeUnit.MICROSECONDS.sleep(waitUs);
                        victim.toHandle().destroyForcibly(); // kill -9; what it had said can still be read
                    }
                } else if (words[0].equals("at")) {
                    assertEquals(words[1], words[2], "the engine stands where the journal ends");
                    assertTrue(Long.parseLong(words[1]) >= acknowledgedBefore, line);
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertTrue(acknowledged > 0, () -> String.join("\n", lines));
        return acknowledged;
    }

    /// The picture of a run that was never killed; on its way every digest in the journal is compared.
    private static Picture straight(Telling told, long last) {
        Engine engine = Engine.starting(Domain.SIMULATION);
        List<Note.OutputDigest> digests = told.notes.stream()
                .filter(Note.OutputDigest.class::isInstance)
                .map(Note.OutputDigest.class::cast)
                .toList();
        int next = 0;
        for (long seq = 1; seq <= last; seq++) {
            engine.step(Plots.event(seq));
            while (next < digests.size() && digests.get(next).seq() == seq) {
                assertEquals(digests.get(next++).digest(), engine.picture().digest(), "after event " + seq);
            }
        }
        assertTrue(next > 0, "no digest was compared");
        assertEquals(digests.size(), next);
        return engine.picture();
    }
}
