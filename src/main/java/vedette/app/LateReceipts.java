package vedette.app;

import org.jspecify.annotations.Nullable;
import vedette.edge.Receipts;
import vedette.model.WarningId;

/// Receipts for a node that is built after its channels: before it runs, nothing is published, and none can come.
final class LateReceipts implements Receipts {
    private volatile @Nullable Receipts node;

    /// From now on they go to this node.
    void to(Receipts running) {
        node = running;
    }

    @Override
    public void delivered(WarningId warning, int issue, String recipient) {
        Receipts running = node;
        if (running != null) {
            running.delivered(warning, issue, recipient);
        }
    }
}
