package vedette.edge.serve;

import java.util.ArrayList;
import java.util.List;
import vedette.edge.DeliveryState;

/// A node, with what is wrong with the security log among its troubles: what is not written down must not go unseen.
///
/// @param node the node
/// @param log the log
record Watched(NodeView node, SecurityLog log) implements NodeView {
    @Override
    public Report report() {
        Report report = node.report();
        if (log.trouble().isEmpty()) {
            return report;
        }
        List<String> words = new ArrayList<>(report.words());
        words.add(log.trouble());
        return new Report(report.recording(), report.running(), words);
    }

    @Override
    public String metrics() {
        return node.metrics();
    }

    @Override
    public List<DeliveryState> channels() {
        return node.channels();
    }
}
