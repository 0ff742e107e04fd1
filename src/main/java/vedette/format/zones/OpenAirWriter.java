package vedette.format.zones;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Zone;

/// Zones as OpenAir, class R (restricted). A zone of several parts becomes several airspaces.
final class OpenAirWriter {
    private static final double METRES_A_FOOT = 0.3048;
    private static final double FEET_A_LEVEL = 100;
    private static final double METRES_A_MILE = 1852;
    private static final int MINUTES = 60;
    private static final int HUNDREDTHS = 100;

    private final LeapSeconds leaps;
    private final Losses losses = new Losses("OpenAir");
    private final StringBuilder out = new StringBuilder();

    OpenAirWriter(LeapSeconds leaps) {
        this.leaps = leaps;
    }

    ZoneFile.Written written(List<Zone> zones) {
        for (Zone zone : zones) {
            losses.rules(zone);
            List<Area> parts = zone.area() instanceof Area.Union(List<Area> several) ? several : List.of(zone.area());
            if (parts.size() > 1) {
                losses.say(zone, "its " + parts.size() + " parts become airspaces of their own");
            }
            for (int i = 0; i < parts.size(); i++) {
                String name = zone.id().name() + (parts.size() == 1 ? "" : "." + (i + 1));
                airspace(zone, oneLine(name), parts.get(i));
            }
        }
        return new ZoneFile.Written(out.toString(), losses.words());
    }

    /// `*` begins a comment, and a line is a record.
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", " ")
                .replace('*', '+')
                .strip();
    }

    private void airspace(Zone zone, String name, Area area) {
        out.append("AC R\nAI ")
                .append(name)
                .append("\nAN ")
                .append(oneLine(zone.title()))
                .append('\n');
        out.append("AL ")
                .append(floor(zone))
                .append("\nAH ")
                .append(ceiling(zone))
                .append('\n');
        if (!zone.active().isEmpty()) {
            out.append("AA ")
                    .append(zone.active().stream()
                            .map(each -> Utc.text(each.from(), leaps) + "/" + Utc.text(each.until(), leaps))
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        switch (area) {
            case Area.Circle(LatLon centre, double radiusM) ->
                out.append("V X=")
                        .append(place(centre))
                        .append("\nDC ")
                        .append(radiusM / METRES_A_MILE)
                        .append('\n');
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                outer.forEach(corner -> out.append("DP ").append(place(corner)).append('\n'));
                if (!holes.isEmpty()) {
                    losses.say(zone, "its holes cannot be said in OpenAir and are filled");
                }
            }
            case Area.Union union -> throw new IllegalArgumentException("a union within a union: " + union);
        }
        out.append('\n');
    }

    private String floor(Zone zone) {
        return zone.floor().map(limit -> limit(zone, limit, false)).orElse("GND");
    }

    private String ceiling(Zone zone) {
        Optional<HeightLimit> ceiling = zone.ceiling();
        return ceiling.map(limit -> limit(zone, limit, true)).orElse("UNLIM");
    }

    /// Whole feet and levels, floors rounded down and ceilings up: what is protected does not shrink.
    private String limit(Zone zone, HeightLimit limit, boolean up) {
        if (limit.datum() == HeightLimit.Datum.FLIGHT_LEVEL) {
            return "FL " + rounded(limit.heightM() / METRES_A_FOOT / FEET_A_LEVEL, up);
        }
        HeightLimit over = losses.grounded(zone, limit);
        return rounded(over.heightM() / METRES_A_FOOT, up) + " ft "
                + (over.datum() == HeightLimit.Datum.AGL ? "AGL" : "MSL");
    }

    private static long rounded(double value, boolean up) {
        double near = Math.rint(value);
        boolean whole = Math.abs(value - near) < 1e-6;
        return Math.max(0, (long) (whole ? near : up ? Math.ceil(value) : Math.floor(value)));
    }

    private static String place(LatLon place) {
        return angle(place.latDeg(), 2)
                + (place.latDeg() < 0 ? " S " : " N ")
                + angle(place.lonDeg(), 3)
                + (place.lonDeg() < 0 ? " W" : " E");
    }

    private static String angle(double degrees, int digits) {
        long hundredths = Math.round(Math.abs(degrees) * MINUTES * MINUTES * HUNDREDTHS);
        long seconds = hundredths / HUNDREDTHS;
        return padded(seconds / (MINUTES * MINUTES), digits) + ":" + padded(seconds / MINUTES % MINUTES, 2) + ":"
                + padded(seconds % MINUTES, 2) + "." + padded(hundredths % HUNDREDTHS, 2);
    }

    private static String padded(long number, int digits) {
        return "0".repeat(Math.max(0, digits - Long.toString(number).length())) + number;
    }
}
