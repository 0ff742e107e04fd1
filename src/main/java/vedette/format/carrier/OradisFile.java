package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;

/// A recording of ORADIS packets.
final class OradisFile implements Frames.Walk {
    private final byte[] bytes;
    private int at;

    OradisFile(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public Step next(Frame frame) {
        if (at >= bytes.length) {
            return Step.END;
        }
        if (!Oradis.isSound(bytes, at)) {
            int broken = at;
            at = bytes.length;
            return frame.reject(broken, "no ORADIS packet stands here");
        }
        frame.time(0, Frame.Clock.UNKNOWN);
        at = Oradis.next(bytes, at, bytes.length, frame);
        return Step.FRAME;
    }

    @Override
    public int passedOver() {
        return 0;
    }
}
