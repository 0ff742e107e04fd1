package vedette.edge;

import vedette.model.WarningId;

/// Where channels hand in that somebody has a bulletin.
@FunctionalInterface
public interface Receipts {
    /// Hands in a receipt; it is taken before all waiting measurements.
    ///
    /// @param warning of which warning
    /// @param issue which bulletin of it
    /// @param recipient the channel's name; or `channel/who`, which is kept for the record
    void delivered(WarningId warning, int issue, String recipient);
}
