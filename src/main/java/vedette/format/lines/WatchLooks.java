package vedette.format.lines;

import static vedette.math.Require.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.Altitude;
import vedette.model.Ecef;
import vedette.model.Identity;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// What a missile watch sees: `obs_ir.csv` and `obs_radar.csv` of the warning benchmark.
///
/// `sensor,t,sx,sy,sz,ux,uy,uz,sigma_rad` is a look of a satellite at s along the unit vector u, both Earth-fixed;
/// `sensor,t,range_m,az_deg,el_deg,range_rate_mps` one of a radar, whose range rate may be empty. Rows come back in
/// the file's order. Nothing is thrown: a row that cannot be is refused by itself, with its line.
public final class WatchLooks {
    /// No scenario is longer than a day, seconds.
    private static final double LONGEST_S = 86_400;

    /// Noise may make a range of nothing negative by so many sigmas.
    private static final double NOISE_SIGMAS = 6;

    /// Unit vectors are written with nine decimals; what is farther off is none.
    private static final double UNIT_SLACK = 1e-4;

    /// A satellite is above the air and below the Moon, metres from the Earth's centre.
    private static final double LOWEST_M = 6.4e6;

    private static final double HIGHEST_M = 4e8;

    /// Near the zenith azimuths scatter without bound; the plot's sigma stops here, as a cosine.
    private static final double SMALLEST_COSINE = 0.05;

    /// Of a field that is at fault so many characters are told.
    private static final int LONGEST_TOLD = 40;

    private WatchLooks() {}

    /// Lines of sight.
    ///
    /// @param text the file's text
    /// @param satellites who may have seen them
    /// @param epoch the moment of the scenario's second 0
    public static Taken<Measurement> sights(String text, List<InfraredSatellite> satellites, Moment epoch) {
        Map<String, SensorId> known = new HashMap<>();
        satellites.forEach(each -> known.put(each.sensor().name(), each.sensor()));
        Taking<Measurement> taking = new Taking<>();
        Rows rows = new Rows(CsvTable.parse(text), epoch);
        for (int row = 0; row < rows.table.size(); row++) {
            int r = row;
            taking.take("line " + rows.table.line(r), () -> sight(rows.at(r), known));
        }
        return taking.done();
    }

    /// Radar plots.
    ///
    /// @param text the file's text
    /// @param radars who may have seen them
    /// @param epoch the moment of the scenario's second 0
    public static Taken<Measurement> plots(String text, List<WarningRadar> radars, Moment epoch) {
        Map<String, WarningRadar> known = new HashMap<>();
        radars.forEach(each -> known.put(each.sensor().name(), each));
        Taking<Measurement> taking = new Taking<>();
        Rows rows = new Rows(CsvTable.parse(text), epoch);
        for (int row = 0; row < rows.table.size(); row++) {
            int r = row;
            taking.take("line " + rows.table.line(r), () -> plot(rows.at(r), known));
        }
        return taking.done();
    }

    private static Measurement sight(Row row, Map<String, SensorId> known) {
        SensorId sensor = found(known, row.text("sensor"), "infrared sensor");
        Ecef from = new Ecef(row.number("sx"), row.number("sy"), row.number("sz"));
        double distanceM = new Vec3(from.xM(), from.yM(), from.zM()).norm();
        require(distanceM > LOWEST_M && distanceM < HIGHEST_M, "a satellite %s m from the centre", distanceM);
        Vec3 along = new Vec3(row.number("ux"), row.number("uy"), row.number("uz"));
        double length = along.norm();
        require(Math.abs(length - 1) < UNIT_SLACK, "a direction %s long", length);
        Provenance provenance = Provenance.open(sensor, row.moment());
        return new Measurement.Sight(provenance, from, along.times(1 / length), row.number("sigma_rad"));
    }

    private static Measurement plot(Row row, Map<String, WarningRadar> known) {
        WarningRadar radar = found(known, row.text("sensor"), "radar");
        WarningRadar.Noise noise = radar.noise();
        double rangeM = row.number("range_m");
        double elevationRad = Math.toRadians(row.number("el_deg"));
        Measurement.Polar polar = new Measurement.Polar(
                rangeM > -NOISE_SIGMAS * noise.rangeM() ? Math.max(0, rangeM) : rangeM,
                Math.toRadians(row.number("az_deg")),
                OptionalDouble.of(elevationRad),
                row.maybe("range_rate_mps"));
        double cosine = Math.max(SMALLEST_COSINE, Exact.cos(elevationRad));
        return new Measurement.RadarPlot(
                Provenance.open(radar.sensor(), row.moment()),
                polar,
                new PlotSigma(noise.rangeM(), noise.angleRad() / cosine, noise.angleRad(), noise.rangeRateMps()),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty());
    }

    private static <T> T found(Map<String, T> all, String name, String what) {
        return Optional.ofNullable(all.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no " + what + " '" + shortened(name) + "'"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }

    private static final class Rows {
        private final CsvTable table;
        private final Moment epoch;
        private final Map<String, List<String>> columns = new HashMap<>();

        Rows(CsvTable table, Moment epoch) {
            this.table = table;
            this.epoch = epoch;
            table.names().forEach(name -> columns.put(name, table.texts(name)));
        }

        Row at(int row) {
            return new Row(this, row);
        }
    }

    private record Row(Rows rows, int row) {
        String text(String column) {
            return found(rows.columns, column, "column").get(row);
        }

        double number(String column) {
            String text = text(column);
            require(!text.isBlank(), "no %s", column);
            double number = parsed(column, text);
            require(Double.isFinite(number), "%s %s", column, text);
            return number;
        }

        OptionalDouble maybe(String column) {
            return text(column).isBlank() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
        }

        Moment moment() {
            double timeS = number("t");
            require(Math.abs(timeS) <= LONGEST_S, "t %s", timeS);
            return rows.epoch.plusS(timeS);
        }

        private static double parsed(String column, String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(column + " '" + shortened(text) + "' is no number", notANumber);
            }
        }
    }
}
