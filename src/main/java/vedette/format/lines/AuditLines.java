package vedette.format.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.TestMessage;
import vedette.model.Warning;

/// `audit.jsonl`: one line an act of a person, and one a bulletin that went out. Each line names the hash of the one
/// before, so that nothing can be changed, left out or put between without breaking the chain.
public final class AuditLines {
    private static final String HASH = ", \"hash\": \"";

    private AuditLines() {}

    /// What is written of an output; nothing where it is no act.
    public static Optional<Json.Members> act(Output output, TimeForm times) {
        return switch (output) {
            case Output.Signed(var order, var operator, var at, var saw) -> {
                List<Json.Member> all = ordered(order, operator, at, times);
                saw.ifPresent(warning -> all.add(new Json.Member("saw", seen(warning, times))));
                yield Optional.of(new Json.Members(all));
            }
            case Output.OrderTaken(var order, var operator, var at) ->
                Optional.of(new Json.Members(ordered(order, operator, at, times)));
            case Output.WarningAcknowledged(var warning, int revision, var operator, var at) ->
                Optional.of(new Json.Members(ordered(new Order.Acknowledge(warning, revision), operator, at, times)));
            case Output.Published(var cleared, var channels) ->
                Optional.of(published(cleared.bulletin(), channels, times));
            case Output.Tried(var message, var channels) -> Optional.of(tried(message, channels, times));
            case Output.TrackChanged _,
                    Output.TrackEnded _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.Assessed _,
                    Output.WarningDrafted _,
                    Output.WarningReleased _,
                    Output.WarningRevised _,
                    Output.WarningEnded _,
                    Output.PlacesChanged _,
                    Output.ReleaseStands _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.SensorHealth _,
                    Output.Refused _,
                    Output.Heartbeat _ -> Optional.empty();
        };
    }

    private static List<Json.Member> ordered(Order order, Operator operator, Moment at, TimeForm times) {
        List<Json.Member> all = person(operator, times.json(at));
        all.addAll(order(order, times));
        return all;
    }

    private static Json.Members tried(TestMessage message, List<String> channels, TimeForm times) {
        List<Json.Member> all = person(message.operator(), times.json(message.at()));
        all.add(text("act", "tried"));
        all.add(text("message", message.id().name()));
        all.add(names("channels", channels));
        return new Json.Members(all);
    }

    private static List<Json.Member> person(Operator operator, Json at) {
        List<Json.Member> all = new ArrayList<>();
        all.add(new Json.Member("at", at));
        all.add(text("who", operator.name()));
        all.add(text("role", operator.role().name()));
        return all;
    }

    private static List<Json.Member> order(Order order, TimeForm times) {
        return switch (order) {
            case Order.Approve(var warning, int revision, String shown) ->
                List.of(text("act", "approve"), text("warning", warning.name()), whole(revision), text("shown", shown));
            case Order.Withdraw(var warning) -> List.of(text("act", "withdraw"), text("warning", warning.name()));
            case Order.TakeBack(var warning, String why) ->
                List.of(text("act", "takeBack"), text("warning", warning.name()), text("why", why));
            case Order.Authorise(var flight) -> List.of(text("act", "authorise"), text("flight", flight.name()));
            case Order.EndFlight(String name) -> List.of(text("act", "endFlight"), text("flight", name));
            case Order.TryChannels(String words) -> List.of(text("act", "tryChannels"), text("text", words));
            case Order.Acknowledge(var warning, int revision) ->
                List.of(text("act", "acknowledge"), text("warning", warning.name()), whole(revision));
            case Order.SetIdentity(var track, var affiliation, var kind) ->
                List.of(
                        text("act", "identity"),
                        new Json.Member("track", new Json.Whole(track.number())),
                        text("affiliation", affiliation.name()),
                        text("kind", kind.map(Enum::name).orElse("")));
            case Order.Note(var track, String note) ->
                List.of(
                        text("act", "note"),
                        new Json.Member("track", new Json.Whole(track.number())),
                        text("text", note));
            case Order.Inhibit(var track, var zone, var until) ->
                List.of(
                        text("act", "inhibit"),
                        new Json.Member("track", new Json.Whole(track.number())),
                        text("zone", zone.name()),
                        new Json.Member("until", times.json(until)));
            case Order.JudgeShared(var node, String id, var affiliation, var _) ->
                List.of(
                        text("act", "judge"),
                        text("node", node.name()),
                        text("item", id),
                        text("affiliation", affiliation.name()));
        };
    }

    private static Json.Members published(Bulletin bulletin, List<String> channels, TimeForm times) {
        return new Json.Members(List.of(
                new Json.Member("at", times.json(bulletin.releasedAt())),
                text("act", "published"),
                text("warning", bulletin.warning().id().name()),
                new Json.Member("issue", new Json.Whole(bulletin.issue())),
                authority(bulletin.authority()),
                names("channels", channels),
                new Json.Member("content", seen(bulletin.warning(), times))));
    }

    private static Json.Member authority(Authority authority) {
        return switch (authority) {
            case Authority.Persons(var people) -> names("persons", people);
            case Authority.Rule(String name) -> text("rule", name);
            case Authority.Person(String name) -> names("persons", List.of(name));
            case Authority.Engine _ -> text("rule", "follows what is public");
        };
    }

    private static Json seen(Warning warning, TimeForm times) {
        Json line = JsonText.read(WarningLines.write(warning, times)) instanceof JsonText.Read(Json read)
                ? read
                : new Json.Nothing();
        List<Json.Member> all = new ArrayList<>(line instanceof Json.Members(var members) ? members : List.of());
        all.add(text("headline", warning.words().headline()));
        all.add(text("advice", warning.words().advice()));
        return new Json.Members(all);
    }

    private static Json.Member text(String name, String value) {
        return new Json.Member(name, new Json.Text(value));
    }

    private static Json.Member whole(long revision) {
        return new Json.Member("revision", new Json.Whole(revision));
    }

    private static Json.Member names(String name, List<String> values) {
        return new Json.Member(
                name,
                new Json.Items(values.stream().map(v -> (Json) new Json.Text(v)).toList()));
    }

    /// A line without its own hash: what is hashed.
    ///
    /// @param place its number and that of the output it tells of
    /// @param act what happened
    /// @param before the hash of the line before; zeros before the first
    public static String unsealed(Place place, Json.Members act, String before) {
        List<Json.Member> all = new ArrayList<>();
        all.add(new Json.Member("n", new Json.Whole(place.n())));
        all.add(new Json.Member("seq", new Json.Whole(place.seq())));
        all.add(new Json.Member("index", new Json.Whole(place.index())));
        all.addAll(act.members());
        all.add(text("prev", before));
        return JsonText.write(new Json.Members(all), 0).strip();
    }

    /// Where a line stands.
    ///
    /// @param n counted up from 1
    /// @param seq the event that the act is
    /// @param index the output of it
    public record Place(long n, long seq, int index) {}

    /// The line with its hash.
    public static String sealed(String unsealed, String hash) {
        return unsealed.substring(0, unsealed.length() - 1) + HASH + hash + "\"}";
    }

    /// What a line was before it was sealed, and its hash.
    ///
    /// @param unsealed what was hashed
    /// @param hash what it claims
    /// @param place where it stands
    /// @param before the hash it names of the line before
    public record Sealed(String unsealed, String hash, Place place, String before) {}

    /// Takes a line apart; nothing when it is none.
    public static Optional<Sealed> open(String line) {
        int cut = line.lastIndexOf(HASH);
        if (cut < 0 || !(JsonText.read(line) instanceof JsonText.Read(Json json))) {
            return Optional.empty();
        }
        Place place = new Place(json.whole("n").orElse(0), json.whole("seq").orElse(-1), (int)
                json.whole("index").orElse(-1));
        return Optional.of(new Sealed(
                line.substring(0, cut) + "}",
                json.text("hash").orElse(""),
                place,
                json.text("prev").orElse("")));
    }
}
