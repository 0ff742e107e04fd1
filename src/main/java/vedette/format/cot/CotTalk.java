package vedette.format.cot;

import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;

/// What TAK peers say to each other about their connection: which protocol version, and whether they are there.
public final class CotTalk {
    private static final double NOWHERE_M = 999_999;

    private CotTalk() {}

    /// What a peer said.
    public enum Said {
        /// Something else.
        NOTHING,
        /// The server reads TAK protocol version 1.
        OFFERS_ONE,
        /// The client asks for version 1.
        ASKS_ONE,
        /// The client asks for another version.
        ASKS_OTHER,
        /// The server agrees.
        AGREES,
        /// It does not.
        DECLINES,
        /// Are you there?
        PING,
        /// I am.
        PONG
    }

    /// What an event says about the connection.
    public static Said said(CotEvent event) {
        return switch (event.type()) {
            case "t-x-takp-v" -> has(event, "TakProtocolSupport", "version", "1") ? Said.OFFERS_ONE : Said.NOTHING;
            case "t-x-takp-q" -> has(event, "TakRequest", "version", "1") ? Said.ASKS_ONE : Said.ASKS_OTHER;
            case "t-x-takp-r" -> has(event, "TakResponse", "status", "true") ? Said.AGREES : Said.DECLINES;
            case "t-x-c-t" -> Said.PING;
            case "t-x-c-t-r" -> Said.PONG;
            default -> Said.NOTHING;
        };
    }

    private static boolean has(CotEvent event, String element, String attribute, String value) {
        Optional<Markup.Element> control = event.detail().first("TakControl");
        return control.isPresent()
                && control.get().inside().stream()
                        .anyMatch(each -> each instanceof Markup.Element inside
                                && inside.name().equals(element)
                                && inside.attribute(attribute).equals(Optional.of(value)));
    }

    /// The server tells that it has version 1.
    ///
    /// @param uid of this negotiation
    public static CotReport offer(String uid, long unixMs) {
        return talk(CotType.VERSIONS, uid, unixMs, control("TakProtocolSupport", "version", "1"));
    }

    /// The client asks for version 1.
    public static CotReport request(String uid, long unixMs) {
        return talk(CotType.REQUEST, uid, unixMs, control("TakRequest", "version", "1"));
    }

    /// The server's answer.
    public static CotReport response(String uid, boolean agreed, long unixMs) {
        return talk(CotType.RESPONSE, uid, unixMs, control("TakResponse", "status", Boolean.toString(agreed)));
    }

    /// Are you there?
    public static CotReport ping(String uid, long unixMs) {
        return talk(CotType.PING, uid, unixMs, Detail.NONE);
    }

    /// I am.
    public static CotReport pong(String uid, long unixMs) {
        return talk(CotType.PONG, uid, unixMs, Detail.NONE);
    }

    private static Detail control(String element, String attribute, String value) {
        Markup.Element inside = Markup.Element.of(element, attribute, value);
        return new Detail(List.of(Markup.Element.of("TakControl").holding(inside)), List.of());
    }

    private static CotReport talk(CotType type, String uid, long unixMs, Detail detail) {
        return new CotReport(
                type,
                new CotEvent(
                        "2.0",
                        type.code(),
                        uid,
                        "m-g",
                        new CotEvent.Times(unixMs, unixMs, unixMs + 20_000),
                        new CotEvent.Marks("", "", ""),
                        new CotEvent.Point(0, 0, 0, NOWHERE_M, NOWHERE_M),
                        detail));
    }
}
