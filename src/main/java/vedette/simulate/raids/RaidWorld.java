package vedette.simulate.raids;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// A country with its net, and a raid through it: every look, every ten seconds, of every node at every drone.
///
/// A node hears a drone at distance d with the chance 0.8 exp(−d²/2(2 km)²), nothing beyond 4.5 km; half of what it
/// hears has a bearing, 12° wrong; false alarms come twice a day. Drones come over the eastern border, fly over none to
/// three points anywhere, and end in a city; so do cruise missiles, five times as fast, over two points at most. Nodes
/// that are dead never beat again; nodes that lie hear something every
/// half minute.
public final class RaidWorld {
    private static final double LOOK_S = 10;
    private static final double REACH_M = 2_000;
    private static final double DEAF_M = 4_500;
    private static final double OVERHEAD = 0.8;
    private static final double BEARING_SIGMA = Math.toRadians(12);
    private static final double FALSE_HZ = 2 / 86_400.0;
    private static final double LIE_HZ = 1 / 30.0;
    private static final double SOUND_MPS = 340;
    private static final double CITY_M = 8_000;
    private static final double AFTERWARDS_S = 1_800;

    /// Heartbeats of a node, seconds.
    public static final double BEAT_S = 60;

    private final RaidSetting setting;
    private final LocalFrame frame;
    private final List<Configuration.Listener> nodes = new ArrayList<>();
    private final List<Place> cities = new ArrayList<>();
    private final List<Drone> drones = new ArrayList<>();
    private final double[] x;
    private final double[] y;
    private final boolean[] dead;
    private final boolean[] lying;
    private final List<double[]> targets = new ArrayList<>();

    /// Something heard, and when it came.
    ///
    /// @param receivedS when it came, seconds
    /// @param presence what was heard
    public record Heard(double receivedS, Measurement.Presence presence) {}

    /// Makes a country, its net and its raid.
    ///
    /// @param setting sizes and seed
    public RaidWorld(RaidSetting setting) {
        this.setting = setting;
        frame = LocalFrame.at(new Geodetic(Math.toRadians(48.9), Math.toRadians(32.0), 0));
        int columns = (int) Math.floor(setting.widthM() / setting.spacingM());
        int rows = (int) Math.floor(setting.heightM() / setting.spacingM());
        x = new double[columns * rows];
        y = new double[columns * rows];
        dead = new boolean[x.length];
        lying = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            place(i, i / rows, i % rows);
        }
        for (int i = 0; i < setting.cities(); i++) {
            city(i);
        }
        for (int i = 0; i < setting.drones(); i++) {
            drones.add(drone(i));
        }
        for (int i = 0; i < setting.missiles(); i++) {
            drones.add(missile(setting.drones() + i));
        }
    }

    private void place(int node, int column, int row) {
        Draws draws = Draws.of(setting.seed(), node, "node");
        double spacing = setting.spacingM();
        x[node] = (column + 0.5 + draws.uniform(-0.25, 0.25)) * spacing - setting.widthM() / 2;
        y[node] = (row + 0.5 + draws.uniform(-0.25, 0.25)) * spacing - setting.heightM() / 2;
        dead[node] = draws.uniform() < setting.deadShare();
        lying[node] = !dead[node] && draws.uniform() < setting.lyingShare();
        nodes.add(new Configuration.Listener(new SensorId("acoustic-" + node), ground(x[node], y[node])));
    }

    private void city(int city) {
        Draws draws = Draws.of(setting.seed(), city, "city");
        double[] at = {0, 0};
        for (int tries = 0; tries < 50; tries++) {
            at = new double[] {
                draws.uniform(-0.42, 0.15) * setting.widthM(), draws.uniform(-0.42, 0.42) * setting.heightM()
            };
            double[] here = at;
            if (targets.stream().allMatch(t -> Exact.hypot(t[0] - here[0], t[1] - here[1]) > 30_000)) {
                break;
            }
        }
        targets.add(at);
        Area area = new Area.Circle(ground(at[0], at[1]), CITY_M);
        cities.add(new Place("CITY" + (city + 1), "City " + (city + 1), area, 100_000, 180, 0.01, 10));
    }

    private Drone drone(int i) {
        Draws draws = Draws.of(setting.seed(), i, "drone");
        double startS = draws.uniform() < 0.4 ? 0 : draws.uniform(0, 5_000);
        double speed = draws.uniform(42, 55);
        double height = draws.uniform(60, 900);
        return new Drone(i + 1, startS, speed, height, way(draws, 4));
    }

    private Drone missile(int i) {
        Draws draws = Draws.of(setting.seed(), i, "missile");
        double startS = draws.uniform(0, 5_000);
        double speed = draws.uniform(190, 280);
        double height = draws.uniform(40, 150);
        return new Drone(i + 1, startS, speed, height, way(draws, 3));
    }

    private List<double[]> way(Draws draws, int mostLegs) {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {setting.widthM() / 2 + 4_000, draws.uniform(-0.4, 0.5) * setting.heightM()});
        int legs = draws.below(mostLegs);
        for (int leg = 0; leg < legs; leg++) {
            points.add(new double[] {
                draws.uniform(-0.25, 0.37) * setting.widthM(), draws.uniform(-0.37, 0.5) * setting.heightM()
            });
        }
        double[] target = targets.get(draws.below(targets.size()));
        points.add(new double[] {target[0] + 2_500 * draws.gaussian(), target[1] + 2_500 * draws.gaussian()});
        return points;
    }

    /// The place under a point of the country's plane.
    public LatLon ground(double east, double north) {
        double sunk = -(east * east + north * north) / (2 * 6_371_000.0);
        Ecef at = frame.ecef(new Enu(east, north, sunk));
        return at.geodetic().latLon();
    }

    /// The nodes, dead and lying ones among them.
    public List<Configuration.Listener> nodes() {
        return List.copyOf(nodes);
    }

    /// Whether a node never beats again after the start.
    public boolean isDead(int node) {
        return dead[node];
    }

    /// Whether a node hears what is not there.
    public boolean isLying(int node) {
        return lying[node];
    }

    /// The cities, as places whose people are to be warned.
    public List<Place> cities() {
        return List.copyOf(cities);
    }

    /// The attackers, drones before cruise missiles.
    public List<Drone> drones() {
        return List.copyOf(drones);
    }

    /// When all is over, seconds.
    public double endS() {
        double end = 0;
        for (Drone drone : drones) {
            end = Math.max(end, drone.endS());
        }
        return end + AFTERWARDS_S;
    }

    /// When attackers enter a city's circle, ascending, seconds; who leaves it and comes again enters it twice.
    public List<Double> arrivals(int city) {
        List<Double> all = new ArrayList<>();
        drones.forEach(drone -> all.addAll(entriesS(drone, city)));
        all.sort(Double::compare);
        return all;
    }

    /// When an attacker first enters a city's circle, to five seconds.
    public OptionalDouble entryS(Drone drone, int city) {
        List<Double> all = entriesS(drone, city);
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(all.getFirst());
    }

    /// Whenever an attacker enters a city's circle, ascending, to five seconds.
    public List<Double> entriesS(Drone drone, int city) {
        double[] centre = targets.get(city);
        List<Double> all = new ArrayList<>();
        boolean within = false;
        for (double t = drone.startS(); t <= drone.endS(); t += 5) {
            double[] at = drone.at(t);
            boolean now = Exact.hypot(at[0] - centre[0], at[1] - centre[1]) < CITY_M;
            if (now && !within) {
                all.add(t);
            }
            within = now;
        }
        return all;
    }

    /// When the first sound of an attacker came in: nobody can know of it before.
    ///
    /// @return seconds; empty where no node ever hears it
    public OptionalDouble firstHeardS(Drone drone) {
        List<Heard> all = new ArrayList<>();
        hear(drone, byEast(), all);
        return all.stream().mapToDouble(Heard::receivedS).min();
    }

    private Integer[] byEast() {
        Integer[] byEast = new Integer[x.length];
        Arrays.setAll(byEast, i -> i);
        Arrays.sort(byEast, (a, b) -> Double.compare(x[a], x[b]));
        return byEast;
    }

    /// All that is heard, in order of receipt.
    public List<Heard> heard() {
        List<Heard> all = new ArrayList<>();
        Integer[] byEast = byEast();
        for (Drone drone : drones) {
            hear(drone, byEast, all);
        }
        double end = endS();
        for (int node = 0; node < x.length; node++) {
            Draws draws = Draws.of(setting.seed(), node, "false alarms");
            int count = dead[node] ? 0 : draws.poisson(end * (lying[node] ? LIE_HZ : FALSE_HZ));
            for (int i = 0; i < count; i++) {
                all.add(heard(node, draws.uniform(0, end), draws, draws.uniform(0, Exact.TWO_PI), 0));
            }
        }
        all.sort((a, b) -> a.receivedS == b.receivedS
                ? a.presence
                        .provenance()
                        .sensor()
                        .compareTo(b.presence.provenance().sensor())
                : Double.compare(a.receivedS, b.receivedS));
        return all;
    }

    private void hear(Drone drone, Integer[] byEast, List<Heard> all) {
        Draws draws = Draws.of(setting.seed(), drone.number(), "looks");
        for (double t = drone.startS() + draws.uniform(0, LOOK_S); t < drone.endS(); t += LOOK_S) {
            double[] at = drone.at(t);
            for (int i = first(byEast, at[0] - DEAF_M); i < byEast.length && x[byEast[i]] < at[0] + DEAF_M; i++) {
                int node = byEast[i];
                double dx = at[0] - x[node];
                double dy = at[1] - y[node];
                double squared = dx * dx + dy * dy;
                double chance = squared > DEAF_M * DEAF_M || dead[node] || Math.abs(dy) > DEAF_M
                        ? 0
                        : OVERHEAD * Exact.exp(-squared / (2 * REACH_M * REACH_M));
                if (chance > 0 && draws.uniform() < chance) {
                    double bearing = Exact.atan2(dx, dy) + BEARING_SIGMA * draws.gaussian();
                    all.add(heard(node, t, draws, bearing, Exact.hypot(Math.sqrt(squared), drone.heightM())));
                }
            }
        }
    }

    // The first node that is not west of a line.
    private int first(Integer[] byEast, double east) {
        int low = 0;
        int high = byEast.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean west = x[byEast[middle]] < east;
            low = west ? middle + 1 : low;
            high = west ? high : middle;
        }
        return low;
    }

    private Heard heard(int node, double timeS, Draws draws, double bearing, double distanceM) {
        Configuration.Listener listener = nodes.get(node);
        OptionalDouble told = draws.uniform() < 0.5 ? OptionalDouble.of(bearing) : OptionalDouble.empty();
        Provenance provenance = Provenance.open(listener.sensor(), new Moment(0).plusS(timeS));
        Measurement.Presence presence =
                new Measurement.Presence(provenance, listener.place(), told, draws.uniform(0.5, 1));
        return new Heard(timeS + 2 + draws.uniform(0, 2) + distanceM / SOUND_MPS, presence);
    }
}
