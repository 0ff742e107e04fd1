package vedette.edge.feed;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The threads of a feed that still run, found in a dump: virtual threads are listed nowhere else.
final class FeedThreads {
    private FeedThreads() {}

    static List<String> alive(String feed) {
        try {
            Path dump = Files.createTempDirectory("threads").resolve("dump.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            List<String> lines = Files.readAllLines(dump);
            Files.delete(dump);
            Files.delete(dump.getParent());
            return lines.stream()
                    .filter(line -> line.contains("\"feed-" + feed))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
