package vedette.format.carrier;

/// The frames of a recording in memory, one after the other, without copying.
///
/// ```
/// Frames frames = new Frames(bytes, Framing.of(bytes));
/// for (Step step = frames.next(); step != Step.END; step = frames.next()) { … frames.frame() … }
/// ```
public final class Frames {
    private final Walk walk;
    private final Frame frame;
    private int oradisAt;
    private int oradisEnd;

    /// What [#next()] came upon.
    public enum Step {
        /// A payload: [Frames#frame()] stands on it.
        FRAME,
        /// Something unreadable: [Frame#reason()] tells what; reading goes on behind it.
        REJECTED,
        /// The end of the recording.
        END
    }

    /// One framing.
    sealed interface Walk permits Raw, FinalFrames, OradisFile, Pcap, PcapNg {
        Step next(Frame frame);

        /// Packets of other protocols, passed over.
        int passedOver();
    }

    /// Starts before the first frame.
    ///
    /// @param bytes the recording; not copied
    /// @param framing how messages lie in it
    public Frames(byte[] bytes, Framing framing) {
        this.frame = new Frame(bytes);
        this.walk = switch (framing) {
            case RAW -> new Raw(bytes.length);
            case FINAL -> new FinalFrames(bytes);
            case ORADIS -> new OradisFile(bytes);
            case PCAP -> new Pcap(bytes);
            case PCAPNG -> new PcapNg(bytes);
        };
    }

    /// Goes on to the next frame. Fragments of a datagram are one frame, when the last has come. Datagrams that hold
    /// ORADIS packets count as that many frames.
    public Step next() {
        if (oradisAt < oradisEnd) {
            oradisAt = Oradis.next(frame.bytes(), oradisAt, oradisEnd, frame);
            return Step.FRAME;
        }
        Step step = walk.next(frame);
        boolean isOradis = step == Step.FRAME
                && !(walk instanceof OradisFile)
                && !isBlocks(frame.bytes(), frame.offset(), frame.end())
                && Oradis.fits(frame.bytes(), frame.offset(), frame.end());
        if (isOradis) {
            oradisEnd = frame.end();
            oradisAt = Oradis.next(frame.bytes(), frame.offset(), oradisEnd, frame);
        }
        return step;
    }

    // Messages that carry their own length in octets 2 and 3, back to back.
    private static boolean isBlocks(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 3 <= to && Octets.u16(bytes, at + 1) >= 3) {
            at += Octets.u16(bytes, at + 1);
        }
        return at == to;
    }

    /// The cursor on the latest frame. Always the same object.
    public Frame frame() {
        return frame;
    }

    /// Captured packets that carry no datagram (ARP, TCP), passed over so far.
    public int passedOver() {
        return walk.passedOver();
    }
}
