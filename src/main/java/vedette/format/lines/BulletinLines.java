package vedette.format.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.TestMessage;
import vedette.model.Warning;
import vedette.model.ZoneId;

/// A bulletin, or a message that tries a channel, as one JSON object: the body of webhooks, broker messages and dead
/// letters (docs/formats.md).
///
/// What is not in earnest says so in `domain`, in `exercise` or `test`, and before the headline. Sensors and tracks
/// stay inside the node.
public final class BulletinLines {
    /// Which form a body has; counted up when a member changes its meaning.
    private static final String FORM = "vedette-bulletin/1";

    /// Coordinates are written to 1e-7 degrees, a centimetre.
    private static final double DEGREE_PARTS = 1e7;

    private BulletinLines() {}

    /// A bulletin in one line.
    public static String write(Bulletin bulletin, TimeForm times) {
        return JsonText.write(json(bulletin, times), 0);
    }

    /// A message that tries a channel in one line.
    public static String write(TestMessage message, TimeForm times) {
        return JsonText.write(json(message, times), 0);
    }

    /// A text with the mark of its domain before it; what is in earnest has none.
    public static String marked(Domain domain, String text) {
        return switch (domain) {
            case LIVE -> text;
            case EXERCISE, TEST, SIMULATION -> domain.name() + ": " + text;
        };
    }

    /// What is read first of a bulletin, with its marks before it.
    ///
    /// @param past whether it ran out before it was brought
    public static String headline(Bulletin bulletin, boolean past) {
        Warning warning = bulletin.warning();
        return marked(
                warning.domain(),
                (past ? "PAST, it ran out before it could be brought: " : "")
                        + warning.words().headline());
    }

    /// A bulletin as JSON.
    public static Json json(Bulletin bulletin, TimeForm times) {
        return json(bulletin, false, times);
    }

    /// The same for one that may have run out before it was brought.
    ///
    /// @param past whether it has: then `past` is true and the headline says so
    public static Json json(Bulletin bulletin, boolean past, TimeForm times) {
        Warning warning = bulletin.warning();
        List<Json.Member> members = head("bulletin", warning.domain());
        members.add(text("id", warning.id().name()));
        members.add(member("issue", new Json.Whole(bulletin.issue())));
        members.add(member("released_at", times.json(bulletin.releasedAt())));
        members.add(member("authority", authority(bulletin.authority())));
        members.add(member("t", times.json(warning.at())));
        members.add(text("stage", warning.stage().name()));
        members.add(text("kind", warning.kind().name()));
        members.addAll(gravity(warning.gravity()));
        members.add(text("headline", headline(bulletin, past)));
        members.add(text("why", warning.words().why()));
        members.add(text("advice", warning.words().advice()));
        members.add(member(
                "areas",
                items(warning.zones().stream()
                        .map(ZoneId::name)
                        .<Json>map(Json.Text::new)
                        .toList())));
        members.add(member("polygon", polygon(warning.polygon())));
        members.add(member("onset", times.json(warning.validity().onset())));
        members.add(member("latest", times.json(warning.validity().latest())));
        members.add(member("expires", times.json(warning.validity().expires())));
        members.add(member("past", new Json.Truth(past)));
        return new Json.Members(members);
    }

    /// A message that tries a channel as JSON: it has neither kind nor stage.
    public static Json json(TestMessage message, TimeForm times) {
        List<Json.Member> members = head("test", message.domain());
        members.add(text("id", message.id().name()));
        members.add(member("t", times.json(message.at())));
        members.add(text("headline", headline(message)));
        members.add(text("operator", message.operator().name()));
        members.add(member("polygon", polygon(message.area())));
        return new Json.Members(members);
    }

    /// What is read of a message that tries a channel, with its marks before it.
    public static String headline(TestMessage message) {
        return marked(message.domain(), "TEST MESSAGE, no warning: " + message.text());
    }

    private static List<Json.Member> head(String message, Domain domain) {
        List<Json.Member> members = new ArrayList<>();
        members.add(text("format", FORM));
        members.add(text("message", message));
        members.add(text("domain", domain.name()));
        members.add(member("exercise", new Json.Truth(domain == Domain.EXERCISE)));
        members.add(member("test", new Json.Truth(domain == Domain.TEST || message.equals("test"))));
        return members;
    }

    private static Json authority(Authority authority) {
        return switch (authority) {
            case Authority.Persons(List<String> names) ->
                said(
                        "persons",
                        member(
                                "names",
                                items(names.stream().<Json>map(Json.Text::new).toList())));
            case Authority.Rule(String name) -> said("rule", text("name", name));
            case Authority.Person(String name) -> said("person", text("name", name));
            case Authority.Engine _ -> new Json.Members(List.of(text("by", "engine")));
        };
    }

    private static Json said(String by, Json.Member who) {
        return new Json.Members(List.of(text("by", by), who));
    }

    private static List<Json.Member> gravity(Warning.Gravity gravity) {
        return List.of(
                text("severity", capitalised(gravity.severity())),
                text("urgency", capitalised(gravity.urgency())),
                text("certainty", capitalised(gravity.certainty())),
                text("confidence", gravity.confidence().name().toLowerCase(Locale.ROOT)));
    }

    private static Json polygon(List<LatLon> corners) {
        return items(corners.stream()
                .<Json>map(corner -> items(List.of(degrees(corner.latDeg()), degrees(corner.lonDeg()))))
                .toList());
    }

    private static Json degrees(double value) {
        return new Json.Real(Math.rint(value * DEGREE_PARTS) / DEGREE_PARTS);
    }

    private static Json items(List<Json> all) {
        return new Json.Items(all);
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(name, value);
    }

    private static Json.Member text(String name, String value) {
        return member(name, new Json.Text(value));
    }

    private static String capitalised(Enum<?> value) {
        String name = value.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
