package vedette.core.share;

import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// Names of shared things.
final class Things {
    private Things() {}

    static String of(Shared shared) {
        String kind = switch (shared) {
            case SharedWarning _ -> "W";
            case SharedTrack _ -> "T";
            case SharedNotice _ -> "N";
        };
        return kind + "/" + shared.origin().node() + "/" + shared.origin().id();
    }

    static String track(String node, String id) {
        return "T/" + node + "/" + id;
    }

    /// Whether its maker says that it is over.
    static boolean isOver(Shared shared) {
        return switch (shared) {
            case SharedWarning warning -> warning.stage().ended();
            case SharedTrack track -> track.ended();
            case SharedNotice notice -> notice.withdrawn();
        };
    }
}
