package vedette.format.asterix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;

/// Data blocks of one category in memory, without framing: real ones where the shared recordings are, else our own.
final class Blocks {
    private static final int MEGABYTES_2 = 2 << 20;

    private Blocks() {}

    /// Category 062, 2.1 MB: the half-hour recording (34,957 records of 61 octets in the mean).
    static byte[] tracks() {
        return recorded("final_frame_062_30min.ff", 62).orElseGet(() -> repeated(Samples.track()));
    }

    /// Category 048, 2 MB: a capture of two Croatian radars, repeated.
    static byte[] plots() {
        return repeated(recorded("cat_034_048.pcap", 48).orElseGet(Samples::plot));
    }

    private static byte[] repeated(byte[] blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < MEGABYTES_2) {
            out.writeBytes(blocks);
        }
        return out.toByteArray();
    }

    private static Optional<byte[]> recorded(String name, int category) {
        String folder = Optional.ofNullable(System.getenv("VEDETTE_SHARED")).orElse("../shared");
        Path file = Path.of(folder, "data", "surveillance", "asterix", name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(payloads(Files.readAllBytes(file), category));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] payloads(byte[] bytes, int category) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames frames = new Frames(bytes, Framing.of(bytes));
        while (frames.next() == Frames.Step.FRAME) {
            int end = frames.frame().end();
            for (int at = frames.frame().offset(); at + 3 <= end; ) {
                int length = (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
                if ((bytes[at] & 0xFF) == category) {
                    out.write(bytes, at, length);
                }
                at += length;
            }
        }
        return out.toByteArray();
    }
}
