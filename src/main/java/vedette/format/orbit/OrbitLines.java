package vedette.format.orbit;

import java.util.ArrayList;
import java.util.List;
import vedette.format.text.Json;
import vedette.format.text.Utc;
import vedette.model.LeapSeconds;

/// Element sets as JSON lines: the keywords of CCSDS, as CelesTrak's JSON has them, behind the line of the file.
public final class OrbitLines {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();

    private OrbitLines() {}

    /// One line: a set, or what was refused and why.
    public static Json line(OrbitFile.Entry entry) {
        return new Json.Members(
                switch (entry) {
                    case OrbitFile.Taken(ElementSet set) -> set(set);
                    case OrbitFile.Refused(int line, String reason) ->
                        List.of(
                                new Json.Member("rejected", new Json.Truth(true)),
                                new Json.Member("line", new Json.Whole(line)),
                                new Json.Member("reason", new Json.Text(reason)));
                });
    }

    private static List<Json.Member> set(ElementSet set) {
        List<Json.Member> members = new ArrayList<>();
        whole(members, "line", set.line());
        text(members, "OBJECT_NAME", set.object().name());
        text(members, "OBJECT_ID", set.object().id());
        text(members, "EPOCH", Utc.text(set.epoch(), LEAPS));
        number(members, "MEAN_MOTION", set.orbit().motionPerDay());
        number(members, "ECCENTRICITY", set.orbit().eccentricity());
        number(members, "INCLINATION", set.orbit().inclinationDeg());
        number(members, "RA_OF_ASC_NODE", set.orbit().nodeDeg());
        number(members, "ARG_OF_PERICENTER", set.orbit().pericenterDeg());
        number(members, "MEAN_ANOMALY", set.orbit().anomalyDeg());
        whole(members, "EPHEMERIS_TYPE", 0);
        text(members, "CLASSIFICATION_TYPE", set.object().classification());
        whole(members, "NORAD_CAT_ID", set.object().number());
        whole(members, "ELEMENT_SET_NO", set.terms().number());
        whole(members, "REV_AT_EPOCH", set.terms().turns());
        number(members, "BSTAR", set.terms().bstar());
        number(members, "MEAN_MOTION_DOT", set.terms().motionDot());
        number(members, "MEAN_MOTION_DDOT", set.terms().motionDdot());
        return members;
    }

    private static void text(List<Json.Member> members, String name, String text) {
        members.add(new Json.Member(name, new Json.Text(text)));
    }

    private static void whole(List<Json.Member> members, String name, long number) {
        members.add(new Json.Member(name, new Json.Whole(number)));
    }

    private static void number(List<Json.Member> members, String name, double number) {
        members.add(new Json.Member(name, new Json.Real(number)));
    }
}
