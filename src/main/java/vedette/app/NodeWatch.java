package vedette.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vedette.core.engine.Picture;
import vedette.edge.DeliveryState;
import vedette.edge.EventLog;
import vedette.edge.serve.NodeView;
import vedette.node.Node;

/// How a node is, for its display and for monitoring.
///
/// @param node the node, once it is built
/// @param keepsLog whether there should be a record at all
/// @param doors how the channels to people are
record NodeWatch(Supplier<@Nullable Node> node, boolean keepsLog, Supplier<List<DeliveryState>> doors)
        implements NodeView {
    @Override
    public List<DeliveryState> channels() {
        return doors.get();
    }

    @Override
    public Report report() {
        Node watched = node.get();
        if (watched == null) {
            return new Report(Recording.NOT_KEPT, false, List.of("The node is starting."));
        }
        Node.Condition condition = watched.condition();
        List<String> words = new ArrayList<>();
        if (!condition.fatal().isEmpty()) {
            words.add("The node has stopped: " + condition.fatal() + ". Restart it.");
        }
        if (keepsLog && !condition.record().recording()) {
            words.add("Nothing is being recorded: " + condition.record().why());
        }
        if (condition.shed() > 0) {
            words.add(condition.shed() + " measurements were dropped: too many came at once.");
        }
        if (condition.senderFaults() > 0) {
            words.add(condition.senderFaults() + " outputs could not be handed on.");
        }
        return new Report(recording(condition), condition.running(), words);
    }

    @Override
    public String metrics() {
        Node watched = node.get();
        if (watched == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        metrics(watched.condition(), watched.picture()).forEach(metric -> text.append(metric.text()));
        return text.toString();
    }

    /// One figure.
    private record Metric(String name, boolean counts, String help, long value) {
        static Metric counter(String name, String help, long value) {
            return new Metric(name + "_total", true, help, value);
        }

        static Metric gauge(String name, String help, long value) {
            return new Metric(name, false, help, value);
        }

        String text() {
            return "# HELP " + name + " " + help + "\n# TYPE " + name + (counts ? " counter\n" : " gauge\n") + name
                    + " " + value + "\n";
        }
    }

    private static List<Metric> metrics(Node.Condition node, Picture picture) {
        EventLog.State record = node.record();
        return List.of(
                Metric.counter("vedette_events", "Events taken since the journal began.", picture.seq()),
                Metric.gauge(
                        "vedette_tracks",
                        "Tracks in the picture, tentative ones too.",
                        picture.tracks().size()),
                Metric.gauge("vedette_warnings_open", "Warnings that have not ended.", picture.openWarnings()),
                Metric.gauge("vedette_inlet_waiting", "Events that wait to be taken.", node.waiting()),
                Metric.counter("vedette_inlet_shed", "Measurements that found no room.", node.shed()),
                Metric.counter("vedette_sender_faults", "Outputs a sender failed on.", node.senderFaults()),
                Metric.gauge("vedette_recording", "1 while events are recorded.", record.recording() ? 1 : 0),
                Metric.counter("vedette_record_missed", "Events not recorded.", record.missed()),
                Metric.gauge("vedette_record_seq", "The latest event written.", record.lastSeq()),
                Metric.gauge("vedette_record_synced_seq", "The latest event on the disk.", record.syncedSeq()),
                Metric.gauge("vedette_running", "1 while events are taken.", node.running() ? 1 : 0));
    }

    private Recording recording(Node.Condition condition) {
        if (!keepsLog) {
            return Recording.NOT_KEPT;
        }
        return condition.record().recording() ? Recording.RECORDED : Recording.UNRECORDED;
    }
}
