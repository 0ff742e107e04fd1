package vedette.edge.serve;

import java.util.List;
import vedette.edge.DeliveryState;

/// What the display asks of the node that runs it. It is asked about four times a second and must answer at
/// once.
public interface NodeView {
    /// A node that keeps no record and has nothing to say.
    NodeView PLAIN = new NodeView() {
        @Override
        public Report report() {
            return new Report(Recording.NOT_KEPT, true, List.of());
        }

        @Override
        public String metrics() {
            return "";
        }
    };

    /// How the node is.
    Report report();

    /// Its figures in the Prometheus text format, each line ended; names must not begin with
    /// `vedette_display_`.
    String metrics();

    /// How the channels to people are.
    default List<DeliveryState> channels() {
        return List.of();
    }

    /// Whether events are being written down.
    enum Recording {
        /// Each before it is stepped.
        RECORDED,
        /// They should be and are not: said loudly on every screen.
        UNRECORDED,
        /// This node keeps no journal (a replay, a demonstration).
        NOT_KEPT
    }

    /// How a node is.
    ///
    /// @param recording whether events are being written down
    /// @param running whether more events will come: no longer at the end of a replay
    /// @param words troubles that people should know, one sentence each
    record Report(Recording recording, boolean running, List<String> words) {
        /// Copies the words.
        public Report {
            words = List.copyOf(words);
        }
    }
}
