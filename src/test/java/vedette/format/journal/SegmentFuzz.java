package vedette.format.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.canon.ByteSink;
import vedette.canon.Canon;
import vedette.canon.Plots;
import vedette.canon.Schema;
import vedette.format.journal.SegmentReader.Step;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Any bytes as a segment, as a snapshot, and as a schema with a value behind it.
public final class SegmentFuzz {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);
    private static final String SCHEMA = "canon 1\nroot A\nrecord A\n  x i64[]\n  y {text:f64}?\n";

    private SegmentFuzz() {}

    /// Called by the fuzzer first: making the codecs must not count as the first input's time.
    public static void fuzzerInitialize() {
        seeds();
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        SnapshotFile.open(data);
        if (SegmentReader.open(data, data.length) instanceof SegmentReader.Segment(SegmentReader reader)) {
            walk(reader, data);
        }
        show(data);
    }

    private static void walk(SegmentReader reader, byte[] data) {
        int at = 0;
        for (Step step = reader.next(); step != Step.END; step = reader.next()) {
            if (reader.offset() <= at || reader.offset() >= data.length) {
                throw new IllegalStateException("it goes back: " + reader.offset() + " after " + at);
            }
            at = reader.offset();
            if (step == Step.EVENT) {
                EVENTS.read(data, reader.from(), reader.to());
            }
        }
    }

    private static void show(byte[] data) {
        int cut = data.length == 0 ? 0 : Math.min(data.length, 1 + (data[0] & 0xFF));
        String text = new String(data, Math.min(1, cut), Math.max(0, cut - 1), StandardCharsets.UTF_8);
        try {
            new EventJson(Schema.parse(text), LeapSeconds.standard()).line(data, cut, data.length);
        } catch (IllegalArgumentException refused) {
            return; // a schema that is none: said in words
        }
    }

    /// A segment, a snapshot, and a schema with a value.
    public static List<byte[]> seeds() {
        ByteSink sink = new ByteSink();
        FrameWriter<Event> frames = new FrameWriter<>(EVENTS, sink);
        frames.head(new SegmentHeader(Domain.TEST, 1, 0, List.of(), SCHEMA));
        frames.event(1, Plots.event(1));
        frames.note(new Note.Gap(2, 3, "full"));
        frames.event(4, Plots.event(4));
        byte[] head = SnapshotFile.head(new SnapshotHeader(Domain.LIVE, 9, new Moment(1), List.of(), SCHEMA), body());
        byte[] schema = SCHEMA.getBytes(StandardCharsets.UTF_8);
        ByteSink value = new ByteSink();
        value.u8(schema.length);
        value.raw(schema, 0, schema.length);
        value.u8(1);
        value.u8(2);
        value.u8(0);
        return List.of(sink.toBytes(), head, value.toBytes());
    }

    private static byte[] body() {
        return new byte[] {1, 2, 3};
    }
}
