package vedette.core.assess;

import java.util.Locale;
import java.util.Optional;
import vedette.model.Altitude;
import vedette.model.Assessment.Relation;
import vedette.model.HeightLimit;
import vedette.model.ObjectKind;
import vedette.model.Track;
import vedette.model.Zone;

/// The one sentence that says why an object is held to be clear of, approaching or inside a zone.
///
/// @param track the object
/// @param zone the zone
/// @param forecast what may happen
/// @param heights its height against the limits
/// @param roams whether it is only so near that it could be inside within seconds
record Reasons(Track track, Zone zone, Forecast forecast, Heights heights, boolean roams) {
    private static final int PERCENT = 100;

    String why(Relation relation, boolean concerned, boolean active) {
        if (!active) {
            return "The zone's protection is not in force now";
        }
        if (!concerned) {
            return subject() + " is not one of those the zone concerns (" + kind() + ", " + affiliation() + ")";
        }
        return switch (relation) {
            case CLEAR -> subject() + " is " + place() + " and not expected to enter" + heightWord();
            case INSIDE ->
                subject() + " is " + place() + ", inside with " + percent(forecast.insideNow()) + heightWord();
            case APPROACHING -> roams ? roaming() : flying();
        };
    }

    private String roaming() {
        return subject() + " (" + kind() + ") is " + place()
                + ", so near that it could be inside within seconds if it flew there ("
                + percent(forecast.enters()) + " if it flies off any way)" + heightWord();
    }

    private String flying() {
        return subject() + " is " + place() + ", flies at "
                + whole(track.kinematics().velocityMps().horizontal())
                + " m/s and enters in " + whole(forecast.meanS()) + " s (± " + tenths(forecast.sigmaS())
                + " s) with " + percent(forecast.enters()) + heightWord();
    }

    private String subject() {
        return "Track " + track.id()
                + track.identity().callsign().map(call -> " (" + call + ")").orElse("");
    }

    private String kind() {
        ObjectKind kind = track.kinds().most();
        return lower(kind.name());
    }

    private String affiliation() {
        return lower(track.affiliation().name());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String place() {
        double distanceM = forecast.distanceM();
        return distanceM <= 0
                ? whole(-distanceM) + " m within the outline of " + zone.title()
                : whole(distanceM) + " m outside " + zone.title();
    }

    private String heightWord() {
        if (heights.tested()) {
            return "";
        }
        String terrain = overGround() ? " (one of them is told above ground, and no terrain is known here)" : "";
        return "; its height cannot be compared with the zone's limits" + terrain
                + ", so only the ground plan is tested";
    }

    private boolean overGround() {
        return isOverGround(zone.floor()) || isOverGround(zone.ceiling()) || track.altitude() instanceof Altitude.Agl;
    }

    private static boolean isOverGround(Optional<HeightLimit> limit) {
        return limit.filter(each -> each.datum() == HeightLimit.Datum.AGL).isPresent();
    }

    private static String percent(double share) {
        return Math.round(PERCENT * share) + " % probability";
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
