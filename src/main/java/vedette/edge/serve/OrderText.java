package vedette.edge.serve;

import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Affiliation;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.ObjectKind;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.TrackId;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// Reads an order from JSON.
final class OrderText {
    /// The longest time for which warnings may be inhibited, seconds: a day.
    private static final long LONGEST_INHIBIT_S = 86_400;

    private OrderText() {}

    /// What became of a text.
    sealed interface Parsed {}

    /// It was an order.
    record Understood(Order order) implements Parsed {}

    /// It was not.
    record Refused(String why) implements Parsed {}

    /// Reads one order.
    ///
    /// @param text a JSON object with `act`
    /// @param now the engine's time, from which an inhibition runs
    static Parsed read(String text, Moment now) {
        try {
            return switch (JsonText.read(text)) {
                case JsonText.Read(Json json) -> new Understood(order(json, now));
                case JsonText.NotJson(String reason, int line) -> new Refused("line " + line + ": " + reason);
            };
        } catch (IllegalArgumentException wrong) {
            return new Refused(Optional.ofNullable(wrong.getMessage()).orElse("not an order"));
        }
    }

    private static Order order(Json json, Moment now) {
        String act = text(json, "act");
        return switch (act) {
            case "acknowledge" ->
                new Order.Acknowledge(
                        new WarningId(text(json, "warning")),
                        Math.toIntExact(whole(json, "revision", Integer.MAX_VALUE)));
            case "identity" ->
                new Order.SetIdentity(
                        track(json),
                        Affiliation.valueOf(text(json, "affiliation")),
                        json.text("kind").map(ObjectKind::valueOf));
            case "judge" ->
                new Order.JudgeShared(
                        new NodeId(text(json, "node")),
                        text(json, "item"),
                        Affiliation.valueOf(text(json, "affiliation")),
                        json.text("kind").map(ObjectKind::valueOf));
            case "note" -> new Order.Note(track(json), text(json, "text"));
            case "inhibit" ->
                new Order.Inhibit(track(json), new ZoneId(text(json, "zone")), now.plusS((double)
                        whole(json, "forS", LONGEST_INHIBIT_S)));
            case "approve" ->
                new Order.Approve(
                        new WarningId(text(json, "warning")),
                        Math.toIntExact(whole(json, "revision", Integer.MAX_VALUE)),
                        text(json, "shown"));
            case "withdraw" -> new Order.Withdraw(new WarningId(text(json, "warning")));
            case "takeBack" ->
                new Order.TakeBack(
                        new WarningId(text(json, "warning")), json.text("why").orElse(""));
            case "tryChannels" -> new Order.TryChannels(text(json, "text"));
            default ->
                throw new IllegalArgumentException(
                        "act '" + act + "' is none of acknowledge, identity, judge, note, inhibit");
        };
    }

    /// Whether a role may give an order. The engine asks again.
    static boolean may(Operator.Role role, Order order) {
        return switch (order) {
            case Order.SetIdentity _, Order.Note _, Order.Inhibit _, Order.Acknowledge _, Order.JudgeShared _ ->
                mayOrder(role);
            case Order.Authorise _, Order.EndFlight _ -> mayOrder(role);
            case Order.Approve _, Order.Withdraw _, Order.TakeBack _, Order.TryChannels _ -> mayRelease(role);
        };
    }

    /// Whether a role may give any order, and see where sensors stand.
    static boolean mayOrder(Operator.Role role) {
        return switch (role) {
            case VIEWER -> false;
            case OPERATOR, RELEASER, DIRECTOR, ADMIN -> true;
        };
    }

    /// Whether a role may release warnings and take them back.
    static boolean mayRelease(Operator.Role role) {
        return switch (role) {
            case VIEWER, OPERATOR -> false;
            case RELEASER, DIRECTOR, ADMIN -> true;
        };
    }

    private static TrackId track(Json json) {
        return new TrackId(whole(json, "track", Long.MAX_VALUE));
    }

    private static String text(Json json, String name) {
        return json.text(name).orElseThrow(() -> new IllegalArgumentException("no text '" + name + "'"));
    }

    private static long whole(Json json, String name, long most) {
        long value = json.whole(name).orElse(0);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number from 1 to " + most);
        }
        return value;
    }
}
