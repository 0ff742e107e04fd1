package vedette.edge.send;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.format.cot.CotReport;
import vedette.model.WarningId;

/// Who listens to a [CotFlow]: the connections of a server, one connection, or a multicast group.
interface CotAudience {
    /// A bulletin.
    ///
    /// @param warning of which warning
    /// @param issue which bulletin of it
    /// @param reports what is sent
    /// @param chunk the same as it goes over a stream
    record Letter(WarningId warning, int issue, List<CotReport> reports, CotChunk chunk) {
        static Letter of(WarningId warning, int issue, List<CotReport> reports) {
            return new Letter(warning, issue, reports, CotChunk.of(reports));
        }
    }

    /// Everything there is to tell to one who has just come.
    final class Picture {
        private final List<Letter> warnings;
        private final List<CotReport> zones;
        private final List<CotReport> tracks;
        private volatile @Nullable List<CotChunk> chunks;

        /// @param warnings in force, or lately ended
        Picture(List<Letter> warnings, List<CotReport> zones, List<CotReport> tracks) {
            this.warnings = List.copyOf(warnings);
            this.zones = List.copyOf(zones);
            this.tracks = List.copyOf(tracks);
        }

        /// In force, or lately ended.
        List<Letter> warnings() {
            return warnings;
        }

        /// What is protected.
        List<CotReport> zones() {
            return zones;
        }

        /// Zones and tracks as they go over a stream: made for the first who asks, the same for all.
        List<CotChunk> chunks() {
            List<CotChunk> made = chunks;
            if (made == null) {
                List<CotReport> all = new ArrayList<>(zones);
                all.addAll(tracks);
                made = CotChunk.all(all);
                chunks = made;
            }
            return made;
        }
    }

    /// A bulletin goes out, before everything that waits.
    void urgent(Letter letter, Picture picture);

    /// Tracks have news: at most once a second.
    ///
    /// @param changed those with news
    /// @param picture with them
    void news(List<CotReport> changed, Picture picture);
}
