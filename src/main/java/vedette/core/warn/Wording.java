package vedette.core.warn;

import java.util.List;
import vedette.model.Assessment;
import vedette.model.Assessment.Relation;
import vedette.model.Emergency;
import vedette.model.Health;
import vedette.model.ObjectKind;
import vedette.model.Track;
import vedette.model.Warning;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// What people read.
final class Wording {
    private Wording() {}

    /// Of an object and a zone.
    static Warning.Words of(ZoneWarnings.Case each) {
        boolean inside = each.now().relation() == Relation.INSIDE;
        String title = each.zone().title();
        ObjectKind kind = each.track().kinds().most();
        String headline = noun(kind) + (inside ? " inside " : " approaching ") + title;
        return new Warning.Words(headline, each.now().why(), advice(kind, inside, title));
    }

    private static String noun(ObjectKind kind) {
        return switch (kind) {
            case UNKNOWN -> "Unknown object";
            case AEROPLANE -> "Aeroplane";
            case HELICOPTER -> "Helicopter";
            case DRONE -> "Drone";
            case MULTIROTOR -> "Drone (multirotor)";
            case FIXED_WING_DRONE -> "Drone (fixed wing)";
            case ONE_WAY_ATTACK_DRONE -> "Attack drone";
            case CRUISE_MISSILE -> "Cruise missile";
            case BALLISTIC -> "Ballistic object";
            case BIRD -> "Bird";
            case SPACE_OBJECT -> "Space object";
        };
    }

    private static String advice(ObjectKind kind, boolean inside, String title) {
        return switch (kind) {
            case ONE_WAY_ATTACK_DRONE, CRUISE_MISSILE, BALLISTIC -> "Take shelter in " + title + " now.";
            case UNKNOWN, DRONE, MULTIROTOR, FIXED_WING_DRONE ->
                inside
                        ? "Stay away from the object, stop work in the open in " + title + ", report what you see."
                        : "Watch the approaches to " + title + " and be ready to stop work in the open.";
            case AEROPLANE, HELICOPTER -> "Call the aircraft through its control centre and watch it.";
            case BIRD, SPACE_OBJECT -> "Watch it.";
        };
    }

    /// Of an aircraft in distress.
    static Warning.Words of(Track track, Emergency emergency) {
        String who = track.identity().callsign().orElse("track " + track.id());
        String what = words(emergency);
        return new Warning.Words(
                "Aircraft " + who + " declares " + what,
                "Track " + track.id() + " declares " + what + " by its transponder, heard in two updates in a row",
                emergency == Emergency.UNLAWFUL_INTERFERENCE
                        ? "Do not mention the code on the radio; inform the control centre and the police."
                        : "Inform the control centre; keep the airspace and a runway free.");
    }

    static String words(Emergency emergency) {
        return switch (emergency) {
            case NONE -> "nothing any more";
            case GENERAL -> "an emergency";
            case MEDICAL -> "a medical emergency";
            case MINIMUM_FUEL -> "minimum fuel";
            case NO_COMMUNICATION -> "that its radio has failed";
            case UNLAWFUL_INTERFERENCE -> "unlawful interference";
            case DOWNED -> "that it is down";
        };
    }

    /// Of an authorised flight that is not where it may be.
    static Warning.Words of(Assessment.Breach breach) {
        String what = switch (breach.limit()) {
            case NONE -> " keeps to its authorisation";
            case AREA -> " has left its area";
            case HEIGHT -> " is not between its heights";
            case TIME -> " flies at another time than authorised";
            case NAME -> " is borne by several objects";
        };
        return new Warning.Words(
                "Authorised flight " + breach.flight() + what,
                breach.why(),
                breach.limit() == Assessment.Limit.NAME
                        ? "Trust none of them; call the operator, and compare with your own sensors."
                        : "Call the operator; treat the object as any other until it keeps to its authorisation.");
    }

    /// Of an authorised flight near another object.
    static Warning.Words of(Assessment.Proximity proximity) {
        return new Warning.Words(
                "Tracks " + proximity.flight() + " and " + proximity.other() + " come near each other",
                proximity.why(),
                "For advice: tell the operator of the authorised flight and the other aircraft's control centre.");
    }

    /// Of claims that are false, as it seems.
    static Warning.Words of(Assessment.Doubted doubted) {
        String what = switch (doubted.suspicion()) {
            case NONE -> " tells what agrees again";
            case SPOOFED -> " tells what cannot be true";
            case REPLAYED -> " repeats what was told before";
            case JUMPING -> " jumps from place to place";
            case GHOST_FLOOD -> " and many others came at once";
            case UNSEEN -> " is not where it says it is";
            case SILENT -> " tells nothing of itself";
        };
        return new Warning.Words(
                "Broadcast of " + doubted.name() + what,
                doubted.why(),
                "Trust own sensors, not this broadcast; do not send anybody to the place it tells.");
    }

    /// Of a sensor that does not see.
    static Warning.Words of(Health health) {
        String state = health.state() == Health.State.LOST ? " is lost" : " is silent";
        return new Warning.Words(
                "Sensor " + health.sensor() + state,
                health.why(),
                "Do not trust an empty picture where only this sensor looks; check its site and its line.");
    }

    /// Of a warning that is over.
    static Warning.Words over(Open open, String why, List<Zone> zones) {
        String headline = switch (open.finding()) {
            case Open.Finding.OfZone(Assessment.Intrusion about) ->
                "Over: track " + about.track() + " and " + title(about.zone(), zones);
            case Open.Finding.OfDistress(Assessment.Distress about) -> "Over: distress of track " + about.track();
            case Open.Finding.OfInterference _ -> "Over: disturbed satellite navigation";
            case Open.Finding.OfClaim(Assessment.Doubted about) -> "Over: broadcast of " + about.name();
            case Open.Finding.OfBreach(Assessment.Breach about) ->
                "Over: track " + about.track() + " and its authorisation";
            case Open.Finding.OfProximity(Assessment.Proximity about) ->
                "Over: tracks " + about.flight() + " and " + about.other();
            case Open.Finding.OfSensor(Health health) -> "Over: sensor " + health.sensor();
        };
        return new Warning.Words(headline, why, "Resume normal work as your own rules say.");
    }

    private static String title(ZoneId id, List<Zone> zones) {
        for (Zone zone : zones) {
            if (zone.id().equals(id)) {
                return zone.title();
            }
        }
        return id.name();
    }
}
