package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.app.BenchSensors.Timed;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Rows of a plots file that no sensor can have measured are left out, each with its reason.
class BenchStreamTest {
    private static final SensorSite SITE = new SensorSite(
            new SensorId("R"),
            SensorSite.Kind.ROTATING,
            new Geodetic(1, 0.4, 20),
            SymMatrix.diagonal(0, 0, 0),
            SensorSite.Volume.around(100_000),
            new PlotSigma(50, 0.002, 0, 0),
            new SensorSite.Performance(0.9, 5, 0),
            4);

    @TempDir
    private Path folder;

    private long read(String row, List<String> refused) throws IOException {
        Path file = folder.resolve("plots.csv");
        Files.writeString(
                file,
                "time_s,sensor_id,range_m,azimuth_deg,elevation_deg,range_rate_mps\n1.0,R,50000,30,,\n" + row + "\n");
        return BenchStream.read(file, List.of(new Timed(SITE, 0)), refused).stream()
                .filter(arrival -> arrival.measurement() instanceof RadarPlot)
                .count();
    }

    private void assertLeftOut(String row, String reason) throws IOException {
        List<String> refused = new ArrayList<>();

        long plots = read(row, refused);

        assertEquals(1, plots);
        assertEquals(List.of("row 2: " + reason), refused);
    }

    @Test
    void aSensorThatCannotBeIsOneLineThatNamesTheFile() throws IOException {
        Path file = folder.resolve("sensors.json");
        Files.writeString(file, """
                [{"id":"%s","lat":56,"lon":24,"alt":10,"pd":0.9,"clutter_per_scan":3,"min_range_m":0,
                "max_range_m":90000,"sigma_range_m":30,"sigma_azimuth_deg":0.1,"scan_period_s":4,"phase_s":0}]
                """.formatted("R".repeat(200)));

        String told = assertThrows(Failure.class, () -> BenchSensors.read(file)).getMessage();

        assertTrue(told.contains("sensors.json: a sensor cannot be: sensor name 'RRR"), told);
    }

    @Test
    void whatIsNotANumberIsLeftOut() throws IOException {
        assertLeftOut("2.0,R,NaN,30,,", "rangeM NaN");
        assertLeftOut("2.0,R,,30,,", "rangeM NaN");
        assertLeftOut("2.0,R,Infinity,30,,", "rangeM Infinity");
        assertLeftOut("2.0,R,50000,NaN,,", "azimuthRad is NaN");
        assertLeftOut("NaN,R,50000,30,,", "time_s NaN");
    }

    @Test
    void whatCannotBeIsLeftOut() throws IOException {
        assertLeftOut("2.0,R,-5000,30,,", "rangeM -5000.0");
        assertLeftOut("2.0,R,50000,30,100,", "elevationRad OptionalDouble[" + Math.toRadians(100) + "]");
        assertLeftOut("2.0,R,50000,30,,Infinity", "rangeRateMps is Infinity");
        assertLeftOut("1e300,R,50000,30,,", "time_s 1.0E300");
        assertLeftOut("-Infinity,R,50000,30,,", "time_s -Infinity");
    }

    @Test
    void noiseMayMakeANearRangeNegative() throws IOException {
        List<String> refused = new ArrayList<>();

        assertEquals(2, read("2.0,R,-120,30,,", refused));
        assertEquals(List.of(), refused);
    }
}
