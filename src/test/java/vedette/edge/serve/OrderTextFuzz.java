package vedette.edge.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.model.Moment;

/// Any text as an operator's order: understood, or refused with a reason.
public final class OrderTextFuzz {
    // Loads the JSON library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(OrderTextFuzz::fuzzerTestOneInput);
    }

    private OrderTextFuzz() {}

    /// Some orders.
    public static List<byte[]> seeds() {
        return List.of(
                "{\"act\":\"acknowledge\",\"warning\":\"W-1\"}".getBytes(StandardCharsets.UTF_8),
                "{\"act\":\"identity\",\"track\":7,\"kind\":\"BIRD\",\"affiliation\":\"FRIEND\"}"
                        .getBytes(StandardCharsets.UTF_8),
                "{\"act\":\"inhibit\",\"zone\":\"Z\",\"seconds\":60}".getBytes(StandardCharsets.UTF_8),
                "{\"act\":\"note\",\"track\":7,\"text\":\"seen\"}".getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (OrderText.read(new String(bytes, StandardCharsets.UTF_8), new Moment(1))
                        instanceof OrderText.Refused(String why)
                && why.isBlank()) {
            throw new AssertionError("refused without a reason");
        }
    }
}
