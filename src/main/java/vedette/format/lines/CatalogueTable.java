package vedette.format.lines;

import static vedette.math.Require.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vedette.format.text.Utc;
import vedette.math.Vec3;
import vedette.model.Ecef;
import vedette.model.KnownObject;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// A CSV of objects in space that are known.
///
/// Columns: `catalogue` (1 to 999999999), perhaps `name`, `epoch` (ISO 8601 with a zone) or `epoch_s`
/// (seconds after a moment that is told with the file), `x_m`, `y_m`, `z_m`, `vx_mps`, `vy_mps`, `vz_mps`
/// (Earth-fixed, WGS-84; the velocity against the turning Earth), `sigma_m`, `sigma_mps` (standard deviation
/// an axis). Mean elements (TLE, OMM) are none of this. A row that cannot be is refused by itself, with its
/// line.
public final class CatalogueTable {
    private static final int LONGEST = 4_000_000;
    /// More are refused: each is looked at when a radar's track is judged.
    private static final int MOST = 10_000;

    private CatalogueTable() {}

    /// Reads a table.
    ///
    /// @param text the file's text
    /// @param zero what `epoch_s` counts from
    public static Taken<KnownObject> read(String text, Moment zero) {
        Taking<KnownObject> taking = new Taking<>();
        if (text.length() > LONGEST) {
            taking.refuse("the file", "longer than " + LONGEST + " characters");
            return taking.done();
        }
        CsvTable table = CsvTable.parse(text);
        if (!table.has("catalogue")) {
            taking.refuse("line 1", "no column 'catalogue'");
            return taking.done();
        }
        Columns columns = new Columns(table, zero);
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            taking.take("line " + table.line(row), () -> fresh(columns.object(at), seen));
        }
        return taking.done();
    }

    private static KnownObject fresh(KnownObject object, Set<Long> seen) {
        require(seen.size() < MOST, "more than %s objects", MOST);
        require(seen.add(object.number()), "catalogue number %s stands twice in the file", object.number());
        return object;
    }

    /// The columns of a table.
    private static final class Columns {
        private static final List<String> NUMBERS =
                List.of("x_m", "y_m", "z_m", "vx_mps", "vy_mps", "vz_mps", "sigma_m", "sigma_mps");

        private final List<String> catalogue;
        private final List<String> names;
        private final List<String> epochs;
        private final List<String> seconds;
        private final List<List<String>> numbers;
        private final Moment zero;

        Columns(CsvTable table, Moment zero) {
            catalogue = table.texts("catalogue");
            names = table.texts("name");
            epochs = table.texts("epoch");
            seconds = table.texts("epoch_s");
            numbers = NUMBERS.stream().map(table::texts).toList();
            this.zero = zero;
        }

        KnownObject object(int row) {
            double[] n = new double[NUMBERS.size()];
            for (int i = 0; i < n.length; i++) {
                n[i] = number(NUMBERS.get(i), numbers.get(i).get(row));
            }
            double counted = number("catalogue", catalogue.get(row));
            require(counted == Math.rint(counted), "catalogue '%s' is no whole number", counted);
            return new KnownObject(
                    (long) counted,
                    names.get(row).strip(),
                    epoch(row),
                    new Ecef(n[0], n[1], n[2]),
                    new Vec3(n[3], n[4], n[5]),
                    n[6],
                    n[7]);
        }

        private Moment epoch(int row) {
            if (epochs.get(row).isBlank()) {
                double afterS = number("epoch_s", seconds.get(row));
                require(Math.abs(afterS) < 1e9, "epoch_s %s", afterS);
                return zero.plusS(afterS);
            }
            return Utc.moment(epochs.get(row).strip(), LeapSeconds.standard())
                    .orElseThrow(() -> new IllegalArgumentException("epoch is no time as 2026-11-23T00:00:00Z"));
        }
    }

    private static double number(String name, String field) {
        try {
            double number = Double.parseDouble(field.strip());
            require(Double.isFinite(number), "%s is not finite", name);
            return number;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is no number", notANumber);
        }
    }
}
