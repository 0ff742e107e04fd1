package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.core.track.Tracker;
import vedette.math.Draws;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.Sheet;

/// The oracle knows whose plots are whose, and nothing else that the tracker does not know: here for two
/// aeroplanes that meet head on, 300 m apart, over one radar's false plots.
class OracleTest {
    private static final int SECONDS = 120;
    private static final Geodetic RADAR = new Geodetic(Math.toRadians(50), Math.toRadians(10), 100);
    private static final LocalFrame FRAME = LocalFrame.at(RADAR);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final List<String> plots = new ArrayList<>();
    private final List<Boolean> isObjects = new ArrayList<>();

    @BeforeEach
    void writeScenario() throws IOException {
        Files.writeString(folder.resolve("sensors.json"), """
                [{"id": "R", "kind": "radar3d", "mode": "frame", "lat": 50.0, "lon": 10.0, "alt": 100.0,
                  "scan_period_s": 4.0, "phase_s": 0.0, "min_range_m": 0.0, "max_range_m": 100000.0,
                  "azimuth_span_deg": [0.0, 360.0], "elevation_span_deg": [0.0, 40.0], "range_rate_span_mps": null,
                  "sigma_range_m": 30.0, "sigma_azimuth_deg": 0.1, "sigma_elevation_deg": 0.1,
                  "sigma_range_rate_mps": null, "pd": 0.9, "clutter_per_scan": 5.0}]
                """);
        Files.writeString(folder.resolve("scenario.json"), """
                {"name": "meeting", "seed": 1, "scoring": {"epochs": {"first_s": 4.0, "step_s": 4.0, "count": 30},
                 "dimension": 3, "gospa": {"p": 2, "c_m": 1000.0, "alpha": 2}, "ignore_kinds": []}}
                """);
        StringBuilder truth = new StringBuilder("time_s,target_id,lat,lon,alt,vn,ve,vd,kind\n");
        for (int t = 4; t <= SECONDS; t += 4) {
            truth.append(row(t, 0)).append(row(t, 1));
            plot(t, position(t, 0));
            plot(t, position(t, 1));
            clutter(t);
        }
        Files.writeString(folder.resolve("truth.csv"), truth);
        Files.writeString(
                folder.resolve("plots.csv"),
                "time_s,sensor_id,range_m,azimuth_deg,elevation_deg,range_rate_mps\n" + String.join("", plots));
    }

    private static Enu position(int t, int which) {
        double east = (which == 0 ? 1 : -1) * 200.0 * (t - SECONDS / 2);
        return new Enu(east, 20_000 + 300 * which, 5000);
    }

    private static String row(int t, int which) {
        Geodetic at = FRAME.ecef(position(t, which)).geodetic();
        Ecef axis = FRAME.axes(new Enu(which == 0 ? 200 : -200, 0, 0));
        Enu v = LocalFrame.at(at).turned(axis.xM(), axis.yM(), axis.zM());
        return String.format(
                Locale.ROOT,
                "%d,T%d,%.9f,%.9f,%.3f,%.4f,%.4f,%.4f,aircraft%n",
                t,
                which,
                Math.toDegrees(at.latRad()),
                Math.toDegrees(at.lonRad()),
                at.heightM(),
                v.north(),
                v.east(),
                -v.up());
    }

    private void plot(int t, Enu at) {
        Draws draws = Draws.of(5, 2L * t + (at.north() > 20_100 ? 1 : 0), "oracle");
        double range = Math.sqrt(at.horizontal() * at.horizontal() + at.up() * at.up());
        add(
                t,
                range + 30 * draws.gaussian(),
                Math.toDegrees(Math.atan2(at.east(), at.north())) + 0.1 * draws.gaussian(),
                Math.toDegrees(Math.atan2(at.up(), at.horizontal())) + 0.1 * draws.gaussian());
        isObjects.add(true);
    }

    private void clutter(int t) {
        Draws draws = Draws.of(6, t, "clutter");
        for (int k = 0; k < 5; k++) {
            add(t, 40_000 + 60_000 * draws.uniform(), 360 * draws.uniform(), 40 * draws.uniform());
            isObjects.add(false);
        }
    }

    private void add(int t, double rangeM, double azimuthDeg, double elevationDeg) {
        double turned = (azimuthDeg + 360) % 360;
        plots.add(String.format(Locale.ROOT, "%d,R,%.3f,%.5f,%.5f,%n", t, rangeM, turned, elevationDeg));
    }

    private List<TruthPath> paths(Accuracy.Scene scene) {
        return TruthPath.all(scene.truth(), 4);
    }

    private static Sheet sheet(Accuracy.Scene scene, List<ScoredState> tracks) {
        return switch (PictureScore.of(scene.folder().rules(), scene.truth(), tracks)) {
            case PictureScore.Scored(var sheet, var _, var _) -> sheet;
            case PictureScore.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    @Test
    void everyPlotOfAnObjectIsFoundAndNoFalseOne() throws IOException {
        Accuracy.Scene scene = Accuracy.Scene.read(folder);

        PlotLabels labels = PlotLabels.of(scene.arrivals(), scene.sensors(), paths(scene));

        assertEquals(isObjects.size(), labels.plots());
        assertEquals(isObjects.stream().filter(own -> own).count(), labels.labelled());
    }

    @Test
    void theOracleNeverSwitchesAndIsNoWorseThanTheTracker() throws IOException {
        Accuracy.Scene scene = Accuracy.Scene.read(folder);
        List<TruthPath> paths = paths(scene);
        Oracle oracle = new Oracle(scene.sensors(), PlotLabels.of(scene.arrivals(), scene.sensors(), paths));

        Sheet own = sheet(scene, oracle.tracks(paths));
        Sheet tracked = sheet(scene, Accuracy.tracked(scene, new Tracker()));

        assertEquals(0, own.number("id_switches").orElse(-1));
        assertEquals(0, own.number("gospa", "rms_false").orElse(-1));
        assertTrue(own.number("siap", "completeness").orElse(0) > 0.95, own.toString());
        assertTrue(
                own.number("gospa", "mean").orElse(1e9)
                        <= 1.02 * tracked.number("gospa", "mean").orElse(0),
                own + "\n" + tracked);
    }

    @Test
    void betweenItsRowsAPathIsCurvedAsItsVelocitiesSay() throws IOException {
        TruthPath path = paths(Accuracy.Scene.read(folder)).getFirst();
        double[] out = new double[6];

        boolean there = path.at(62, out);
        Enu at = FRAME.enu(new Ecef(out[0], out[1], out[2]));

        assertTrue(there);
        assertEquals(400, at.east(), 0.05);
        assertEquals(20_000, at.north(), 0.05);
        assertEquals(5000, at.up(), 0.05);
        assertTrue(path.at(1, out) && path.at(SECONDS + 3, out));
        assertTrue(!path.at(-1, out) && !path.at(SECONDS + 5, out));
    }

    @Test
    void theTableHasARowForEachTrackerAndOneForTheOracle() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Accuracy.main(new String[] {folder.toString(), "--associators=gnn", "--html=" + folder});
        } finally {
            System.setOut(before);
        }

        String table = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(table.contains("| meeting, seed 1 | gnn | "), table);
        assertTrue(table.contains("| meeting, seed 1 | oracle | "), table);
        assertTrue(table.contains("| meeting | oracle | "), table);
        assertTrue(
                Files.readString(folder.resolve(folder.getFileName() + ".html")).contains("meeting, seed 1"));
    }
}
