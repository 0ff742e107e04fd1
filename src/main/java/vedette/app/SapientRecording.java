package vedette.app;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vedette.edge.feed.Recording;
import vedette.format.lines.SensedLines.Sensed;
import vedette.format.sapient.Frames;
import vedette.format.sapient.MessageFile;
import vedette.format.sapient.Sapient;
import vedette.format.sapient.SapientDecoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A recording of what SAPIENT nodes said: frames as they came, or one JSON message a line.
final class SapientRecording {
    private SapientRecording() {}

    /// Whether bytes are one, as their first message tells: it is whole, or what is wrong with it is not that it is
    /// none.
    static boolean is(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Frames.HEAD + Sapient.LONGEST_FRAME));
        return new MessageFile(head, Optional.empty())
                .next()
                .map(first -> switch (first.reading()) {
                    case Sapient.Taken _ -> true;
                    case Sapient.Refused refused -> refused.nodeId().isPresent();
                })
                .orElse(false);
    }

    /// Its frames; lines that hold no message become frames that hold none, so that they are refused and counted.
    static byte[] framed(byte[] bytes) {
        MessageFile file = new MessageFile(bytes, Optional.empty());
        if (file.isFramed()) {
            return bytes;
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (Optional<MessageFile.Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
            frames.writeBytes(Frames.frame(
                    switch (entry.get().reading()) {
                        case Sapient.Taken taken -> Sapient.binary(taken.part());
                        case Sapient.Refused _ -> new byte[] {};
                    }));
        }
        return frames.toByteArray();
    }

    /// What its sensors claimed, in the order in which it came.
    ///
    /// @param day on which it began, where it does not say
    /// @param refused takes what is no message, or cannot be used
    static List<RaidFolder.Arrival> arrivals(byte[] bytes, Moment day, Consumer<Rejected> refused)
            throws InterruptedException {
        Map<SensorId, SensorSite> sites = new TreeMap<>();
        byte[] framed = framed(bytes);
        Recording recording = new Recording(
                framed,
                Wire.SAPIENT.kind(framed, () -> new SapientDecoder(site -> sites.put(site.sensor(), site)), day));
        List<RaidFolder.Arrival> arrivals = new ArrayList<>();
        recording.play(new Recording.Listener() {
            @Override
            public void measured(Measurement measurement, Moment arrivedAt) {
                Optional<SensorSite> site =
                        Optional.ofNullable(sites.get(measurement.provenance().sensor()));
                arrivals.add(new RaidFolder.Arrival(
                        arrivedAt, new Sensed(Optional.of(arrivedAt), site.map(SensorSite::place), measurement)));
            }

            @Override
            public void rejected(Rejected rejected) {
                refused.accept(rejected);
            }
        });
        return arrivals;
    }
}
