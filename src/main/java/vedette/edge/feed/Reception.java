package vedette.edge.feed;

import vedette.edge.Intake;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

/// The way from bytes to the node's intake: decoded, timed, counted, delivered. One a connection; one thread uses it.
final class Reception implements Decoder.Sink {
    private final Decoder decoder;
    private final Timebase.Retiming timing;
    private final Tally tally;
    private final Delivery delivery;
    private Moment arrivedAt = new Moment(0);
    private boolean interrupted;

    /// Hands a measurement on.
    @FunctionalInterface
    interface Delivery {
        /// Hands it on, or finds no room.
        ///
        /// @return whether there was room
        boolean deliver(Measurement measurement, Moment arrivedAt) throws InterruptedException;

        /// A connection can wait for room.
        static Delivery waiting(Intake intake) {
            return (measurement, at) -> {
                intake.put(measurement, at);
                return true;
            };
        }

        /// A datagram must not wait.
        static Delivery shedding(Intake intake) {
            return intake::offer;
        }
    }

    Reception(Source source, Tally tally, Delivery delivery) {
        this.decoder = source.decoders().get();
        this.timing = source.timebase().begin();
        this.tally = tally;
        this.delivery = delivery;
    }

    /// Decodes some bytes and delivers what is in them. A fault of the decoder costs these bytes only.
    ///
    /// @return how many were used up
    /// @throws InterruptedException when the feed closes while there is no room
    int take(byte[] bytes, int from, int to, Moment at) throws InterruptedException {
        arrivedAt = at;
        int used = decoded(bytes, from, to);
        if (interrupted) {
            throw new InterruptedException("closed while waiting for room");
        }
        return Math.clamp(used, 0, to - from);
    }

    private int decoded(byte[] bytes, int from, int to) {
        try {
            return decoder.decode(bytes, from, to, arrivedAt, this);
        } catch (RuntimeException fault) {
            tally.rejected(new Rejected(0, "decoder", "fault " + fault));
            return to - from;
        }
    }

    @Override
    public void measured(Measurement measurement) {
        if (interrupted) {
            return;
        }
        tally.measured();
        try {
            if (!delivery.deliver(timing.retimed(measurement, arrivedAt), arrivedAt)) {
                tally.shed();
            }
        } catch (InterruptedException closing) {
            interrupted = true;
        }
    }

    @Override
    public void rejected(Rejected rejected) {
        tally.rejected(rejected);
    }
}
