package vedette.app;

import java.util.List;
import vedette.model.Zone;

final class ZoneFiles {
    private ZoneFiles() {}

    static List<Zone> of(Settings s) {
        return List.of();
    }
}
