package vedette.format.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.canon.ByteSink;
import vedette.canon.Canon;
import vedette.canon.Plots;
import vedette.format.journal.SegmentReader.Step;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Segments and snapshots: what is written comes back, and no byte can be cut or changed unseen.
final class SegmentTest {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);
    private static final SegmentHeader HEADER = new SegmentHeader(
            Domain.EXERCISE, 5, 77, List.of(new TableHash("geoid", "ab".repeat(32))), EVENTS.schemaText());

    /// What a reader tells of a segment, a word a step.
    private static List<String> steps(byte[] bytes) {
        return switch (SegmentReader.open(bytes, bytes.length)) {
            case SegmentReader.NoSegment(var why) -> List.of("no " + why.item());
            case SegmentReader.Segment(SegmentReader reader) -> {
                List<String> steps = new ArrayList<>();
                for (Step step = reader.next(); step != Step.END; step = reader.next()) {
                    steps.add(
                            switch (step) {
                                case EVENT -> "event " + reader.seq();
                                case NOTE -> reader.note().toString();
                                case DAMAGED, TORN -> step + " " + reader.offset() + " " + reader.brokenBytes();
                                case END -> "";
                            });
                }
                yield steps;
            }
        };
    }

    private static byte[] segment(int events) {
        ByteSink sink = new ByteSink();
        FrameWriter<Event> frames = new FrameWriter<>(EVENTS, sink);
        frames.head(HEADER);
        for (int i = 0; i < events; i++) {
            frames.event(5 + i, Plots.event(5 + i));
        }
        return sink.toBytes();
    }

    private static int headBytes() {
        return segment(0).length;
    }

    @Test
    void everyFrameComesBackInOrder() {
        ByteSink sink = new ByteSink();
        FrameWriter<Event> frames = new FrameWriter<>(EVENTS, sink);
        frames.head(HEADER);
        List<Note> notes = List.of(
                new Note.Skip(3, "twice"),
                new Note.Gap(1, 4, "disk full"),
                new Note.OutputDigest(5, -1),
                new Note.SnapshotTaken(5, 9),
                new Note.End(6));
        frames.note(notes.get(0));
        frames.note(notes.get(1));
        frames.event(5, Plots.event(5));
        notes.subList(2, 5).forEach(frames::note);

        byte[] bytes = sink.toBytes();

        List<String> told = new ArrayList<>(notes.stream().map(Note::toString).toList());
        told.add(2, "event 5");
        assertEquals(told, steps(bytes));
        SegmentReader.Segment opened =
                assertInstanceOf(SegmentReader.Segment.class, SegmentReader.open(bytes, bytes.length));
        assertEquals(HEADER, opened.reader().header());
    }

    @Test
    void readerAndWriterAgreeOnTheChain() {
        ByteSink sink = new ByteSink();
        FrameWriter<Event> frames = new FrameWriter<>(EVENTS, sink);
        frames.head(HEADER);
        frames.event(5, Plots.event(5));
        frames.note(new Note.End(6));
        byte[] bytes = sink.toBytes();
        SegmentReader reader = ((SegmentReader.Segment) SegmentReader.open(bytes, bytes.length)).reader();
        while (reader.next() != Step.END) {}

        assertEquals(frames.chain(), reader.chain());
    }

    @Test
    void aCutAtEveryByteIsATornTailOrNoHead() {
        byte[] bytes = segment(3);
        int head = headBytes();

        for (int length = 0; length < bytes.length; length++) {
            List<String> steps = steps(Arrays.copyOf(bytes, length));
            int whole = (length - head) / ((bytes.length - head) / 3);
            if (length < head) {
                assertTrue(steps.getFirst().startsWith("no "), "cut at " + length);
            } else if (steps.size() > whole) {
                assertTrue(steps.getLast().startsWith("TORN"), "cut at " + length + ": " + steps);
            }
        }
    }

    @Property(tries = 2000)
    void everyFlippedBitIsSeen(@ForAll long seed) {
        byte[] bytes = segment(4);
        List<String> good = steps(bytes);
        int bit = new Random(seed).nextInt(bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        List<String> steps = steps(bytes);

        assertTrue(
                steps.getFirst().startsWith("no ") || steps.stream().anyMatch(s -> s.matches("(DAMAGED|TORN) .*")),
                "bit " + bit);
        assertTrue(good.containsAll(
                steps.stream().filter(s -> s.startsWith("event")).toList()));
    }

    @Test
    void damageInTheMiddleCostsItsFrameOnly() {
        byte[] bytes = segment(4);
        int frame = (bytes.length - headBytes()) / 4;
        bytes[headBytes() + frame + 40] ^= 1;

        assertEquals(
                List.of("event 5", "DAMAGED " + (headBytes() + frame) + " " + frame, "event 7", "event 8"),
                steps(bytes));
    }

    @Test
    void aTailOfZerosIsTorn() {
        byte[] bytes = segment(2);

        List<String> steps = steps(Arrays.copyOf(bytes, bytes.length + 4096));

        assertEquals(List.of("event 5", "event 6", "TORN " + bytes.length + " 4096"), steps);
    }

    @Property(tries = 300)
    void randomBytesEnd(@ForAll byte[] bytes, @ForAll @IntRange(max = 200) int keep) {
        byte[] head = segment(1);
        byte[] mixed = Arrays.copyOf(head, head.length - keep + bytes.length);
        System.arraycopy(bytes, 0, mixed, head.length - keep, bytes.length);

        assertTrue(steps(mixed).size() <= mixed.length);
        assertTrue(steps(bytes).size() <= bytes.length + 1);
    }

    @Test
    void framesThatPromiseTooMuchDoNotTakeForEver() {
        byte[] hostile = Arrays.copyOf(segment(0), 3_000_000);
        for (int at = headBytes(); at + 9 < hostile.length; at += 9) {
            hostile[at + 2] = 0x1F; // a frame of two million bytes
            hostile[at + 8] = 1;
        }

        assertEquals(1, steps(hostile).size());
    }

    @Test
    void aSnapshotComesBackAndEveryFlippedByteIsSeen() {
        SnapshotHeader header = new SnapshotHeader(Domain.LIVE, 9, new Moment(1), List.of(), "canon 1\nroot i32\n");
        byte[] body = {1, 2, 3, 4};
        byte[] head = SnapshotFile.head(header, body);
        byte[] file = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, file, head.length, body.length);

        SnapshotFile.Whole whole = assertInstanceOf(SnapshotFile.Whole.class, SnapshotFile.open(file));
        assertEquals(header, whole.header());
        assertEquals(head.length, whole.body().from());
        for (int i = 0; i < file.length; i++) {
            file[i] ^= 16;
            assertInstanceOf(SnapshotFile.NoSnapshot.class, SnapshotFile.open(file), "byte " + i);
            file[i] ^= 16;
        }
        for (int length = 0; length < file.length; length++) {
            assertInstanceOf(SnapshotFile.NoSnapshot.class, SnapshotFile.open(Arrays.copyOf(file, length)));
        }
    }

    @Test
    void anEventIsShownAsReadableJson() {
        byte[] bytes = EVENTS.bytes(Plots.event(1));

        String line = new EventJson(EVENTS.schema(), LeapSeconds.standard()).line(bytes, 0, bytes.length);
        Json json = ((JsonText.Read) JsonText.read(line)).value();

        assertEquals("Event.Observed", json.text("is").orElseThrow());
        assertEquals(
                "2026-02-02T02:39:23.001234567Z",
                json.text("stamp", "arrivedAt").orElseThrow());
        assertEquals("Measurement.RadarPlot", json.text("measurement", "is").orElseThrow());
        assertEquals(
                Math.toDegrees(0.001),
                json.number("measurement", "polar", "azimuthDeg").orElseThrow(),
                1e-12);
        assertEquals("SIMULATION", json.text("stamp", "domain").orElseThrow());
        assertEquals(-35.5, json.number("measurement", "polar", "rangeRateMps").orElseThrow());
        assertTrue(json.at("measurement", "polar", "elevationDeg").isEmpty());
    }

    @Test
    void eventsThatCannotBeReadAreShownAsRejected() {
        String line = new EventJson(EVENTS.schema(), LeapSeconds.standard()).line(new byte[] {99}, 0, 1);

        assertTrue(line.startsWith("{\"rejected\": true, \"offset\": 1, \"item\": \"Event\""), line);
    }
}
