package vedette.core.motion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vedette.math.Vec3;
import vedette.model.LeapSeconds;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// Element sets in tests: read by column, without the checks of a decoder.
final class Sgp4Sets {
    private Sgp4Sets() {}

    /// One verification case.
    ///
    /// @param elements the element set
    /// @param places by minutes after the epoch, in the order of the file
    record Case(MeanElements elements, List<Place> places) {}

    /// A published place.
    record Place(double minutes, Vec3 km, Vec3 kmps) {}

    /// The cases, in the order of the file.
    static List<Case> cases(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("SGP4-VER.TLE"), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        List<List<Place>> places = places(folder.resolve("tcppver.out"));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            cases.add(new Case(elements(lines.get(i), lines.get(i + 1)), places.get(i / 2)));
        }
        return cases;
    }

    private static List<List<Place>> places(Path file) throws IOException {
        List<List<Place>> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.strip().split("\\s+");
            if (line.contains("xx")) {
                all.add(new ArrayList<>());
            } else {
                double[] n = new double[7];
                for (int i = 0; i < 7; i++) {
                    n[i] = Double.parseDouble(fields[i]);
                }
                all.getLast().add(new Place(n[0], new Vec3(n[1], n[2], n[3]), new Vec3(n[4], n[5], n[6])));
            }
        }
        return all;
    }

    /// An element set of two lines.
    static MeanElements elements(String one, String two) {
        int year = Integer.parseInt(one.substring(18, 20));
        double day = Double.parseDouble(one.substring(20, 32));
        long whole = (long) day;
        long units = Math.round((day - whole) * 1e8);
        long days = LocalDate.of(year < 57 ? 2000 + year : 1900 + year, 1, 1).toEpochDay() + whole - 1;
        // The published places were made with the epoch as one double of Julian days: 40 µs steps.
        double julian = 2_440_587.5 + days + units * 1e-8;
        long rounded = Math.round((julian - 2_440_587.5) * 86_400e9);
        Moment epoch = LeapSeconds.standard().moment(rounded);
        double exponent = Double.parseDouble(one.substring(59, 61).replace(' ', '+'));
        double bstar = Double.parseDouble(one.substring(53, 59).strip()) * 1e-5 * Math.pow(10, exponent);
        return new MeanElements(
                Long.parseLong(one.substring(2, 7).strip()),
                "",
                epoch,
                Double.parseDouble(two.substring(52, 63)) * 2 * Math.PI / 86_400,
                Double.parseDouble(two.substring(26, 33).replace(' ', '0')) * 1e-7,
                Math.toRadians(Double.parseDouble(two.substring(8, 16))),
                Math.toRadians(Double.parseDouble(two.substring(17, 25))),
                Math.toRadians(Double.parseDouble(two.substring(34, 42))),
                Math.toRadians(Double.parseDouble(two.substring(43, 51))),
                bstar);
    }
}
