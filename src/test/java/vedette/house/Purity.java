package vedette.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What pure rooms may not touch: clocks, threads, files, sockets, chance, environment, logs, and the machine's locale.
public final class Purity {
    private static final String[] PURE = {
        "math", "model", "canon", "core.**", "format.**", "simulate", "score", "report"
    };
    private static final String[] FIXED_ARITHMETIC = {"math", "model", "canon", "core.**"};

    /// Classes that a pure room may not even name.
    ///
    /// @param rooms where it is banned
    /// @param names start of a class name; a full class name when it ends with `$`
    private record Ban(String[] rooms, List<String> names, String rule, String remedy) {
        boolean hits(String room, String className) {
            return Rooms.matches(room, rooms) && names.stream().anyMatch(name -> (className + "$").startsWith(name));
        }
    }

    private static final List<Ban> CLASSES = List.of(
            new Ban(
                    PURE,
                    List.of(
                            "java.io.File",
                            "java.io.RandomAccessFile$",
                            "java.io.Console$",
                            "java.io.PrintStream$",
                            "java.nio.file.",
                            "java.nio.channels.",
                            "java.net.",
                            "javax.net.",
                            "java.sql."),
                    "no files, sockets or consoles in pure rooms",
                    "take bytes or text as parameters; edge reads and writes them"),
            new Ban(
                    PURE,
                    List.of(
                            "java.lang.Thread",
                            "java.util.concurrent.",
                            "java.util.Timer",
                            "java.lang.ref.",
                            "java.lang.ScopedValue$"),
                    "no threads in pure rooms",
                    "return values; node runs them"),
            new Ban(
                    PURE,
                    List.of(
                            "java.util.Random$",
                            "java.util.random.",
                            "java.util.SplittableRandom$",
                            "java.security.SecureRandom$"),
                    "no chance in pure rooms",
                    "use Draws.of(seed, seq, purpose)"),
            new Ban(
                    PURE,
                    List.of(
                            "java.lang.Process",
                            "java.lang.Runtime$",
                            "java.util.logging.",
                            "java.lang.System$Logger",
                            "org.slf4j.",
                            "java.lang.management.",
                            "java.util.prefs."),
                    "no environment and no log in pure rooms",
                    "return an Output; edge and app log it"),
            new Ban(
                    PURE,
                    List.of(
                            "java.text.",
                            "java.util.TimeZone$",
                            "java.util.Calendar$",
                            "java.util.GregorianCalendar$",
                            "java.util.Date$"),
                    "no locale or calendar of the machine in pure rooms",
                    "format with Locale.ROOT; Moment is the time"),
            new Ban(
                    new String[] {"math", "model", "canon", "core.**", "simulate", "score", "report"},
                    List.of("java.time."),
                    "java.time only in format, edge, node and app",
                    "use Moment; format turns UTC into it"),
            new Ban(
                    FIXED_ARITHMETIC,
                    List.of("java.io.InputStream$", "java.io.OutputStream$", "java.io.Reader$", "java.io.Buffered"),
                    "no streams in math, model and core",
                    "format reads tables and hands over values"));

    /// A method that a room may not call.
    private record BannedCall(String[] rooms, Predicate<JavaAccess<?>> is, String rule, String remedy) {}

    private static final List<BannedCall> CALLS = List.of(
            call(
                    PURE,
                    "java.lang.System",
                    "(?!arraycopy).*",
                    "no clock or environment in pure rooms",
                    "use event.arrivedAt()"),
            call(
                    PURE,
                    "java.lang.Math|java.lang.StrictMath",
                    "random",
                    "no chance in pure rooms",
                    "use Draws.of(seed, seq, purpose)"),
            call(PURE, "java.util.Locale", "getDefault", "no locale of the machine", "use Locale.ROOT"),
            call(PURE, "java.nio.charset.Charset", "defaultCharset", "no charset of the machine", "name the charset"),
            call(PURE, "java.util.UUID", "randomUUID", "no chance in pure rooms", "number things by their cause"),
            call(PURE, "java.util.Collections", "shuffle", "no chance in pure rooms", "use Draws"),
            call(PURE, "java.lang.Object", "wait|notify|notifyAll", "no threads in pure rooms", "return values"),
            call(
                    PURE,
                    ".*",
                    "parallelStream|parallel",
                    "no parallel work in pure rooms",
                    "keep the order; node has Lanes"),
            call(PURE, "java.util.Arrays", "parallel.*", "no parallel work in pure rooms", "use the sequential one"),
            withoutLocale(),
            withoutCharset(),
            call(
                    new String[] {"math", "model", "canon", "core.**", "simulate", "score", "report"},
                    "java.lang.Class|java.lang.ClassLoader|java.lang.Module",
                    "getResource.*|getSystemResource.*",
                    "resources are read in format only",
                    "let format read it and hand over values"),
            call(
                    FIXED_ARITHMETIC,
                    "java.util.(HashMap|HashSet|Hashtable|IdentityHashMap|WeakHashMap)",
                    "entrySet|keySet|values|forEach|iterator|stream|spliterator|replaceAll|toArray|toString|removeIf",
                    "never iterate over a hash: its order is not ours",
                    "use LongMap, TreeMap, LinkedHashMap or a list"),
            call(
                    FIXED_ARITHMETIC,
                    "java.util.(Map|Set)",
                    "of|ofEntries|copyOf",
                    "Map.of and Set.of change their order between runs",
                    "use List.of, EnumMap, TreeMap or LinkedHashMap"),
            intoAHash(),
            call(
                    FIXED_ARITHMETIC,
                    "java.util.stream.Collectors",
                    "toSet|toUnmodifiableSet|toUnmodifiableMap",
                    "hash sets have no order of ours",
                    "collect into a TreeSet, TreeMap or list"));

    private static final String TRANSCENDENTAL =
            "sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot";

    private Purity() {}

    private static BannedCall call(String[] rooms, String owner, String method, String rule, String remedy) {
        return new BannedCall(
                rooms,
                access -> access.getTargetOwner().getName().matches(owner)
                        && access.getName().matches(method),
                rule,
                remedy);
    }

    private static BannedCall withoutLocale() {
        return new BannedCall(
                PURE,
                access -> access.getTargetOwner().getName().equals("java.lang.String")
                        && (access.getName().equals("formatted")
                                || access.getName().matches("format|toLowerCase|toUpperCase")
                                        && !access.getTarget().getFullName().contains("java.util.Locale")),
                "text depends on the machine's locale",
                "pass Locale.ROOT");
    }

    private static BannedCall intoAHash() {
        return new BannedCall(
                FIXED_ARITHMETIC,
                access -> access.getTargetOwner().getName().equals("java.util.stream.Collectors")
                        && access.getName().matches("toMap|groupingBy")
                        && !access.getTarget().getFullName().contains("java.util.function.Supplier"),
                "collects into a hash: its order is not ours",
                "give TreeMap::new");
    }

    private static BannedCall withoutCharset() {
        return new BannedCall(
                PURE,
                access -> access.getTarget().getFullName().equals("java.lang.String.getBytes()")
                        || access.getTarget().getFullName().equals("java.lang.String.<init>([B)"),
                "text depends on the machine's charset",
                "name the charset");
    }

    /// Uses of clocks, threads, files, sockets, chance, environment, logs or locale in pure rooms.
    public static List<Violation> breaches(House house) {
        List<Violation> wrong = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            String room = Rooms.of(type.getPackageName());
            if (Rooms.matches(room, PURE)) {
                bannedClasses(type, room, wrong);
                bannedCalls(type, room, wrong);
            }
        }
        return wrong;
    }

    private static void bannedClasses(JavaClass type, String room, List<Violation> wrong) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
            String name = use.getTargetClass().getBaseComponentType().getName();
            CLASSES.stream()
                    .filter(ban -> ban.hits(room, name))
                    .forEach(ban -> wrong.add(Code.violation(use, ban.rule() + " (" + name + ")", ban.remedy())));
        }
    }

    private static void bannedCalls(JavaClass type, String room, List<Violation> wrong) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            CALLS.stream()
                    .filter(ban -> Rooms.matches(room, ban.rooms()) && ban.is().test(access))
                    .forEach(ban ->
                            wrong.add(Code.violation(access, ban.rule() + " (" + shown(access) + ")", ban.remedy())));
        }
    }

    private static String shown(JavaAccess<?> access) {
        return access.getTargetOwner().getSimpleName() + "." + access.getName();
    }

    /// Transcendental functions outside `vedette.math.Exact` in rooms of fixed arithmetic: their last bit varies.
    public static List<Violation> inexactFunctions(House house) {
        List<Violation> wrong = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            if (!Rooms.matches(Rooms.of(type.getPackageName()), FIXED_ARITHMETIC)) {
                continue;
            }
            boolean exact = type.getName().equals("vedette.math.Exact");
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                boolean banned = owner.equals("java.lang.Math") || !exact && owner.equals("java.lang.StrictMath");
                if (banned && access.getName().matches(TRANSCENDENTAL)) {
                    wrong.add(Code.violation(
                            access,
                            shown(access) + " differs in its last bit between CPUs and compilers",
                            "use vedette.math.Exact"));
                }
            }
        }
        return wrong;
    }
}
