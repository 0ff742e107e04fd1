package vedette.edge.feed;

import java.io.IOException;
import java.io.InputStream;
import vedette.edge.Intake;
import vedette.model.Rejected;

/// Reads a byte stream to its end, keeping what is unfinished for the next bytes.
final class Stream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Reception reception;
    private final Tally tally;
    private int held;

    Stream(Reception reception, Tally tally) {
        this.reception = reception;
        this.tally = tally;
    }

    /// Reads until the stream ends.
    ///
    /// @param onBytes told after each piece that came
    void read(InputStream in, Intake intake, Runnable onBytes) throws IOException, InterruptedException {
        int count = in.read(buffer, held, buffer.length - held);
        while (count >= 0) {
            onBytes.run();
            tally.bytes(count);
            held += count;
            int used = reception.take(buffer, 0, held, intake.now());
            held -= used;
            System.arraycopy(buffer, used, buffer, 0, held);
            dropWhatNeverEnds();
            count = in.read(buffer, held, buffer.length - held);
        }
    }

    private void dropWhatNeverEnds() {
        if (held == buffer.length) {
            tally.rejected(new Rejected(0, "stream", "no message ends within " + held + " bytes"));
            held = 0;
        }
    }
}
