package vedette.app;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// How long single steps of the tracker take: the longest one is how long a warning may have to wait.
///
/// Scenarios of the tracking benchmark run over and over, with a tick every 0.1 s as in a running node. Each step is
/// timed by the thread's CPU clock, in which the collector does not count, and by the wall clock, in which it does.
/// A folder named with `:frame` behind it is watched by frame sensors instead: all plots of a scan come at its end.
public final class StepTails {
    private static final double TICK_S = 0.1;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final List<SensorSite> sites;
    private final List<TrackInput> inputs = new ArrayList<>();
    private double[] cpuMs = {};
    private double[] wallMs = {};
    private double[] quietMs = {};
    private long collected;

    private StepTails(Path folder, boolean frames) throws IOException {
        List<BenchSensors.Timed> sensors = BenchSensors.read(folder.resolve("sensors.json"));
        List<BenchStream.Arrival> arrivals = BenchStream.read(folder.resolve("plots.csv"), sensors);
        sites = sensors.stream()
                .map(timed -> frames ? framed(timed.site()) : timed.site())
                .toList();
        long tick = 0;
        long seq = 0;
        for (BenchStream.Arrival arrival : frames ? gathered(arrivals, sensors.getFirst()) : arrivals) {
            for (; tick * TICK_S <= arrival.timeS(); tick++) {
                inputs.add(new TrackInput.Passed(++seq, BenchStream.moment(tick * TICK_S)));
            }
            inputs.add(new TrackInput.Seen(++seq, BenchStream.moment(arrival.timeS()), arrival.measurement()));
        }
    }

    private static SensorSite framed(SensorSite s) {
        return new SensorSite(
                s.sensor(),
                SensorSite.Kind.FRAME,
                s.place(),
                s.placeCovariance(),
                s.volume(),
                s.sigma(),
                s.performance(),
                s.periodS());
    }

    // Each scan as a frame that is taken in its middle and comes at its end.
    private static List<BenchStream.Arrival> gathered(List<BenchStream.Arrival> arrivals, BenchSensors.Timed sensor) {
        List<BenchStream.Arrival> frames = new ArrayList<>();
        double period = sensor.site().periodS();
        long scan = 0;
        for (BenchStream.Arrival arrival : arrivals) {
            if (arrival.measurement() instanceof RadarPlot plot) {
                long of = (long) ((arrival.timeS() - sensor.phaseS()) / period);
                for (; scan < of; scan++) {
                    frames.add(end(sensor, scan));
                }
                frames.add(new BenchStream.Arrival((scan + 1) * period, 0, taken(plot, (scan + 0.5) * period)));
            }
        }
        return frames;
    }

    private static BenchStream.Arrival end(BenchSensors.Timed sensor, long scan) {
        double period = sensor.site().periodS();
        Provenance provenance = Provenance.open(sensor.site().sensor(), BenchStream.moment((scan + 0.5) * period));
        return new BenchStream.Arrival(
                (scan + 1) * period, 1, new Sweep(provenance, 0, 2 * Math.PI, OptionalDouble.of(period)));
    }

    private static Measurement taken(RadarPlot plot, double timeS) {
        return new RadarPlot(
                Provenance.open(plot.provenance().sensor(), BenchStream.moment(timeS)),
                plot.polar(),
                plot.sigma(),
                plot.altitude(),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack());
    }

    private long collections() {
        long count = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            count += Math.max(0, collector.getCollectionCount());
        }
        return count;
    }

    private int run(StringBuilder longest) {
        Tracker tracker = new Tracker();
        TrackState state =
                tracker.step(TrackState.EMPTY, new TrackInput.Known(sites)).next();
        cpuMs = new double[inputs.size()];
        wallMs = new double[inputs.size()];
        quietMs = new double[inputs.size()];
        collected = 0;
        for (int i = 0; i < inputs.size(); i++) {
            long collectionsBefore = collections();
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            state = tracker.step(state, inputs.get(i)).next();
            wallMs[i] = (System.nanoTime() - wall) * 1e-6;
            cpuMs[i] = (threads.getCurrentThreadCpuTime() - cpu) * 1e-6;
            boolean quiet = collections() == collectionsBefore;
            quietMs[i] = quiet ? wallMs[i] : 0;
            collected += quiet ? 0 : 1;
        }
        Integer[] order = new Integer[inputs.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(cpuMs[b], cpuMs[a]));
        for (int k = 0; k < 5; k++) {
            longest.append(String.format(Locale.ROOT, " %.2f %s", cpuMs[order[k]], what(inputs.get(order[k]))));
        }
        return state.size();
    }

    private static String what(TrackInput input) {
        return switch (input) {
            case TrackInput.Passed(long _, var at) -> String.format(Locale.ROOT, "tick at %.1f s,", at.taiNs() * 1e-9);
            case TrackInput.Seen(long _, var at, Measurement m) ->
                String.format(Locale.ROOT, "%s at %.1f s,", m instanceof Sweep ? "sweep" : "plot", at.taiNs() * 1e-9);
            case TrackInput.Known _, TrackInput.Judged _ -> "other,";
        };
    }

    private static String tails(double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int over = 0;
        for (double one : sorted) {
            over += one > 5 ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "p50 %.4f p99 %.3f p99.9 %.2f max %.2f ms, %d over 5 ms",
                sorted[n / 2],
                sorted[(int) (n * 0.99)],
                sorted[(int) (n * 0.999)],
                sorted[n - 1],
                over);
    }

    /// Runs each folder some times and prints the tails of the last run.
    ///
    /// @param args seconds of warming up, then folders, `:frame` behind some
    /// @throws IOException when a folder cannot be read
    public static void main(String[] args) throws IOException {
        for (int a = 1; a < args.length; a++) {
            boolean frames = args[a].endsWith(":frame");
            Path folder = Path.of(frames ? args[a].substring(0, args[a].length() - 6) : args[a]);
            StepTails tails = new StepTails(folder, frames);
            long end = System.nanoTime() + (long) (Double.parseDouble(args[0]) * 1e9);
            int runs = 0;
            StringBuilder longest = new StringBuilder();
            int tracks;
            do {
                longest.setLength(0);
                tracks = tails.run(longest);
                runs++;
            } while (System.nanoTime() < end);
            System.out.printf(
                    "%s%s: %d steps, %d tracks, run %d%n",
                    folder.getFileName(), frames ? " as frames" : "", tails.inputs.size(), tracks, runs);
            System.out.println("  thread CPU        " + tails(tails.cpuMs));
            System.out.println("  wall, all         " + tails(tails.wallMs) + ", collections in " + tails.collected);
            System.out.println("  wall, collections apart " + tails(tails.quietMs));
            System.out.println("  longest (CPU):" + longest);
        }
    }
}
