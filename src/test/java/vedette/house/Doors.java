package vedette.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;

/// Each library has its door: the rooms that may use it. A library without a door may be used by none.
public final class Doors {
    private record Door(List<String> packages, String... rooms) {
        boolean isFor(String className) {
            return packages.stream().anyMatch(className::startsWith);
        }
    }

    private static final List<Door> DOORS = List.of(
            new Door(
                    List.of(
                            "tools.jackson.",
                            "com.fasterxml.jackson.",
                            "org.snakeyaml.",
                            "javax.xml.",
                            "org.w3c.dom.",
                            "org.xml.sax."),
                    "format.text"),
            new Door(List.of("io.helidon."), "edge.serve"),
            new Door(
                    List.of("java.net.http.", "com.sun.net.httpserver."),
                    "edge.feed",
                    "edge.serve",
                    "edge.send",
                    "edge.share"),
            new Door(List.of("picocli."), "app"),
            new Door(List.of("java.sql.", "javax.sql."), "edge.record"));

    private Doors() {}

    /// Uses of a library from a room that is not its door.
    public static List<Violation> bypassed(House house) {
        List<Violation> wrong = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                judge(use, wrong);
            }
        }
        return wrong;
    }

    private static void judge(Dependency use, List<Violation> wrong) {
        String room = Rooms.of(use.getOriginClass().getPackageName());
        String target = use.getTargetClass().getBaseComponentType().getName();
        List<Door> doors = DOORS.stream().filter(door -> door.isFor(target)).toList();
        if (doors.isEmpty() && !isFree(target)) {
            wrong.add(Code.violation(
                    use, target + " has no door", "a new library needs a page in docs/decisions and a line in Doors"));
        }
        for (Door door : doors) {
            if (!Rooms.matches(room, door.rooms())) {
                wrong.add(Code.violation(
                        use, target + " is used only in " + String.join(", ", door.rooms()), "go through that room"));
            }
        }
    }

    private static boolean isFree(String name) {
        return !name.contains(".")
                || name.startsWith("java.")
                || name.startsWith("javax.crypto.")
                || name.startsWith("javax.net.")
                || name.startsWith("javax.security.")
                || name.startsWith("org.jspecify.annotations.")
                || Rooms.isOurs(name);
    }
}
