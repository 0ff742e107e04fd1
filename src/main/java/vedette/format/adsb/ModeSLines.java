package vedette.format.adsb;

import java.util.function.Consumer;

/// A stream of Mode S frames as JSON lines, one for each frame and one for each stretch of bytes that was refused.
///
/// `t` is Unix time where lines carry it (CSV), otherwise seconds since the receiver's start, otherwise `null`.
/// Positions stand on the message that made them unambiguous (the policy is [CprPairing]'s).
public final class ModeSLines {
    // Without times a frame counts for a hundredth of a second, so that a pair may be a thousand frames apart.
    private static final long UNTIMED_NS = 10_000_000L;

    private final Framing framing;
    private final Deframer deframer;
    private final boolean repair;
    private final AircraftMemory memory;
    private final Consumer<? super CharSequence> lines;
    private final ModeSFrame frame = new ModeSFrame();
    private final StringBuilder line = new StringBuilder(512);
    private final FrameSink sink = new Sink();
    private long untimed;

    /// At the beginning of a stream.
    ///
    /// @param framing how frames are wrapped
    /// @param options how they are read
    /// @param lines receives each line without its line feed; the characters are valid until it returns
    public ModeSLines(Framing framing, AdsbOptions options, Consumer<? super CharSequence> lines) {
        this.framing = framing;
        this.deframer = framing.deframer();
        this.repair = options.repair();
        this.memory = new AircraftMemory(options.reference());
        this.lines = lines;
    }

    /// Reads the next chunk of the stream.
    public void feed(byte[] chunk, int at, int length) {
        deframer.feed(chunk, at, length, sink);
    }

    /// Ends the stream.
    public void finish() {
        deframer.finish(sink);
    }

    private final class Sink implements FrameSink {
        @Override
        public void frame(byte[] bytes, int at, int length, long stamp, int signal) {
            long timeNs = timeNs(stamp);
            line.setLength(0);
            if (length < ModeSFrame.SHORT_BYTES) {
                ModeSJson.writeRejected(timeNs, deframer.frameOffset(), "type", "Mode A/C, not Mode S", line);
            } else {
                modeS(bytes, at, length, timeNs);
            }
            lines.accept(line);
        }

        @Override
        public void rejected(long offset, String field, String reason) {
            line.setLength(0);
            ModeSJson.writeRejected(ModeSJson.NO_TIME, offset, field, reason, line);
            lines.accept(line);
        }
    }

    private void modeS(byte[] bytes, int at, int length, long timeNs) {
        Verdict verdict = repair ? frame.readRepairing(bytes, at, length) : frame.read(bytes, at, length);
        if (!verdict.readable()) {
            ModeSJson.writeRejected(timeNs, deframer.frameOffset(), verdict.field(), verdict.reason(), line);
            return;
        }
        long axisNs = timeNs == ModeSJson.NO_TIME ? untimed++ * UNTIMED_NS : timeNs;
        AircraftMemory.News news = memory.hear(frame, axisNs);
        boolean placed = news == AircraftMemory.News.PLACE;
        CprFix place = memory.aircraft().place;
        boolean verified = !frame.isSquitter() && news != AircraftMemory.News.UNVERIFIED;
        ModeSJson.Context context = new ModeSJson.Context(
                timeNs, verified, placed, place.latitudeDeg(), place.longitudeDeg(), memory.nic(frame));
        ModeSJson.write(frame, context, line);
    }

    private long timeNs(long stamp) {
        if (stamp < 0) {
            return ModeSJson.NO_TIME;
        }
        return framing == Framing.CSV ? stamp : TickClock.nanos(stamp);
    }
}
