package vedette.house;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/// How the code reads: names that say something, closed classes, documented promises, no asserts in the core.
public final class Shapes {
    private static final Pattern BANNED_NAME =
            Pattern.compile("(Abstract|Base)[A-Z].*|.*(Manager|Helper|Util|Utils|Impl|Service)");
    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");
    private static final String[] CORE = {"math", "model", "canon", "core.**"};

    private Shapes() {}

    /// Type names that say nothing, and getters.
    public static List<Violation> badNames(House house) {
        return collect(house, (source, node, wrong) -> {
            if (node instanceof ClassTree type
                    && BANNED_NAME.matcher(type.getSimpleName()).matches()) {
                wrong.add(source.violation(
                        node,
                        "name " + type.getSimpleName() + " says nothing",
                        "say what it is, in the field's words"));
            }
            if (node instanceof MethodTree method && isGetter(method)) {
                wrong.add(source.violation(node, "getter " + method.getName(), "a query is a noun: speedMps()"));
            }
        });
    }

    private static boolean isGetter(MethodTree method) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
        return !overrides && GETTER.matcher(method.getName()).matches();
    }

    /// Classes that are neither final nor sealed.
    public static List<Violation> openClasses(House house) {
        return collect(house, (source, node, wrong) -> {
            if (node instanceof ClassTree type
                    && type.getKind() == Tree.Kind.CLASS
                    && !type.getSimpleName().isEmpty()
                    && !isClosed(type.getModifiers().getFlags())) {
                wrong.add(source.violation(
                        node, "class " + type.getSimpleName() + " is open", "make it final, or sealed"));
            }
        });
    }

    private static boolean isClosed(Set<Modifier> flags) {
        return flags.contains(Modifier.FINAL) || flags.contains(Modifier.SEALED);
    }

    /// Public types without a `///` comment, and comments of the old form.
    public static List<Violation> undocumented(House house) {
        return collect(house, (source, node, wrong) -> {
            if (node instanceof ClassTree type
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && !isDocumented(source, type)) {
                wrong.add(source.violation(
                        node,
                        "public " + type.getSimpleName() + " is not documented",
                        "a /// sentence a duty officer understands"));
            }
        });
    }

    private static boolean isDocumented(Source source, ClassTree type) {
        List<String> lines = source.text().lines().toList();
        int line = (int) source.firstLine(type) - 2;
        while (line >= 0 && lines.get(line).isBlank()) {
            line--;
        }
        return line >= 0 && lines.get(line).strip().startsWith("///");
    }

    /// `assert` in the core: it is switched off where it would be needed.
    public static List<Violation> asserts(House house) {
        return collect(house, (source, node, wrong) -> {
            if (node instanceof AssertTree && Rooms.matches(source.room(), CORE)) {
                wrong.add(source.violation(node, "assert in " + source.room(), "use Require.require(...)"));
            }
        });
    }

    /// Hashes hidden behind Map, Set or Collection in the core, where Purity cannot see them iterated.
    public static List<Violation> hiddenHashes(House house) {
        return collect(house, (source, node, wrong) -> {
            if (node instanceof VariableTree variable
                    && Rooms.matches(source.room(), CORE)
                    && variable.getInitializer() instanceof NewClassTree made
                    && isHash(made.getIdentifier().toString())
                    && variable.getType() != null
                    && !isHash(variable.getType().toString())
                    && !variable.getType().toString().equals("var")) {
                wrong.add(source.violation(
                        node,
                        "a hash declared as " + variable.getType(),
                        "declare it as HashMap or HashSet and only look up in it"));
            }
        });
    }

    private static boolean isHash(String type) {
        return type.matches("(java\\.util\\.)?Hash(Map|Set)\\b.*");
    }

    /// Packages without a package-info that is `@NullMarked` and opens with a sentence.
    public static List<Violation> badPackageInfos(House house) {
        List<Violation> wrong = new ArrayList<>();
        Set<String> told = new java.util.TreeSet<>();
        house.sources().stream()
                .filter(each -> each.name().endsWith("package-info.java"))
                .forEach(info -> {
                    told.add(info.room());
                    if (!info.text().contains("@NullMarked")) {
                        wrong.add(new Violation(
                                info.name(), 1, "room " + info.room() + " is not @NullMarked", "annotate the package"));
                    }
                    if (!opensWithASentence(info.text())) {
                        wrong.add(new Violation(
                                info.name(),
                                1,
                                "room " + info.room() + " does not say its purpose",
                                "open with a /// sentence"));
                    }
                });
        house.sources().stream()
                .filter(each -> told.add(each.room()))
                .forEach(first -> wrong.add(new Violation(
                        first.name(),
                        1,
                        "room " + first.room() + " has no package-info",
                        "write one: purpose, in, out, rooms it may use")));
        return wrong;
    }

    private static boolean opensWithASentence(String text) {
        String comment = text.lines()
                .takeWhile(line -> line.startsWith("///") && line.length() > 3)
                .map(line -> line.substring(3))
                .reduce("", String::concat);
        return comment.strip().contains(".") && comment.strip().length() >= 20;
    }

    private interface Rule {
        void judge(Source source, Tree node, List<Violation> wrong);
    }

    private static List<Violation> collect(House house, Rule rule) {
        List<Violation> wrong = new ArrayList<>();
        for (Source source : house.sources()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void scan(Tree node, Void unused) {
                    if (node != null) {
                        rule.judge(source, node, wrong);
                    }
                    return super.scan(node, unused);
                }
            }.scan(source.tree(), null);
        }
        return wrong;
    }
}
