package vedette.format.cot;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Affiliation;
import vedette.model.ObjectKind;
import vedette.model.Warning;

/// What an event of ours is about. There are these types and no others: nothing that orders an action (`t-…`) and no
/// fires (`c-f…`) can be made, but for the talk of TAK peers about their protocol.
public final class CotType {
    /// A shape of corners on the map.
    static final CotType SHAPE = new CotType("u-d-f");

    /// A circle on the map.
    static final CotType CIRCLE = new CotType("u-d-c-c");

    /// A radar of ours.
    static final CotType RADAR = new CotType("a-f-G-E-S-R");

    /// Another sensor of ours.
    static final CotType SENSOR = new CotType("a-f-G-E-S");

    /// A warning is over.
    static final CotType OVER = new CotType("b-a-o-can");

    /// Which TAK protocol versions the server has.
    static final CotType VERSIONS = new CotType("t-x-takp-v");

    /// The client asks for a version.
    static final CotType REQUEST = new CotType("t-x-takp-q");

    /// The server answers.
    static final CotType RESPONSE = new CotType("t-x-takp-r");

    /// Are you there?
    static final CotType PING = new CotType("t-x-c-t");

    /// I am.
    static final CotType PONG = new CotType("t-x-c-t-r");

    private static final CotType BREACH = new CotType("b-a-g");
    private static final CotType ALERT = new CotType("b-a-o-c");

    private final String code;

    private CotType(String code) {
        this.code = code;
    }

    /// As it is written.
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    /// A flying object: MIL-STD-2525B function codes, its standard identity as the second letter.
    ///
    /// @param civil whether it tells an aircraft's identity of itself
    static CotType flying(Affiliation affiliation, ObjectKind kind, boolean civil) {
        return new CotType("a-" + letter(affiliation) + "-" + function(kind, civil));
    }

    private static String letter(Affiliation affiliation) {
        return switch (affiliation) {
            case PENDING -> "p";
            case UNKNOWN -> "u";
            case ASSUMED_FRIEND -> "a";
            case FRIEND -> "f";
            case NEUTRAL -> "n";
            case SUSPECT -> "s";
            case HOSTILE -> "h";
        };
    }

    private static String function(ObjectKind kind, boolean civil) {
        return switch (kind) {
            case UNKNOWN, BIRD -> "A";
            case AEROPLANE -> civil ? "A-C-F" : "A";
            case HELICOPTER -> civil ? "A-C-H" : "A";
            case DRONE, MULTIROTOR, FIXED_WING_DRONE, ONE_WAY_ATTACK_DRONE -> "A-M-F-Q";
            case CRUISE_MISSILE -> "A-W-M";
            case BALLISTIC -> "A-W-M-S-S";
            case SPACE_OBJECT -> "P";
        };
    }

    /// A warning in force: the alerts that TAK clients ring for.
    static CotType warning(Warning.Kind kind) {
        return switch (kind) {
            case INTRUSION, BREACH -> BREACH;
            case LAUNCH, IMPACT, RAID, REENTRY, PROXIMITY, EMERGENCY, INTERFERENCE, SPOOFING, SENSOR -> ALERT;
        };
    }

    /// Every type there is.
    static List<CotType> all() {
        List<CotType> all = new ArrayList<>(
                List.of(SHAPE, CIRCLE, RADAR, SENSOR, OVER, VERSIONS, REQUEST, RESPONSE, PING, PONG, BREACH, ALERT));
        for (Affiliation affiliation : Affiliation.values()) {
            for (ObjectKind kind : ObjectKind.values()) {
                all.add(flying(affiliation, kind, true));
                all.add(flying(affiliation, kind, false));
            }
        }
        return all;
    }
}
