package vedette.format.cot;

import static vedette.math.Require.require;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Any bytes as Cursor-on-Target: each message is read or refused; what was read is written in both forms and read
/// again.
public final class CotFuzz {
    // Loads the XML library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(CotFuzz::fuzzerTestOneInput);
    }

    private CotFuzz() {}

    /// An event in each form.
    public static List<byte[]> seeds() {
        byte[] xml = CotXml.write(CotXmlTest.drone()).getBytes(StandardCharsets.UTF_8);
        byte[] payload = TakProto.payload(CotXmlTest.drone());
        return List.of(xml, TakProto.mesh(payload), TakProto.stream(payload), TakProto.mesh(TakProto.control("me")));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        int number = 0;
        for (CotFrames.Entry entry : CotFrames.readAll(bytes)) {
            CotLines.line(++number, entry);
            if (entry.reading() instanceof Cot.Message(Optional<CotEvent> event, var _)) {
                event.ifPresent(CotFuzz::again);
            }
        }
    }

    private static void again(CotEvent event) {
        byte[] xml = CotXml.write(event).getBytes(StandardCharsets.UTF_8);
        require(xml.length > Cot.LONGEST || CotXml.read(xml) instanceof Cot.Message, "written as XML: %s", event);
        byte[] payload = TakProto.payload(event);
        Cot.Reading second = TakProto.payload(payload, 0, payload.length);
        require(payload.length > Cot.LONGEST || second instanceof Cot.Message, "written as TAK protocol: %s", second);
    }
}
