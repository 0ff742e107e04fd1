package vedette.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.TrackStep;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Output;

/// Plots per CPU second of the tracker alone, Measurements in to TrackChanged out, on folders of the tracking
/// benchmark.
public final class TrackerLoop {
    private TrackerLoop() {}

    /// Runs each folder for some seconds.
    ///
    /// @param args seconds, then folders
    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[0]);
        for (int a = 1; a < args.length; a++) {
            Path folder = Path.of(args[a]);
            List<BenchSensors.Timed> sensors = BenchSensors.read(folder.resolve("sensors.json"));
            List<BenchStream.Arrival> arrivals = BenchStream.read(folder.resolve("plots.csv"), sensors);
            long plots = arrivals.stream()
                    .filter(x -> x.measurement() instanceof Measurement.RadarPlot)
                    .count();
            double best = 0, worstMs = 0, x0 = 0;
            String scans = "";
            long outputs = 0;
            int tracks = 0;
            long end = System.nanoTime() + (long) (seconds * 1e9);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long allocated = 0;
            while (System.nanoTime() < end) {
                Tracker tracker = new Tracker();
                TrackState state = tracker.step(
                                TrackState.EMPTY,
                                new TrackInput.Known(sensors.stream()
                                        .map(BenchSensors.Timed::site)
                                        .toList()))
                        .next();
                long cpu = threads.getCurrentThreadCpuTime();
                long bytes = threads.getCurrentThreadAllocatedBytes();
                outputs = 0;
                worstMs = 0;
                long seq = 0;
                double lastS = arrivals.getLast().timeS() - 10;
                long before = threads.getCurrentThreadCpuTime();
                int at = 0;
                StringBuilder perScan = new StringBuilder();
                for (BenchStream.Arrival x : arrivals) {
                    int scan = (int) (x.timeS() / 10);
                    if (scan != at) {
                        perScan.append(String.format(" %.0f", (threads.getCurrentThreadCpuTime() - before) * 1e-6));
                        before = threads.getCurrentThreadCpuTime();
                        at = scan;
                    }
                    long t = System.nanoTime();
                    TrackStep step = tracker.step(
                            state, new TrackInput.Seen(++seq, BenchStream.moment(x.timeS()), x.measurement()));
                    state = step.next();
                    for (Output o : step.outputs()) outputs += o instanceof Output.TrackChanged ? 1 : 0;
                    worstMs = Math.max(worstMs, (System.nanoTime() - t) * 1e-6);
                }
                double s = (threads.getCurrentThreadCpuTime() - cpu) * 1e-9;
                scans = perScan.toString();
                best = Math.max(best, plots / s);
                allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
                tracks = state.size();
            }
            System.out.printf(
                    "%-14s %9.0f plots/s best, %d plots, %d changes, %d tracks, %.2f ms longest step, %d B/plot, ms by 10 s:%s%n",
                    folder.getFileName(),
                    best,
                    plots,
                    outputs,
                    tracks,
                    worstMs,
                    allocated / plots,
                    plots > 100_000 ? scans : "");
        }
    }
}
