package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.edge.Channel;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.cot.CotSamples;
import vedette.model.Altitude;
import vedette.model.Cleared;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.TestMessage;

class DoorsMapTest {
    /// A channel with a map.
    private static final class Map implements Channel<Cleared.Exercise>, Sender {
        private final List<Output> shown = new ArrayList<>();

        @Override
        public void send(Emission emission) {
            shown.add(emission.output());
        }

        @Override
        public String name() {
            return "map";
        }

        @Override
        public void publish(Cleared.Exercise cleared) {}

        @Override
        public void attempt(TestMessage message) {}

        @Override
        public void close() {}
    }

    @Test
    void aChannelWithAMapIsToldOfTracks() {
        Map map = new Map();
        Output news =
                new Output.TrackChanged(CotSamples.drone(1, new Altitude.Ellipsoidal(150, 5), Releasability.OPEN));
        try (Doors<Cleared.Exercise> doors = new Doors<>(Cleared.Exercise.class, List.of(map), _ -> {})) {
            doors.send(new Emission(CotSamples.NOW, 1, 0, news));
        }
        assertEquals(List.of(news), map.shown);
    }
}
