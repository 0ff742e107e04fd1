package vedette.house;

import com.sun.source.tree.ImportTree;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The arrows between rooms: those in the code, those written down, and whether they agree.
public final class Arrows {
    private static final Path TABLE = Path.of("src", "test", "resources", "vedette", "arrows.txt");
    private static final String UPDATE = "JAVA_TOOL_OPTIONS=-Dvedette.arrows.update=true";

    private Arrows() {}

    /// Every arrow of the code with one place where it is used.
    static SortedMap<Arrow, Violation> inCode(House house) {
        SortedMap<Arrow, Violation> found = new TreeMap<>();
        for (Source source : house.sources()) {
            for (ImportTree each : source.tree().getImports()) {
                String target = packageOf(each);
                if (Rooms.isOurs(target)) {
                    add(found, source.room(), Rooms.of(target), source.name(), source.firstLine(each));
                }
            }
        }
        for (JavaClass from : house.classes()) {
            for (Dependency use : from.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getBaseComponentType().getPackageName();
                if (Rooms.isOurs(target)) {
                    add(found, Rooms.of(from.getPackageName()), Rooms.of(target), Code.file(from), Code.line(use));
                }
            }
        }
        return found;
    }

    private static void add(SortedMap<Arrow, Violation> found, String from, String to, String file, long line) {
        if (!from.equals(to)) {
            Arrow arrow = new Arrow(from, to);
            found.putIfAbsent(arrow, new Violation(file, line, arrow.toString(), ""));
        }
    }

    private static String packageOf(ImportTree each) {
        String name = each.getQualifiedIdentifier().toString();
        return name.replaceFirst("\\.(\\*|[A-Z].*)$", "");
    }

    /// Arrows in the code beyond the ceiling of the design.
    public static List<Violation> beyondCeiling(House house) {
        return inCode(house).entrySet().stream()
                .filter(each -> !Ceiling.allows(each.getKey()))
                .map(each -> at(
                        each.getValue(),
                        "arrow " + each.getKey() + " is beyond the ceiling",
                        "move the code to the room it talks about; a new arrow needs a page in docs/decisions"
                                + " and a line in Ceiling"))
                .toList();
    }

    /// Arrows in the code that are not in the table, and arrows in the table that the code does not use.
    public static List<Violation> unlikeTable(House house, Collection<String> table) {
        SortedMap<Arrow, Violation> code = inCode(house);
        SortedSet<Arrow> written = table.stream().map(Arrow::of).collect(Collectors.toCollection(TreeSet::new));
        List<Violation> wrong = new ArrayList<>();
        code.forEach((arrow, place) -> {
            if (!written.contains(arrow)) {
                wrong.add(at(
                        place, "arrow " + arrow + " is not in arrows.txt", "add it, or run the tests with " + UPDATE));
            }
        });
        for (Arrow arrow : written) {
            if (!code.containsKey(arrow)) {
                String remedy = "take the line out, or run the tests with " + UPDATE;
                wrong.add(new Violation("arrows.txt", 0, "arrow " + arrow + " is not in the code", remedy));
            }
        }
        return wrong;
    }

    /// Circles between rooms, looking at the whole names and at their first one, two, … parts.
    public static List<Violation> circles(House house) {
        SortedMap<Arrow, Violation> code = inCode(house);
        int deepest = code.keySet().stream()
                .flatMapToInt(arrow -> IntStream.of(parts(arrow.from()), parts(arrow.to())))
                .max()
                .orElse(0);
        SortedSet<String> circles = new TreeSet<>();
        for (int depth = 1; depth <= deepest; depth++) {
            int d = depth;
            List<Arrow> arrows = code.keySet().stream()
                    .map(arrow -> arrow.atDepth(d))
                    .filter(arrow -> !arrow.from().equals(arrow.to()))
                    .toList();
            Circle.in(arrows).ifPresent(circles::add);
        }
        return circles.stream()
                .map(circle -> new Violation(
                        "src/main/java",
                        0,
                        "circle " + circle,
                        "turn one arrow round: give the noun both need to model"))
                .toList();
    }

    private static int parts(String room) {
        return room.split("\\.").length;
    }

    private static Violation at(Violation place, String rule, String remedy) {
        return new Violation(place.file(), place.line(), rule, remedy);
    }

    /// The table as it is in the project: comments and blank lines left out.
    public static List<String> table() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Writes the table and its page anew from the code: the way to add or remove arrows within the ceiling.
    public static void writeTable(House house) {
        try {
            String text =
                    inCode(house).keySet().stream().map(arrow -> arrow + "\n").collect(Collectors.joining());
            Files.writeString(TABLE, HEAD + text);
            ArchitecturePage.write(asMarkdown());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final String HEAD = """
            # The arrows in use between rooms. The code and this list are equal (ArchitectureTest).
            # Written by: %s ./vedette test
            """.formatted(UPDATE);

    /// The table grouped by the using room, for docs/architecture.md.
    public static String asMarkdown() {
        Map<String, List<String>> byRoom = table().stream()
                .map(Arrow::of)
                .sorted()
                .collect(Collectors.groupingBy(
                        Arrow::from, TreeMap::new, Collectors.mapping(Arrow::to, Collectors.toList())));
        return byRoom.entrySet().stream()
                .map(each -> "| " + each.getKey() + " | " + String.join(", ", each.getValue()) + " |\n")
                .collect(Collectors.joining("", "| room | uses |\n|---|---|\n", ""));
    }
}
