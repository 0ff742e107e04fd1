package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;

/// Attacking objects counted, launch area by launch area.
///
/// Objects are of one area when their launch points lie near each other or cannot be told apart; areas are
/// what is connected so (single linkage). Objects of which no launch point is known are an area of their own.
final class Raids {
    /// Launch points nearer than this are one area, metres.
    private static final double ONE_AREA_M = 100_000;

    /// Points that cannot be told apart: a squared distance of so many variances (95 % of two axes) …
    private static final double ALIKE = 5.991;

    /// … but not beyond this, metres: an ellipse that covers half a sea tells nothing of areas.
    private static final double FARTHEST_M = 500_000;

    /// Counts are told at most so often, seconds.
    private static final double SHORTEST_S = 1;

    private Raids() {}

    /// Counts anew, where something changed and the last count is long enough ago.
    static FallState counted(FallState state, Moment now, List<Output> outputs) {
        if (!state.recount() || now.secondsSince(state.raidsAt()) < SHORTEST_S) {
            return state;
        }
        List<Falling> attackers = new ArrayList<>();
        for (Falling each : state.falling().values()) {
            if (each.isAttack()) {
                attackers.add(each);
            }
        }
        LongMap<MissileRaid> raids = LongMap.empty();
        for (List<Falling> area : areas(attackers)) {
            MissileRaid raid = raid(area);
            if (raid.flying() > 0 || state.raids().contains(raid.number())) {
                raids = raids.with(raid.number(), raid);
            }
        }
        say(state.raids(), raids, now, outputs);
        return new FallState(
                state.places(),
                state.falling(),
                state.pending(),
                state.risks(),
                state.unsaid(),
                flying(raids),
                now,
                false,
                state.placesRefused(),
                state.objectsRefused());
    }

    // What no longer flies is said once, and then forgotten.
    private static LongMap<MissileRaid> flying(LongMap<MissileRaid> raids) {
        LongMap<MissileRaid> kept = LongMap.empty();
        for (MissileRaid raid : raids.values()) {
            kept = raid.flying() > 0 ? kept.with(raid.number(), raid) : kept;
        }
        return kept;
    }

    private static void say(LongMap<MissileRaid> before, LongMap<MissileRaid> now, Moment at, List<Output> outputs) {
        for (MissileRaid raid : before.values()) {
            if (!now.contains(raid.number())) {
                MissileRaid none = new MissileRaid(
                        raid.number(),
                        raid.launch(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        false,
                        "Its objects are counted elsewhere");
                outputs.add(new Output.Assessed(at, new Assessment.Raid(none)));
            }
        }
        for (MissileRaid raid : now.values()) {
            if (!raid.equals(before.get(raid.number()))) {
                outputs.add(new Output.Assessed(at, new Assessment.Raid(raid)));
            }
        }
    }

    /// Objects of one launch area together, areas by their first object.
    private static List<List<Falling>> areas(List<Falling> attackers) {
        int[] area = new int[attackers.size()];
        List<List<Falling>> areas = new ArrayList<>();
        for (int i = 0; i < area.length; i++) {
            area[i] = i;
            for (int j = 0; j < i; j++) {
                if (area[j] != area[i]
                        && isOneArea(
                                attackers.get(i).missile(), attackers.get(j).missile())) {
                    join(area, i, area[i], area[j]);
                }
            }
        }
        for (int i = 0; i < area.length; i++) {
            areas.add(new ArrayList<>());
            areas.get(area[i]).add(attackers.get(i));
        }
        return areas.stream().filter(each -> !each.isEmpty()).toList();
    }

    private static void join(int[] area, int last, int one, int other) {
        int kept = Math.min(one, other);
        int gone = Math.max(one, other);
        for (int i = 0; i <= last; i++) {
            area[i] = area[i] == gone ? kept : area[i];
        }
    }

    private static boolean isOneArea(Missile a, Missile b) {
        if (a.launch().isEmpty() || b.launch().isEmpty()) {
            return a.launch().isEmpty() && b.launch().isEmpty();
        }
        Impact.Spot from = a.launch().get().spot();
        Impact.Spot to = b.launch().get().spot();
        Plane plane = Plane.around(from.centre());
        double x = plane.x(to.centre());
        double y = plane.y(to.centre());
        double squared = x * x + y * y;
        if (squared <= ONE_AREA_M * ONE_AREA_M) {
            return true;
        }
        double xx = from.eastM2() + to.eastM2();
        double yy = from.northM2() + to.northM2();
        double xy = from.eastNorthM2() + to.eastNorthM2();
        double determinant = xx * yy - xy * xy;
        return squared <= FARTHEST_M * FARTHEST_M
                && determinant > 0
                && x * x * yy - 2 * x * y * xy + y * y * xx <= ALIKE * determinant;
    }

    private static MissileRaid raid(List<Falling> area) {
        int flying = (int) area.stream().filter(each -> !each.over()).count();
        List<MissileRaid.Arrival> arrivals =
                area.stream().map(Raids::arrival).sorted(Raids::inOrder).toList();
        List<MissileRaid.Count> counts = counts(area);
        boolean differs = counts.stream().anyMatch(each -> each.objects() != area.size());
        long number =
                area.stream().mapToLong(each -> each.missile().number()).min().orElseThrow();
        return new MissileRaid(
                number,
                launch(area),
                area.size(),
                flying,
                arrivals,
                counts,
                differs,
                why(area.size(), counts, differs));
    }

    private static MissileRaid.Arrival arrival(Falling each) {
        return new MissileRaid.Arrival(
                each.missile().number(),
                each.missile().impact().map(impact -> impact.whole().at()),
                each.over());
    }

    private static int inOrder(MissileRaid.Arrival a, MissileRaid.Arrival b) {
        long atA = a.at().map(Moment::taiNs).orElse(Long.MAX_VALUE);
        long atB = b.at().map(Moment::taiNs).orElse(Long.MAX_VALUE);
        int order = Long.compare(atA, atB);
        return order == 0 ? Long.compare(a.missile(), b.missile()) : order;
    }

    private static Optional<LatLon> launch(List<Falling> area) {
        List<LatLon> known = area.stream()
                .flatMap(each -> each.missile().launch().stream())
                .map(launch -> launch.spot().centre())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Plane plane = Plane.around(known.getFirst());
        double x = 0;
        double y = 0;
        for (LatLon each : known) {
            x += plane.x(each) / known.size();
            y += plane.y(each) / known.size();
        }
        return Optional.of(new LatLon(
                Math.clamp(plane.origin().latRad() + y / plane.northM(), -Math.PI / 2, Math.PI / 2),
                plane.origin().lonRad() + x / plane.eastM()));
    }

    private static List<MissileRaid.Count> counts(List<Falling> area) {
        TreeMap<String, MissileRaid.Count> bySensor = new TreeMap<>();
        for (Falling each : area) {
            for (Missile.Support support : each.missile().support()) {
                SensorId sensor = support.sensor();
                MissileRaid.@Nullable Count known = bySensor.get(sensor.name());
                int objects = known == null ? 1 : known.objects() + 1;
                bySensor.put(sensor.name(), new MissileRaid.Count(sensor, support.infrared(), objects));
            }
        }
        return List.copyOf(bySensor.values());
    }

    private static String why(int count, List<MissileRaid.Count> counts, boolean differs) {
        StringBuilder words = new StringBuilder(count == 1 ? "1 object" : count + " objects").append(" together; ");
        for (MissileRaid.Count each : counts) {
            words.append(each.sensor()).append(" holds ").append(each.objects()).append(", ");
        }
        String list = words.substring(0, words.length() - 2);
        return differs ? list + ": the counts differ" : list;
    }
}
