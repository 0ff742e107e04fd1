package vedette.app;

import java.lang.management.ManagementFactory;

/// The processor's time, for figures of speed.
final class Cpu {
    private Cpu() {}

    /// Time that this thread has had of the processor, nanoseconds.
    static long ns() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
