package vedette.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vedette.format.lines.NetLines;
import vedette.model.Configuration;
import vedette.model.Configuration.Expectation;
import vedette.model.Configuration.Listener;
import vedette.model.LatLon;
import vedette.model.SensorId;

/// The nodes that listen for what flies (`listeners:`), and how often their hearts beat.
///
/// @param nodes one a node
/// @param periodS how often each tells that it lives, seconds; infinite when none does, so that silence means nothing
/// @param lateS how old its messages may be, seconds
record RosterSetting(List<Listener> nodes, double periodS, double lateS) {
    private static final double DAY_S = 86_400;

    /// What is heard 4 km away comes 12 s later, and the network's delay on top.
    private static final double LATE_S = 60;

    static final RosterSetting NONE = new RosterSetting(List.of(), Double.POSITIVE_INFINITY, LATE_S);

    RosterSetting {
        nodes = List.copyOf(nodes);
    }

    /// Reads the block.
    static RosterSetting of(SettingsKeys keys, Path folder) {
        if (!keys.has("listeners")) {
            return NONE;
        }
        SettingsKeys block = keys.part("listeners");
        List<Listener> nodes = new ArrayList<>();
        for (String file : block.texts("files")) {
            nodes.addAll(MissileFiles.taken(
                    SettingsReader.readable(block, "files", SettingsReader.path(folder, file)), NetLines::nodes));
        }
        block.parts("nodes").forEach(node -> nodes.add(node(node)));
        Set<SensorId> seen = new HashSet<>();
        for (Listener node : nodes) {
            if (!seen.add(node.sensor())) {
                throw block.wrong("nodes", "name " + node.sensor() + " twice", "Give each node its own id");
            }
        }
        double periodS = block.number("period_s", 0.1, DAY_S, Double.POSITIVE_INFINITY);
        double lateS = block.number("late_s", 0.1, DAY_S, LATE_S);
        block.nothingElse();
        return new RosterSetting(nodes, periodS, lateS);
    }

    private static Listener node(SettingsKeys keys) {
        SensorId id = keys.sensor("id", "Give the name its messages bear");
        double latDeg =
                keys.number("lat", -90, 90).orElseThrow(() -> keys.wrong("lat", "is missing", "Give it in degrees"));
        double lonDeg =
                keys.number("lon", -180, 180).orElseThrow(() -> keys.wrong("lon", "is missing", "Give it in degrees"));
        keys.nothingElse();
        return new Listener(id, LatLon.ofDegrees(latDeg, lonDeg));
    }

    /// What the engine is told of them.
    List<Configuration> told() {
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<Expectation> expected = nodes.stream()
                .map(node -> new Expectation(node.sensor(), periodS, lateS))
                .toList();
        return List.of(new Configuration.Listeners(nodes), new Configuration.Feeds(expected));
    }
}
