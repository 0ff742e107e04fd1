package vedette.edge.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.TimeOfDay;

/// A recording in a wire format, with the time at which each of its bytes came.
///
/// Where the framing tells the time (FINAL, pcap), that is the arrival. When it is more than [#LARGEST_LAG_S]
/// away from the times that the sensors tell (a recorder on local time, say), all arrivals are shifted by the
/// first difference, and [#shiftS] says so. Where the framing tells no time (raw blocks, Beast, AVR, CSV), a
/// measurement arrives when it was observed, and never before the one before it.
public final class Recording {
    /// Beyond it the recorder's clock is held to be wrong: no live feed is half a minute late.
    static final double LARGEST_LAG_S = 30;

    /// The longest recording that is read into memory, bytes: the longest array there is, and some room.
    static final long LONGEST = Integer.MAX_VALUE - 16L;

    private static final int CHUNK = 4096;
    private static final int LENGTH_END = 3;
    private static final int PROBED_FRAMES = 1000;
    private static final int PROBED_BYTES = 1 << 20;

    private final byte[] bytes;
    private final Framing framing;
    private final boolean blocks;
    private final Supplier<Decoder> decoders;
    private final LeapSeconds leapSeconds;
    private final Moment day;
    private final long shiftNs;
    private final Moment begin;
    private Moment latest;

    /// What a recording is.
    ///
    /// @param framing how messages lie in it; RAW for a stream of Beast, AVR or CSV too
    /// @param blocks whether messages are blocks that bear their length in octets 2 and 3 (ASTERIX): not to be cut
    /// @param decoders gives a fresh decoder for its wire format
    /// @param leapSeconds UTC against TAI
    /// @param day a moment of the UTC day it began on, where it tells the time of day only
    public record Kind(
            Framing framing, boolean blocks, Supplier<Decoder> decoders, LeapSeconds leapSeconds, Moment day) {}

    /// Takes what is in a recording.
    public interface Listener {
        /// A measurement and when its bytes came, never before the one before.
        void measured(Measurement measurement, Moment arrivedAt) throws InterruptedException;

        /// Bytes that were refused; the offset is counted from the recording's start.
        void rejected(Rejected rejected);
    }

    /// A recording in memory.
    public Recording(byte[] bytes, Kind kind) {
        this.bytes = bytes;
        framing = kind.framing();
        blocks = kind.blocks();
        decoders = kind.decoders();
        leapSeconds = kind.leapSeconds();
        day = kind.day();
        Probe probe = probed();
        shiftNs = probe.timed && probe.isFarOff() ? probe.lagNs() : 0;
        begin = probe.begin();
        latest = begin;
    }

    /// The bytes of a file.
    ///
    /// @throws IOException when it cannot be read, or is longer than [#LONGEST]
    public static byte[] load(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " has " + Files.size(file) + " bytes, more than " + LONGEST + "; cut it");
        }
        return Files.readAllBytes(file);
    }

    /// How far the recorder's clock was taken back to agree with the sensors', seconds; 0 when it agreed or told no
    /// time.
    public double shiftS() {
        return shiftNs / 1e9;
    }

    /// Hands everything to a listener, in order.
    ///
    /// @throws InterruptedException when the listener was interrupted while waiting
    public void play(Listener listener) throws InterruptedException {
        latest = begin;
        Way way = new Way(listener);
        Decoder decoder = decoders.get();
        Frames frames = new Frames(bytes, framing);
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            if (step == Frames.Step.REJECTED) {
                listener.rejected(new Rejected(frame.place(), "framing", frame.reason()));
            } else {
                decode(decoder, frame, way);
            }
            way.check();
        }
    }

    private void decode(Decoder decoder, Frame frame, Way way) throws InterruptedException {
        if (timed(frame)) {
            latest = Moment.later(latest, arrival(frame, latest.plusNs(shiftNs)).plusNs(-shiftNs));
            way.at(frame.place(), false);
            decoder.decode(frame.bytes(), frame.offset(), frame.end(), latest, way);
            return;
        }
        int at = frame.offset();
        int chunk = CHUNK;
        while (at < frame.end()) {
            int end = chunkEnd(frame.bytes(), at, frame.end(), chunk);
            way.at(frame.place() + at - frame.offset(), true);
            int used = decoder.decode(frame.bytes(), at, end, latest, way);
            way.check();
            if (used == 0 && (blocks || end == frame.end())) {
                return;
            }
            // A message may be longer than a chunk: more is shown until it is whole.
            chunk = used == 0 ? (int) Math.min(2L * chunk, LONGEST) : CHUNK;
            at += used;
        }
    }

    private int chunkEnd(byte[] bytes, int at, int end, int chunk) {
        if (!blocks) {
            return (int) Math.min((long) at + chunk, end);
        }
        int length = at + LENGTH_END <= end ? ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF) : 0;
        return length < LENGTH_END || length > end - at ? end : at + length;
    }

    private static boolean timed(Frame frame) {
        return switch (frame.clock()) {
            case UNIX, MIDNIGHT -> true;
            case NONE, UNKNOWN -> false;
        };
    }

    private Moment arrival(Frame frame, Moment near) {
        return frame.clock() == Frame.Clock.UNIX
                ? leapSeconds.moment(frame.timeNs())
                : TimeOfDay.resolve(frame.timeNs(), near, leapSeconds);
    }

    // Reads up to the first measurement: it tells when the recording begins, and how far the recorder's clock is off.
    private Probe probed() {
        // From noon every time of the day is found on that day.
        Probe probe = new Probe(leapSeconds.midnight(day, 0).plusNs(TimeOfDay.DAY_NS / 2));
        Decoder decoder = decoders.get();
        Frames frames = new Frames(bytes, framing);
        for (int i = 0; i < PROBED_FRAMES && !probe.found; i++) {
            Frames.Step step = frames.next();
            if (step == Frames.Step.END) {
                break;
            }
            if (step == Frames.Step.FRAME) {
                Frame frame = frames.frame();
                probe.timed = timed(frame);
                probe.arrivedAt = probe.timed ? arrival(frame, probe.noon) : probe.noon;
                int end = Math.min(frame.end(), frame.offset() + PROBED_BYTES);
                decoder.decode(frame.bytes(), frame.offset(), end, probe.arrivedAt, probe);
            }
        }
        return probe;
    }

    private static final class Probe implements Decoder.Sink {
        private final Moment noon;
        private Moment arrivedAt;
        private Moment observedAt;
        private boolean timed;
        private boolean found;

        Probe(Moment noon) {
            this.noon = noon;
            arrivedAt = noon;
            observedAt = noon;
        }

        boolean isFarOff() {
            return found && Math.abs(lagNs()) > LARGEST_LAG_S * 1e9;
        }

        long lagNs() {
            return arrivedAt.nsSince(observedAt);
        }

        // Nothing before it is needed: the first measurement is the first event.
        Moment begin() {
            return timed && !isFarOff() ? arrivedAt : observedAt;
        }

        @Override
        public void measured(Measurement measurement) {
            if (!found) {
                found = true;
                observedAt = measurement.provenance().observedAt();
            }
        }

        @Override
        public void rejected(Rejected rejected) {}
    }

    private final class Way implements Decoder.Sink {
        private final Listener listener;
        private boolean byData;
        private int offset;
        private boolean interrupted;

        Way(Listener listener) {
            this.listener = listener;
        }

        void at(int start, boolean timedByData) {
            offset = start;
            byData = timedByData;
        }

        void check() throws InterruptedException {
            if (interrupted) {
                throw new InterruptedException("interrupted while playing");
            }
        }

        @Override
        public void measured(Measurement measurement) {
            if (byData) {
                latest = Moment.later(latest, measurement.provenance().observedAt());
            }
            try {
                if (!interrupted) {
                    listener.measured(measurement, latest);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }

        @Override
        public void rejected(Rejected rejected) {
            listener.rejected(new Rejected(offset + rejected.offset(), rejected.item(), rejected.reason()));
        }
    }
}
