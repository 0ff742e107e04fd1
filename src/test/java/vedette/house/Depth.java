package vedette.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How deep things may go: classes inherit once at most, and the core never calls itself.
public final class Depth {
    private static final String[] CORE = {"core.**"};

    private Depth() {}

    /// Classes with more than one ancestor beside Object. Exceptions stand in the JDK's own tree and are exempt.
    public static List<Violation> inheritance(House house) {
        return house.classes().stream()
                .filter(type -> !isException(type) && !type.isEnum() && !type.isRecord())
                .filter(type -> ancestors(type) > 1)
                .map(type -> new Violation(
                        Code.file(type),
                        1,
                        type.getSimpleName() + " inherits over two levels",
                        "compose: hold the other as a field"))
                .toList();
    }

    /// By name: the classes of the JDK are not read.
    private static boolean isException(JavaClass type) {
        return type.getAllRawSuperclasses().stream()
                .anyMatch(each -> each.getName().matches(".*(Exception|Error|Throwable)"));
    }

    private static long ancestors(JavaClass type) {
        return type.getAllRawSuperclasses().stream()
                .map(JavaClass::getName)
                .filter(name -> !name.equals("java.lang.Object") && !name.equals("java.lang.Enum"))
                .count();
    }

    /// Methods of the core that reach themselves through calls the compiler can see.
    public static List<Violation> recursion(House house) {
        SortedMap<String, JavaCodeUnit> units = new TreeMap<>();
        List<Arrow> calls = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            if (Rooms.matches(Rooms.of(type.getPackageName()), CORE)) {
                type.getCodeUnits().forEach(unit -> units.put(unit.getFullName(), unit));
                type.getCodeUnitAccessesFromSelf().forEach(call -> calls.add(arrow(call)));
            }
        }
        List<Arrow> inside = calls.stream()
                .filter(call -> units.containsKey(call.to()))
                .distinct()
                .toList();
        return Circle.startsIn(inside).entrySet().stream()
                .map(circle -> told(units, circle))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Arrow arrow(JavaCodeUnitAccess<?> call) {
        Optional<? extends JavaCodeUnit> target = call.getTarget().resolveMember();
        return new Arrow(
                call.getOrigin().getFullName(),
                target.map(JavaCodeUnit::getFullName).orElse(call.getTarget().getFullName()));
    }

    private static Violation told(Map<String, JavaCodeUnit> units, Map.Entry<String, String> circle) {
        JavaCodeUnit unit = units.get(circle.getKey());
        return new Violation(
                Code.file(unit.getOwner()),
                unit.getSourceCodeLocation().getLineNumber(),
                "recursion in core: "
                        + circle.getValue().replaceAll("\\([^)]*\\)", "").replace("vedette.", ""),
                "use a loop with a bounded stack: hostile data must not choose the depth");
    }
}
