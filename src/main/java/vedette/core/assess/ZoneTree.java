package vedette.core.assess;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Ecef;
import vedette.model.ZoneId;

/// Zones found by where they lie and by their names.
///
/// A balanced tree of balls (Omohundro 1989, "Five balltree construction algorithms", the k-d way): every ball holds
/// the
/// balls of the zones below it, and looks as far ahead as the farthest of them, so that whoever cannot reach it can
/// reach
/// none of them. Balls lie in Earth-centred space, where there is neither antimeridian nor pole. The tree is built
/// whole
/// when the zones change: n log² n; a search costs some dozens of balls and the zones it finds. It leaves out only
/// what the test of each zone would leave out ([Encounter#isNear]): the answers are those of asking every zone.
///
/// @param order the zones' places in their list, as the leaves hold them
/// @param balls by levels, the root first; that of place j on level l holds the order from n j / 2ˡ to n (j + 1) / 2ˡ
/// @param names by [TextKey] of the name
public record ZoneTree(List<Integer> order, List<Ball> balls, LongMap<Namesakes> names) {
    /// Zones of a leaf: asking eight zones costs less than two more levels.
    private static final int LEAF = 8;

    /// Balls are wider by this than the zones need, metres: more than any rounding in Earth-centred coordinates.
    private static final double ROUNDING_M = 1;

    private static final List<ToDoubleFunction<Ecef>> AXES = List.of(Ecef::xM, Ecef::yM, Ecef::zM);

    /// Copies the lists.
    public ZoneTree {
        order = List.copyOf(order);
        balls = List.copyOf(balls);
    }

    /// A ball around the balls of several zones.
    ///
    /// @param centre its middle
    /// @param radiusM none of their ground lies farther from it
    /// @param warnAheadS the longest time that any of them looks ahead
    public record Ball(Ecef centre, double radiusM, double warnAheadS) {}

    /// Zones whose names share a key; nearly always one.
    ///
    /// @param zones their places in the list, ascending
    public record Namesakes(List<Integer> zones) {
        /// Copies the list.
        public Namesakes {
            zones = List.copyOf(zones);
        }
    }

    /// The tree of zones; one is enough.
    static ZoneTree of(List<ZoneShape> shapes) {
        require(!shapes.isEmpty(), "a tree of no zones");
        Integer[] order = new Integer[shapes.size()];
        Arrays.setAll(order, i -> i);
        List<Ball> balls = new ArrayList<>();
        int levels = levels(order.length);
        for (int level = 0; level <= levels; level++) {
            for (int place = 0; place < 1 << level; place++) {
                int from = from(order.length, level, place);
                int until = from(order.length, level, place + 1);
                if (level < levels) {
                    Arrays.sort(order, from, until, alongWidest(shapes, order, from, until));
                }
                balls.add(around(shapes, order, from, until));
            }
        }
        return new ZoneTree(List.of(order), balls, names(shapes));
    }

    private static int levels(int zones) {
        int levels = 0;
        while (zones >> levels > LEAF) {
            levels++;
        }
        return levels;
    }

    private static int from(int zones, int level, int place) {
        return (int) (((long) zones * place) >> level);
    }

    // Ties are broken by the place in the list: one order on every machine.
    private static Comparator<Integer> alongWidest(List<ZoneShape> shapes, Integer[] order, int from, int until) {
        ToDoubleFunction<Ecef> widest = AXES.getFirst();
        double most = -1;
        for (ToDoubleFunction<Ecef> axis : AXES) {
            double width = high(shapes, order, from, until, axis) - low(shapes, order, from, until, axis);
            if (width > most) {
                most = width;
                widest = axis;
            }
        }
        ToDoubleFunction<Ecef> along = widest;
        return Comparator.<Integer>comparingDouble(
                        i -> along.applyAsDouble(shapes.get(i).centre()))
                .thenComparing(Comparator.naturalOrder());
    }

    private static double low(
            List<ZoneShape> shapes, Integer[] order, int from, int until, ToDoubleFunction<Ecef> axis) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = from; i < until; i++) {
            low = Math.min(low, axis.applyAsDouble(shapes.get(order[i]).centre()));
        }
        return low;
    }

    private static double high(
            List<ZoneShape> shapes, Integer[] order, int from, int until, ToDoubleFunction<Ecef> axis) {
        return -low(shapes, order, from, until, ecef -> -axis.applyAsDouble(ecef));
    }

    private static Ball around(List<ZoneShape> shapes, Integer[] order, int from, int until) {
        double[] middle = new double[AXES.size()];
        for (int axis = 0; axis < middle.length; axis++) {
            double low = low(shapes, order, from, until, AXES.get(axis));
            middle[axis] = low + (high(shapes, order, from, until, AXES.get(axis)) - low) / 2;
        }
        Ecef centre = new Ecef(middle[0], middle[1], middle[2]);
        double radiusM = 0;
        double warnAheadS = 0;
        for (int i = from; i < until; i++) {
            ZoneShape shape = shapes.get(order[i]);
            radiusM = Math.max(radiusM, shape.centre().distanceM(centre) + shape.radiusM());
            warnAheadS = Math.max(warnAheadS, shape.zone().warnAheadS());
        }
        return new Ball(centre, radiusM + ROUNDING_M, warnAheadS);
    }

    private static LongMap<Namesakes> names(List<ZoneShape> shapes) {
        LongMap.Draft<Namesakes> names = LongMap.<Namesakes>empty().draft();
        for (int i = 0; i < shapes.size(); i++) {
            long key = TextKey.of(shapes.get(i).zone().id().name());
            @Nullable Namesakes before = names.get(key);
            List<Integer> zones = new ArrayList<>(before == null ? List.of() : before.zones());
            zones.add(i);
            names.put(key, new Namesakes(zones));
        }
        return names.map();
    }

    /// Who could be reached.
    @FunctionalInterface
    interface Reach {
        /// Whether an object could come into a ball within the time that is looked ahead.
        boolean into(Ecef centre, double radiusM, double warnAheadS);
    }

    /// Zones that may be within reach: all that are, and some of their neighbours.
    ///
    /// @param found takes their places in the list, in no order
    /// @return how many balls were looked at
    int search(Reach reach, List<Integer> found) {
        int levels = levels(order.size());
        int firstLeaf = (1 << levels) - 1;
        int[] waiting = new int[levels + 2];
        int count = 1;
        int looks = 0;
        while (count > 0) {
            int at = waiting[--count];
            Ball ball = balls.get(at);
            looks++;
            if (!reach.into(ball.centre, ball.radiusM, ball.warnAheadS)) {
                continue;
            }
            if (at >= firstLeaf) {
                int place = at - firstLeaf;
                found.addAll(order.subList(from(order.size(), levels, place), from(order.size(), levels, place + 1)));
            } else {
                waiting[count++] = 2 * at + 1;
                waiting[count++] = 2 * at + 2;
            }
        }
        return looks;
    }

    /// Zones that may bear a name: all that do, nearly always no others.
    List<Integer> named(ZoneId id) {
        @Nullable Namesakes namesakes = names.get(TextKey.of(id.name()));
        return namesakes == null ? List.of() : namesakes.zones;
    }
}
