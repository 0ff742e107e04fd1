package vedette.format.sapient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorSite;

/// Reads a recorded stream of frames as measurements: what nodes registered and told of their state is used as a fusion
/// node would use it, but nothing is answered.
public final class SapientDecoder implements Decoder {
    /// Nodes of one recording.
    private static final int MOST_NODES = 4_096;

    private final Nodes nodes = new Nodes(Optional.empty());
    private final Map<String, NodeClaims> known = new HashMap<>();
    private final Consumer<SensorSite> presented;
    private boolean lost;

    /// A decoder of one stream.
    ///
    /// @param presented told of each sensor that presents itself, before its first measurement
    public SapientDecoder(Consumer<SensorSite> presented) {
        this.presented = presented;
    }

    @Override
    public int decode(byte[] bytes, int from, int to, Moment arrivedAt, Sink sink) {
        int at = from;
        while (!lost) {
            switch (Frames.at(bytes, at, to)) {
                case Frames.Frame(int begin, int end) -> {
                    take(nodes.binary(bytes, begin, end), begin - from, sink);
                    at = end;
                }
                case Frames.Unfinished _ -> {
                    return at - from;
                }
                case Frames.Lost(long length) -> {
                    sink.rejected(new Rejected(at - from, "frame", "a length of " + length + " bytes"));
                    lost = true;
                }
            }
        }
        return to - from;
    }

    private void take(Sapient.Reading reading, int offset, Sink sink) {
        switch (reading) {
            case Sapient.Taken taken -> taken(taken, offset, sink);
            case Sapient.Refused refused -> {
                Finding first = refused.findings().getFirst();
                sink.rejected(new Rejected(offset, first.field(), first.reason()));
            }
        }
    }

    private void taken(Sapient.Taken message, int offset, Sink sink) {
        Optional<NodeClaims> node = Optional.ofNullable(known.get(message.nodeId()));
        NodeClaims.Sink to = into(sink);
        switch (message.content()) {
            case "registration" -> registered(message, node, offset, sink);
            case "status_report" -> node.ifPresentOrElse(it -> it.status(message, to), () -> stranger(offset, sink));
            case "detection_report" ->
                node.ifPresentOrElse(it -> it.detection(message, to), () -> stranger(offset, sink));
            default -> {
                // Acknowledgements, tasks and alerts claim nothing of the sky.
            }
        }
    }

    private void registered(Sapient.Taken message, Optional<NodeClaims> node, int offset, Sink sink) {
        NodeFacts facts = NodeFacts.of(message);
        if (node.isPresent()) {
            node.get().registered(facts);
        } else if (known.size() < MOST_NODES) {
            known.put(message.nodeId(), new NodeClaims(facts));
        } else {
            sink.rejected(new Rejected(offset, "node_id", "more than " + MOST_NODES + " nodes"));
        }
    }

    private static void stranger(int offset, Sink sink) {
        sink.rejected(new Rejected(offset, "node_id", "the node has not registered"));
    }

    private NodeClaims.Sink into(Sink sink) {
        return new NodeClaims.Sink() {
            @Override
            public void presented(SensorSite site) {
                presented.accept(site);
            }

            @Override
            public void measured(Measurement measurement) {
                sink.measured(measurement);
            }
        };
    }
}
