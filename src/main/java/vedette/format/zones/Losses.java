package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import vedette.model.HeightLimit;
import vedette.model.Zone;

/// What a form cannot say of zones.
final class Losses {
    /// Losses beyond these are only counted.
    private static final int MOST = 1_000;

    private final String form;
    private final List<String> words = new ArrayList<>();
    private int more;

    Losses(String form) {
        this.form = form;
    }

    void say(Zone zone, String what) {
        if (words.size() < MOST) {
            words.add("zone " + zone.id() + ": " + what);
        } else {
            more++;
        }
    }

    /// What the form asks for and nobody told: the country and the authority of a zone.
    void untold(boolean any) {
        if (any) {
            words.add("the country of each zone is written as XXX, its authority as not known: complete them");
        }
    }

    /// Rules that only our own form knows.
    void rules(Zone zone) {
        if (!zone.appliesTo().isEmpty() || !zone.exceptAffiliations().isEmpty()) {
            say(zone, "whom it concerns cannot be said in " + form);
        }
        if (zone.warnAheadS() != Collector.WARN_AHEAD_S) {
            say(zone, "how long before it is warned cannot be said in " + form);
        }
    }

    /// A limit above the sea or the ground: other datums are carried over, and that is told.
    HeightLimit grounded(Zone zone, HeightLimit limit) {
        return switch (limit.datum()) {
            case AGL, AMSL -> limit;
            case WGS84 -> overSea(zone, limit);
            case FLIGHT_LEVEL -> {
                say(zone, "a flight level is written as the height above the sea it has at 1013.25 hPa");
                yield new HeightLimit(limit.heightM(), HeightLimit.Datum.AMSL);
            }
        };
    }

    private HeightLimit overSea(Zone zone, HeightLimit limit) {
        double geoidM = zone.geoid().map(g -> (g.lowM() + g.highM()) / 2).orElse(0.0);
        say(
                zone,
                "a height above the ellipsoid is written above the sea"
                        + (zone.geoid().isPresent() ? "" : ", which may differ by 100 m"));
        return new HeightLimit(limit.heightM() - geoidM, HeightLimit.Datum.AMSL);
    }

    List<String> words() {
        if (more > 0) {
            words.add(more + " more losses");
        }
        return words;
    }
}
