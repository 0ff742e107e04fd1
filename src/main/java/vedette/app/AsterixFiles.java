package vedette.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import vedette.format.asterix.AsterixEncoder;
import vedette.format.asterix.AsterixLines;
import vedette.format.asterix.AsterixReader;
import vedette.format.asterix.Editions;
import vedette.format.asterix.Recogniser;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;

/// ASTERIX recordings to JSON lines and back.
final class AsterixFiles {
    private static final int FULL = 1 << 16;
    private static final int LONGEST_BLOCK = 65_000;

    private AsterixFiles() {}

    static void decode(Decoders.Request request, Decoders.Lines out) throws IOException {
        Framing framing = framing(request);
        Editions editions = editions(request, framing, out);
        AsterixLines lines = new AsterixLines();
        AsterixReader reader = new AsterixReader(editions);
        Frames frames = new Frames(request.bytes(), framing);
        long number = 0;
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            if (step == Frames.Step.REJECTED) {
                lines.rejected(frames.frame().place(), frames.frame().reason());
                continue;
            }
            Frame frame = frames.frame();
            reader.open(frame.bytes(), frame.offset(), frame.end());
            number = decodeFrame(reader, new Numbering(lines, number, frame.place() - frame.offset()), out);
        }
        flush(lines, out);
        if (frames.passedOver() > 0) {
            out.remark(frames.passedOver() + " packets of other protocols were passed over");
        }
    }

    /// How the next records are called.
    ///
    /// @param first the next one's number
    /// @param shift from places in the frame's bytes to places in the file
    private record Numbering(AsterixLines lines, long first, int shift) {}

    private static long decodeFrame(AsterixReader reader, Numbering numbering, Decoders.Lines out) throws IOException {
        long number = numbering.first();
        AsterixLines lines = numbering.lines();
        for (AsterixReader.Step step = reader.next(); step != AsterixReader.Step.END; step = reader.next()) {
            if (step == AsterixReader.Step.RECORD) {
                lines.record(reader.record(), number++, numbering.shift());
            } else {
                lines.rejected(reader.rejection(), numbering.shift());
            }
            if (lines.size() >= FULL) {
                flush(lines, out);
            }
        }
        return number;
    }

    private static void flush(AsterixLines lines, Decoders.Lines out) throws IOException {
        out.write(lines.buffer(), lines.size());
        lines.clear();
    }

    private static Framing framing(Decoders.Request request) {
        String name = request.framing().toUpperCase(Locale.ROOT);
        if (name.equals("AUTO")) {
            return Framing.of(request.bytes());
        }
        for (Framing framing : Framing.values()) {
            if (framing.name().equals(name)) {
                return framing;
            }
        }
        throw new Failure(
                "No framing '" + request.framing() + "'", "Give auto, raw, final, oradis, pcap or pcapng to --framing");
    }

    private static Editions editions(Decoders.Request request, Framing framing, Decoders.Lines out) {
        if (!request.edition().equalsIgnoreCase("auto")) {
            return chosen(request.edition());
        }
        Recogniser recogniser = new Recogniser();
        Frames frames = new Frames(request.bytes(), framing);
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            if (step == Frames.Step.FRAME) {
                Frame frame = frames.frame();
                recogniser.add(frame.bytes(), frame.offset(), frame.end());
            }
        }
        for (Recogniser.Fit fit : recogniser.best()) {
            out.remark("category " + fit.category() + ": edition " + fit.edition() + " fits " + fit.fitting() + " of "
                    + fit.blocks() + " blocks");
        }
        return recogniser.editions();
    }

    private static Editions chosen(String typed) {
        try {
            return Editions.parse(typed);
        } catch (IllegalArgumentException wrong) {
            throw new Failure("Wrong --edition: " + wrong.getMessage(), "Write it as 062=1.18,048=1.32", wrong);
        }
    }

    /// Writes raw blocks: records that followed each other in one block of the original do so again.
    static int encode(String lines, Decoders.Lines out) throws IOException {
        AsterixEncoder encoder = new AsterixEncoder();
        Block block = new Block(out);
        int failed = 0;
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (line.isBlank() || line.contains("\"rejected\":true")) {
                continue;
            }
            switch (encoder.line(line)) {
                case AsterixEncoder.Encoded record -> block.add(record);
                case AsterixEncoder.NotEncoded(String reason) -> {
                    out.remark("line " + number + ": " + reason);
                    failed++;
                }
            }
        }
        block.write();
        return failed;
    }

    /// The block being gathered.
    private static final class Block {
        private final Decoders.Lines out;
        private final ByteArrayOutputStream records = new ByteArrayOutputStream();
        private int category = -1;
        private long nextOffset = -1;

        Block(Decoders.Lines out) {
            this.out = out;
        }

        void add(AsterixEncoder.Encoded record) throws IOException {
            boolean follows = record.category() == category
                    && record.offset() >= 0
                    && record.offset() == nextOffset
                    && records.size() + record.bytes().length <= LONGEST_BLOCK;
            if (!follows) {
                write();
            }
            category = record.category();
            nextOffset = record.offset() < 0 ? -1 : record.offset() + record.bytes().length;
            records.writeBytes(record.bytes());
        }

        void write() throws IOException {
            if (records.size() > 0) {
                byte[] block = AsterixEncoder.block(category, records.toByteArray());
                out.write(block, block.length);
                records.reset();
            }
        }
    }
}
