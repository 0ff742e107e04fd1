package vedette.format.share;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.ObjectKind;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// Shared items and rules made from a seed.
public final class Items {
    /// 2026-11-23T09:46:40Z, roughly: no test depends on the leap seconds.
    public static final Moment NOON = new Moment(1_795_427_237_000_000_000L);

    static final List<String> COMMUNITIES = List.of("NORD", "OST", "SUED", "WEST");

    private Items() {}

    /// Salts as good as chance, for tests.
    public static byte[] salt(String words) {
        return Arrays.copyOf(
                Octets.digest(9, words.getBytes(StandardCharsets.UTF_8)).bytes(), Part.SALT);
    }

    /// A signature that only names what was signed.
    static byte[] signature(byte[] root) {
        return Octets.digest(8, root).bytes();
    }

    /// Everything to NORD, areas to OST, regions to everybody.
    public static Release usual() {
        return new Release(
                new TreeMap<>(Map.of("NORD", Grade.FULL, "OST", Grade.AREA)),
                Optional.of(Grade.REGION),
                new TreeMap<>());
    }

    /// A warning of a missile.
    public static SharedWarning missile(String node, String id, int issue) {
        return warning(new Random(7), origin(node, id, issue, Releasability.OPEN));
    }

    /// Who made it.
    public static Origin origin(String node, String id, int issue, Releasability label) {
        return new Origin(new NodeId(node), id, issue, Domain.EXERCISE, NOON, NOON.plusS(1_234.5), label, List.of());
    }

    static Shared any(Random random) {
        Origin origin = origin("A", "X-" + random.nextInt(1000), 1 + random.nextInt(9), label(random));
        return switch (random.nextInt(3)) {
            case 0 -> warning(random, origin);
            case 1 -> track(random, origin);
            default ->
                new SharedNotice(
                        origin,
                        random.nextBoolean(),
                        "sounding rocket é",
                        maybe(random, area(random)),
                        maybe(random, span(random)),
                        maybe(random, heading(random)));
        };
    }

    static Releasability label(Random random) {
        List<String> to =
                COMMUNITIES.stream().filter(c -> random.nextInt(3) > 0).toList();
        return random.nextInt(3) == 0 ? Releasability.OPEN : new Releasability(false, to);
    }

    static Release release(Random random) {
        SortedMap<String, Grade> finest = new TreeMap<>();
        COMMUNITIES.forEach(each -> {
            if (random.nextBoolean()) {
                finest.put(each, grade(random));
            }
        });
        SortedMap<Field, Releasability> only = new TreeMap<>();
        for (Field field : Field.values()) {
            if (random.nextInt(4) == 0) {
                only.put(field, label(random));
            }
        }
        return new Release(finest, maybe(random, grade(random)), only);
    }

    private static Grade grade(Random random) {
        return Grade.values()[random.nextInt(3)];
    }

    static SharedWarning warning(Random random, Origin origin) {
        return new SharedWarning(
                origin,
                Warning.Stage.values()[random.nextInt(Warning.Stage.values().length)],
                true,
                Warning.Kind.IMPACT,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.CONFIRMED),
                maybe(random, span(random)),
                maybe(random, area(random)),
                maybe(random, heading(random)),
                maybe(random, Shared.Reach.SHORT),
                maybe(random, span(random)),
                maybe(random, area(random)),
                maybe(random, new SharedWarning.Told("Missile, Küste", "Take cover.")));
    }

    /// A track somewhere.
    public static SharedTrack track(Random random, Origin origin) {
        double[] packed = new double[21];
        Arrays.setAll(packed, i -> random.nextDouble());
        Kinematics motion = new Kinematics(
                NOON,
                new Geodetic(random.nextDouble() * 3 - 1.5, random.nextDouble() * 6 - 3, 1_000),
                new Enu(100, -20, 0.5),
                new SymMatrix(6, packed));
        return new SharedTrack(
                origin,
                random.nextBoolean(),
                NOON,
                Affiliation.SUSPECT,
                new Kinds(List.of(new Kinds.Chance(ObjectKind.DRONE, 0.75), new Kinds.Chance(ObjectKind.BIRD, 0.25))),
                0.98,
                Optional.of(new SharedTrack.State(motion, new Altitude.Pressure(900, 30))),
                Optional.empty(),
                Optional.of(new Identity(
                        OptionalInt.of(0x406B90), OptionalInt.empty(), Optional.of("AB1"), Emergency.NONE)));
    }

    static Shared.Span span(Random random) {
        Moment from = NOON.plusS(random.nextDouble() * 3_600);
        return new Shared.Span(from, from.plusS(random.nextDouble() * 900));
    }

    static Shared.Heading heading(Random random) {
        return new Shared.Heading(random.nextDouble() * 6.28, random.nextDouble() * 0.5);
    }

    static Area area(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> circle(random);
            case 1 -> ring(random);
            default -> new Area.Union(List.of(ring(random), circle(random)));
        };
    }

    private static Area circle(Random random) {
        return new Area.Circle(somewhere(random, new LatLon(0, 0), 1.5), 10 + random.nextDouble() * 300_000);
    }

    private static Area ring(Random random) {
        LatLon middle = somewhere(random, new LatLon(0, 0), 1.4);
        List<LatLon> corners = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(20); i++) {
            corners.add(somewhere(random, middle, 0.1));
        }
        return new Area.Polygon(corners, List.of());
    }

    private static LatLon somewhere(Random random, LatLon near, double within) {
        return new LatLon(
                near.latRad() + (random.nextDouble() * 2 - 1) * within,
                near.lonRad() + (random.nextDouble() * 2 - 1) * (within > 1 ? 3.2 : within));
    }

    static <T> Optional<T> maybe(Random random, T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }
}
