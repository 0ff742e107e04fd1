package vedette.edge.send;

import java.util.List;
import vedette.format.cot.CotReport;
import vedette.model.WarningId;

/// Who listens to a [CotFlow]: the connections of a server, one connection, or a multicast group.
interface CotAudience {
    /// A bulletin.
    ///
    /// @param warning of which warning
    /// @param issue which bulletin of it
    /// @param reports what is sent
    record Letter(WarningId warning, int issue, List<CotReport> reports) {}

    /// Everything there is to tell to one who has just come.
    ///
    /// @param warnings in force, or lately ended
    /// @param objects zones and tracks
    record Picture(List<Letter> warnings, List<CotReport> objects) {}

    /// A bulletin goes out, before everything that waits.
    void urgent(Letter letter, Picture picture);

    /// Tracks have news: at most once a second.
    ///
    /// @param changed those with news
    /// @param picture with them
    void news(List<CotReport> changed, Picture picture);
}
