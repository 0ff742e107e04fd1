package vedette.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vedette.format.asterix.Editions;

/// Any text as `vedette.yaml`, and as a choice of editions: settings, or one line for the user.
public final class SettingsReaderFuzz {
    private static final Path NOWHERE = Path.of("nowhere");

    // Loads the YAML library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(SettingsReaderFuzz::fuzzerTestOneInput);
    }

    private SettingsReaderFuzz() {}

    /// The settings that the project comes with, all of them switched on one by one.
    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        StringBuilder part = new StringBuilder("domain: test\n");
        for (String line : shipped()) {
            if (line.startsWith("#") && line.contains(":")) {
                part.append(line.substring(1)).append('\n');
            } else if (line.isBlank()) {
                seeds.add(part.toString().getBytes(StandardCharsets.UTF_8));
                part.setLength(0);
                part.append("domain: test\n");
            }
        }
        seeds.add("""
                domain: exercise
                feeds:
                  - {name: rid, type: lines-udp, address: '127.0.0.1:1', timebase: arrival, period_s: 5}
                sensors:
                  - {id: R1, sac: 1, sic: 2, lat: 56, lon: 24, alt: 10}
                qnh_hpa: 1013
                """.getBytes(StandardCharsets.UTF_8));
        return seeds;
    }

    private static List<String> shipped() {
        try {
            return Files.exists(Path.of("vedette.yaml")) ? Files.readAllLines(Path.of("vedette.yaml")) : List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            SettingsReader.parse("vedette.yaml", NOWHERE, text);
        } catch (Failure told) {
            check(told.getMessage());
        }
        try {
            Editions.parse(text);
        } catch (IllegalArgumentException refused) {
            check(refused.getMessage());
        }
    }

    private static void check(String message) {
        if (message.isBlank()) {
            throw new AssertionError("refused without a reason");
        }
    }
}
