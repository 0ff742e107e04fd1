package vedette.format.sapient;

import java.util.List;
import java.util.Optional;
import vedette.model.Geodetic;
import vedette.model.SensorId;

/// What a node said of itself when it registered, and where it said it stands.
///
/// @param nodeId its UUID
/// @param sensor under which name its claims are taken: its name and the first eight digits of its UUID
/// @param edition the edition it speaks
/// @param types what it is, as `RADAR`
/// @param modes the names of its modes
/// @param statusS how often it promised a status report, seconds, above 0
/// @param kilometresAnHour whether it tells velocities in km/h, not in m/s
/// @param place where it stands, where it has told
/// @param looks what it tells of the nature of what it sees
public record NodeFacts(
        String nodeId,
        SensorId sensor,
        Edition edition,
        List<String> types,
        List<String> modes,
        double statusS,
        boolean kilometresAnHour,
        Optional<Geodetic> place,
        Looks looks) {
    /// What acts on others is an effector. It may speak to us; it is never asked for anything.
    private static final List<String> EFFECTORS = List.of("KINETIC", "JAMMER", "CYBER", "LDEW", "RFDEW");

    private static final int LONGEST_NAME = 40;
    private static final double SHORTEST_S = 0.1;
    private static final double LONGEST_S = 86_400;

    /// Copies the lists.
    public NodeFacts {
        types = List.copyOf(types);
        modes = List.copyOf(modes);
    }

    /// What a registration tells.
    ///
    /// @param registration a message with that content
    public static NodeFacts of(Sapient.Taken registration) {
        Part body = registration.body();
        return new NodeFacts(
                registration.nodeId(),
                sensor(registration.nodeId(), body.text("name").orElse("")),
                registration.edition(),
                body.parts("node_definition").stream()
                        .map(node -> node.choice("node_type").orElse("UNSPECIFIED"))
                        .toList(),
                body.parts("mode_definition").stream()
                        .map(mode -> mode.text("mode_name").orElse(""))
                        .toList(),
                statusS(body),
                kilometres(body),
                Optional.empty(),
                Looks.of(body));
    }

    private static SensorId sensor(String nodeId, String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).strip();
        return new SensorId((cut.isEmpty() ? "node" : cut) + " " + nodeId.substring(0, Math.min(8, nodeId.length())));
    }

    private static double statusS(Part registration) {
        return registration
                .part("status_definition")
                .flatMap(status -> status.part("status_interval"))
                .map(NodeFacts::seconds)
                .map(told -> Math.clamp(told, SHORTEST_S, LONGEST_S))
                .orElse(LONGEST_S);
    }

    /// A duration of the standard in seconds.
    static double seconds(Part duration) {
        double value = duration.number("value").orElse(0);
        return value
                * switch (duration.choice("units").orElse("SECONDS")) {
                    case "NANOSECONDS" -> 1e-9;
                    case "MICROSECONDS" -> 1e-6;
                    case "MILLISECONDS" -> 1e-3;
                    case "MINUTES" -> 60;
                    case "HOURS" -> 3_600;
                    case "DAYS" -> 86_400;
                    default -> 1;
                };
    }

    private static boolean kilometres(Part registration) {
        return registration.parts("mode_definition").stream()
                .flatMap(mode -> mode.parts("detection_definition").stream())
                .flatMap(detection -> detection.part("velocity_type").stream())
                .flatMap(velocity -> velocity.part("enu_velocity_units").stream())
                .anyMatch(units ->
                        units.choice("east_north_rate_units").orElse("").equals("KPH"));
    }

    /// Whether it is a sensor, a platform of one or a fusion node, and no effector.
    public boolean isSensor() {
        return types.stream().noneMatch(EFFECTORS::contains);
    }

    /// Whether it is a radar.
    public boolean isRadar() {
        return types.contains("RADAR");
    }

    /// Whether it moves.
    public boolean moves() {
        return types.contains("MOBILE_NODE");
    }

    /// The same node at a place.
    NodeFacts at(Geodetic where) {
        return new NodeFacts(
                nodeId, sensor, edition, types, modes, statusS, kilometresAnHour, Optional.of(where), looks);
    }

    /// The same node after a report: who classes once, classes.
    NodeFacts after(Part report) {
        Looks now = looks.after(report);
        return now.equals(looks)
                ? this
                : new NodeFacts(nodeId, sensor, edition, types, modes, statusS, kilometresAnHour, place, now);
    }
}
