package vedette.format.sapient;

import static vedette.math.Require.require;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vedette.format.text.JsonText;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

/// Any bytes as what SAPIENT nodes claim of the sky, after a node has registered; and as messages in the JSON form.
public final class SapientDecoderFuzz {
    private static final Moment NOON = new Moment(1_795_000_000_000_000_000L);
    private static final byte[] REGISTRATION = frame("registration");
    private static final Decoder.Sink NOBODY = new Decoder.Sink() {
        @Override
        public void measured(Measurement measurement) {
            measurement.provenance();
        }

        @Override
        public void rejected(Rejected rejected) {
            require(!rejected.reason().isBlank() && rejected.offset() >= 0, "%s", rejected);
        }
    };

    // Loads the libraries before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(SapientDecoderFuzz::fuzzerTestOneInput);
    }

    private SapientDecoderFuzz() {}

    private static byte[] frame(String content) {
        return Frames.frame(Sapient.binary(Sample.full(Edition.V2, content)));
    }

    /// A frame of what claims something, and a message as JSON.
    public static List<byte[]> seeds() {
        return List.of(
                frame("detection_report"),
                frame("status_report"),
                frame("registration"),
                JsonText.write(Sapient.json(Sample.full(Edition.V2, "detection_report")), 0)
                        .getBytes(StandardCharsets.UTF_8),
                "{\"nodeId\":\"a8654cdf-4328-47de-81fa-c495589e30c9\"}\n{}".getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(REGISTRATION);
        all.writeBytes(bytes);
        SapientDecoder decoder =
                new SapientDecoder(site -> require(site.volume().maxRangeM() > 0, "%s", site));
        int taken = decoder.decode(all.toByteArray(), 0, all.size(), NOON, NOBODY);
        require(taken >= 0 && taken <= all.size(), "taken %s of %s", taken, all.size());
        json(bytes);
    }

    private static void json(byte[] bytes) {
        byte[] text = ("{" + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        for (byte[] each : List.of(bytes, text)) {
            MessageFile file = new MessageFile(each, Optional.empty());
            int steps = 0;
            for (Optional<MessageFile.Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
                require(++steps <= each.length + 1, "does not end");
                if (entry.get().reading() instanceof Sapient.Refused refused) {
                    require(!refused.findings().isEmpty(), "refused without a finding");
                }
            }
        }
    }
}
