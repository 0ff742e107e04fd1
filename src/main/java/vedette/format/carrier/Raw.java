package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;

/// The whole recording is one payload.
final class Raw implements Frames.Walk {
    private final int length;
    private boolean done;

    Raw(int length) {
        this.length = length;
    }

    @Override
    public Step next(Frame frame) {
        if (done || length == 0) {
            return Step.END;
        }
        done = true;
        frame.payload(0, length);
        return Step.FRAME;
    }

    @Override
    public int passedOver() {
        return 0;
    }
}
