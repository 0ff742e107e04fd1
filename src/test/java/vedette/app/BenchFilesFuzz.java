package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Any bytes as the files of the tracking benchmarks: sensors, plots and scenarios, or one line for the user.
public final class BenchFilesFuzz {
    private static final String SENSORS = """
            [{"id":"R1","mode":"rotating","lat":56,"lon":24,"alt":10,"pd":0.9,"clutter_per_scan":3,"min_range_m":0,
            "max_range_m":90000,"sigma_range_m":30,"sigma_azimuth_deg":0.1,"scan_period_s":4,"phase_s":0}]""";

    // Loads the JSON library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(BenchFilesFuzz::fuzzerTestOneInput);
    }

    private BenchFilesFuzz() {}

    /// One of each.
    public static List<byte[]> seeds() {
        return List.of(
                bytes(SENSORS),
                bytes("time_s,sensor_id,range_m,azimuth_deg,elevation_deg,range_rate_mps\n3,R1,9000,90,,\n"),
                bytes("run,step,x_m,y_m\n1,1,10,20\n"),
                bytes("""
                        {"area_m":[1000,1000],"birth":{"first_step_weight":1,"weight":0.1,"mean":[0,0,0,0],"sigma":[1,1,1,1]},
                        "step_s":1,"q":1,"sigma_m":5,"pd":0.9,"ps":0.99,"clutter_per_scan":10,"steps":100,"gospa":{"c_m":20}}"""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Path file = Files.createTempFile("fuzz", ".txt");
            Path sensors = Files.createTempFile("fuzz", ".json");
            Files.write(file, bytes);
            Files.writeString(sensors, SENSORS);
            List<BenchSensors.Timed> sites = BenchSensors.read(sensors);
            told(() -> BenchStream.read(file, sites));
            told(() -> BenchSensors.read(file));
            told(() -> PlanarScenario.read(file));
            told(() -> PlanarPlots.read(file, 100));
            Files.delete(file);
            Files.delete(sensors);
        } catch (IOException fault) {
            throw new AssertionError("a disk without room", fault);
        }
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void told(Reading reading) {
        try {
            reading.read();
        } catch (Failure told) {
            if (String.valueOf(told.getMessage()).isBlank()) {
                throw new AssertionError("refused without a reason", told);
            }
        } catch (IOException unreadable) {
            // bytes that are no text: the commands say so in a line
            return;
        }
    }
}
