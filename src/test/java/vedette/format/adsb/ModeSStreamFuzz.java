package vedette.format.adsb;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.format.text.JsonText;
import vedette.model.Decoder;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Any bytes as a stream of one framing: cut whole and in pieces, printed, and measured.
final class ModeSStreamFuzz {
    private static final AdsbOptions REPAIRING = new AdsbOptions(true, Optional.of(LatLon.ofDegrees(47, 8)));
    private static final Decoder.Sink NOBODY = new Decoder.Sink() {
        @Override
        public void measured(Measurement measurement) {
            measurement.provenance();
        }

        @Override
        public void rejected(Rejected rejected) {
            if (rejected.reason().isEmpty() || rejected.item().isEmpty() || rejected.offset() < 0) {
                throw new AssertionError("a rejection that does not say what and where: " + rejected);
            }
        }
    };

    private ModeSStreamFuzz() {}

    /// Writes a frame into a buffer and says how many bytes that took.
    interface Wrapping {
        int wrap(byte[] frame, byte[] out);
    }

    /// All kinds of messages, wrapped, one behind the other and each alone.
    static List<byte[]> seeds(Wrapping wrapping) {
        AdsbEncoder aircraft = new AdsbEncoder(0x406B90, 11, 9);
        List<byte[]> frames = List.of(
                aircraft.airbornePosition(0.8, 0.1, 3000, false),
                aircraft.airbornePosition(0.8, 0.1, 3000, true),
                aircraft.surfacePosition(0.8, 0.1, 5, 1, false),
                aircraft.surfacePosition(0.8, 0.1, 5, 1, true),
                aircraft.velocity(100, 50, -3),
                aircraft.identification(4, 3, "VDT1"),
                aircraft.operationalStatus(),
                aircraft.emergency(1, 7700),
                aircraft.allCall(),
                aircraft.identityReply(7600),
                aircraft.altitudeReply(3000),
                Frames.bytes("a000139381951536e024d4ccf6b5"),
                Frames.bytes("a000083e202cc371c31de0aa1ccf"));
        List<byte[]> seeds = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] out = new byte[FrameWriter.MOST_BYTES + 64];
        for (byte[] frame : frames) {
            int length = wrapping.wrap(frame, out);
            byte[] one = Arrays.copyOf(out, length);
            seeds.add(one);
            all.writeBytes(one);
        }
        seeds.add(all.toByteArray());
        return seeds;
    }

    static void run(Framing framing, byte[] data) {
        print(framing, AdsbOptions.PLAIN, data);
        print(framing, REPAIRING, data);
        cutsDoNotMatter(framing, data);
        AdsbSource source = new AdsbSource(new SensorId("fuzz"), framing, REPAIRING, LeapSeconds.standard());
        AdsbDecoder decoder = new AdsbDecoder(source);
        decoder.decode(data, 0, data.length, new Moment(0), NOBODY);
        decoder.decode(data, 0, data.length, new Moment(1_000_000), NOBODY);
        if (decoder.counts().remembered() > AircraftTable.MOST_AIRCRAFT) {
            throw new AssertionError("memory beyond its limit");
        }
    }

    private static void print(Framing framing, AdsbOptions options, byte[] data) {
        ModeSLines lines = new ModeSLines(framing, options, ModeSStreamFuzz::check);
        lines.feed(data, 0, data.length);
        lines.finish();
    }

    private static void check(CharSequence line) {
        if (JsonText.read(line.toString()) instanceof JsonText.NotJson(String reason, int at)) {
            throw new AssertionError("not JSON (" + reason + " at " + at + "): " + line);
        }
    }

    private static void cutsDoNotMatter(Framing framing, byte[] data) {
        Deframer deframer = framing.deframer();
        Frames.Heard cut = new Frames.Heard();
        for (int i = 0; i < data.length; i++) {
            deframer.feed(data, i, 1, cut);
        }
        deframer.finish(cut);
        Frames.Heard whole = Frames.heard(framing.deframer(), data);
        if (!whole.frames.equals(cut.frames) || !whole.rejections.equals(cut.rejections)) {
            throw new AssertionError("the cut matters");
        }
    }
}
