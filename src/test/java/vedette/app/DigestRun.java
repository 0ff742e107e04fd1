package vedette.app;

import java.nio.file.Path;
import java.util.List;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.core.engine.Picture;
import vedette.edge.feed.Recording;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Zone;
import vedette.node.Replay;

/// Takes a recording through an engine and prints the digests: started as a process of its own under other JVM flags.
///
/// Arguments: the recording; how many events at most; after how many events to go on from a snapshot (0: never).
final class DigestRun {
    private DigestRun() {}

    public static void main(String[] args) throws Exception {
        System.out.println(digests(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2])));
    }

    static String digests(Path file, long mostEvents, long snapshotAfter) throws Exception {
        byte[] bytes = Recording.load(file);
        Wire wire = Wire.of(file, bytes);
        Wire.Known known = new Wire.Known(Domain.TEST, List.of());
        Moment day = LeapSeconds.standard().moment(946_684_800_000_000_000L);
        Playing playing = new Playing(mostEvents, snapshotAfter);
        try {
            new Recording(bytes, wire.kind(bytes, wire.decoders(new SensorId("receiver"), known), day)).play(playing);
        } catch (InterruptedException e) {
            // It has had enough.
        }
        Picture picture = playing.replay.picture();
        return "seq " + picture.seq() + " outputs " + Numbers.hex(picture.digest()) + " picture "
                + Numbers.hex(Engine.pictures().digest(picture));
    }

    private static final class Playing implements Recording.Listener {
        private final long mostEvents;
        private final long snapshotAfter;
        private Replay replay = new Replay(Engine.starting(Domain.TEST), List.of(), 0);
        private boolean begun;
        private boolean resumed;

        Playing(long mostEvents, long snapshotAfter) {
            this.mostEvents = mostEvents;
            this.snapshotAfter = snapshotAfter;
        }

        @Override
        public void measured(Measurement measurement, Moment arrivedAt) throws InterruptedException {
            if (!begun) {
                begun = true;
                replay.configure(new Configuration.Sensors(List.<SensorSite>of()), arrivedAt);
                replay.configure(new Configuration.Zones(List.<Zone>of()), arrivedAt);
            }
            long seq = replay.picture().seq();
            if (seq >= mostEvents) {
                throw new InterruptedException("enough");
            }
            if (snapshotAfter > 0 && seq >= snapshotAfter && !resumed) {
                resumed = true;
                replay = new Replay(Engine.from(readBack(replay.picture())), List.of(), 0);
            }
            replay.take(measurement, arrivedAt);
        }

        @Override
        public void rejected(Rejected rejected) {}

        private static Picture readBack(Picture picture) {
            return switch (Engine.pictures().read(Engine.pictures().bytes(picture))) {
                case Read.Value<Picture>(Picture read) -> read;
                case Read.Damaged<Picture> damaged -> throw new IllegalStateException(damaged.toString());
            };
        }
    }
}
