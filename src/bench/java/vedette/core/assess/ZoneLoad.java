package vedette.core.assess;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How much of a core 5,000 tracks against many zones take at one update a second each: seconds of [AssessBench#second]
/// by the thread's CPU clock, in which neither the collector nor other programs count.
public final class ZoneLoad {
    private static final int WARM = 10;
    private static final int MEASURED = 11;

    private ZoneLoad() {}

    /// Prints the median and the extremes.
    ///
    /// @param arguments how many zones; 10,000 when nothing is said
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        AssessBench bench = new AssessBench();
        bench.zones = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        bench.configure();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] ms = new long[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            long before = threads.getCurrentThreadCpuTime();
            bench.second();
            if (i >= 0) {
                ms[i] = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
            }
        }
        Arrays.sort(ms);
        out.println(bench.zones + " zones: " + ms[MEASURED / 2] + " ms of CPU for a second of 5,000 tracks (" + ms[0]
                + " to " + ms[MEASURED - 1] + ")");
    }
}
