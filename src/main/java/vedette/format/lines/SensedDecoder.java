package vedette.format.lines;

import java.nio.charset.StandardCharsets;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Rejected;

/// Sensors' JSON lines of a live feed as measurements: [SensedLines] with times in ISO 8601.
///
/// An empty line is passed over. What cannot be read is refused with its place, member and reason, and the reading goes
/// on behind it; a line that does not end is dropped when it is longer than any may be.
public final class SensedDecoder implements Decoder {
    private final TimeForm times;
    private final Carrier carrier;
    private boolean dropping;

    /// What carries the lines.
    public enum Carrier {
        /// Each datagram holds whole lines; the last needs no end.
        DATAGRAM,
        /// A stream, cut anywhere.
        STREAM
    }

    /// At the beginning of a feed.
    ///
    /// @param leaps UTC against TAI
    public SensedDecoder(LeapSeconds leaps, Carrier carrier) {
        times = new TimeForm.Calendar(leaps);
        this.carrier = carrier;
    }

    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                if (!dropping) {
                    line(bytes, start, i, start - from, sink);
                }
                dropping = false;
                start = i + 1;
            }
        }
        if (carrier == Carrier.DATAGRAM) {
            if (!dropping) {
                line(bytes, start, to, start - from, sink);
            }
            dropping = false;
            return to - from;
        }
        if (dropping) {
            return to - from;
        }
        if (to - start > SensedLines.LONGEST) {
            dropping = true;
            sink.rejected(
                    new Rejected(start - from, "", "a line longer than " + SensedLines.LONGEST + " bytes is dropped"));
            return to - from;
        }
        return start - from;
    }

    private void line(byte[] bytes, int from, int to, int offset, Sink sink) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return;
        }
        switch (SensedLines.read(text, times)) {
            case SensedLines.Sensed(var _, var _, var measurement) -> sink.measured(measurement);
            case SensedLines.Refused(String field, String reason) -> sink.rejected(new Rejected(offset, field, reason));
        }
    }
}
