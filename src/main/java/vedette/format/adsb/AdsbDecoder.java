package vedette.format.adsb;

import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Rejected;

/// The Mode S frames of one receiver as measurements: places that aircraft report, who they are, what they declare.
///
/// A place is a `PositionReport` with the velocity heard last; a new callsign, squawk or emergency, and a height
/// without a place, is a `TransponderReport`. Replies count only where their address was announced lately. Everything
/// refused is counted in [#counts]. Memory is bounded by [AircraftTable#MOST_AIRCRAFT].
public final class AdsbDecoder implements Decoder {
    private final AdsbSource source;
    private final Deframer deframer;
    private final AircraftMemory memory;
    private final TickClock clock = new TickClock();
    private final ModeSFrame frame = new ModeSFrame();
    private final Listener listener = new Listener();
    private long frames;
    private long modeAc;
    private long repaired;
    private long parity;
    private long format;

    /// At the beginning of a feed.
    public AdsbDecoder(AdsbSource source) {
        this.source = source;
        this.deframer = source.framing().deframer();
        this.memory = new AircraftMemory(source.options().reference());
    }

    /// Reads all of the bytes; an unfinished frame is remembered here, so nothing has to be handed in twice.
    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        listener.arrivedAt = arrivedAt;
        listener.sink = sink;
        listener.chunkStart = listener.position - from;
        deframer.feed(bytes, from, to - from, listener);
        listener.position += to - from;
        listener.sink = Listener.DEAF;
        return to - from;
    }

    /// What was met so far.
    public AdsbCounts counts() {
        AircraftTable table = memory.table();
        return new AdsbCounts(
                frames,
                modeAc,
                repaired,
                parity,
                format,
                memory.unverified(),
                memory.unreasonable(),
                table.size(),
                table.evicted());
    }

    private final class Listener implements FrameSink {
        static final Sink DEAF = new Sink() {
            @Override
            public void measured(Measurement measurement) {}

            @Override
            public void rejected(Rejected rejected) {}
        };

        private Moment arrivedAt = new Moment(0);
        private Sink sink = DEAF;
        private long position;
        private long chunkStart;

        @Override
        public void frame(byte[] bytes, int at, int length, long stamp, int signal) {
            frames++;
            if (length < ModeSFrame.SHORT_BYTES) {
                modeAc++;
                return;
            }
            boolean repair = source.options().repair();
            Verdict verdict = repair ? frame.readRepairing(bytes, at, length) : frame.read(bytes, at, length);
            if (!verdict.readable()) {
                refuse(verdict);
                return;
            }
            repaired += verdict == Verdict.REPAIRED ? 1 : 0;
            pass(observedAt(stamp));
        }

        @Override
        public void rejected(long offset, String field, String reason) {
            // What began in an earlier chunk is told at the beginning of this one.
            sink.rejected(new Rejected(Math.max(0, offset - chunkStart), field, reason));
        }

        private void refuse(Verdict verdict) {
            if (verdict == Verdict.PARITY) {
                parity++;
            } else {
                format++;
            }
            rejected(deframer.frameOffset(), verdict.field(), verdict.reason());
        }

        private Moment observedAt(long stamp) {
            if (stamp == NO_STAMP) {
                return arrivedAt;
            }
            return source.framing() == Framing.CSV
                    ? source.leapSeconds().moment(stamp)
                    : new Moment(clock.heardNs(stamp, arrivedAt.taiNs()));
        }

        private void pass(Moment observedAt) {
            if (!frame.isSquitter() && frame.address() == deframer.namedAddress()) {
                memory.vouch(frame.address(), observedAt.taiNs());
            }
            AircraftMemory.News news = memory.hear(frame, observedAt.taiNs());
            switch (news) {
                case NOTHING, UNVERIFIED -> {}
                case PLACE, IDENTITY, HEIGHT -> sink.measured(told(news, observedAt));
            }
        }

        private Measurement told(AircraftMemory.News news, Moment observedAt) {
            Provenance provenance = Provenance.open(source.sensor(), observedAt);
            Aircraft aircraft = memory.aircraft();
            return news == AircraftMemory.News.PLACE
                    ? Reports.position(aircraft, provenance)
                    : Reports.transponder(aircraft, news, provenance);
        }
    }
}
