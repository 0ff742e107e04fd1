package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// Warnings as CAP 1.2 messages.
///
/// LIVE warnings bear the status Draft until somebody lets them go out, then Actual; EXERCISE bears Exercise and TEST
/// bears Test, in the status and in the
/// headline. SIMULATION has no CAP form at all. A LAUNCH has the scope Restricted: it warns no public.
public final class CapWriter {
    /// The namespace of CAP 1.2.
    public static final String SPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /// A message holds at least so long, seconds: CAP wants it to expire after it becomes effective.
    private static final double SHORTEST_S = 60;

    private final CapProfile profile;

    /// A writer for one sender.
    public CapWriter(CapProfile profile) {
        this.profile = profile;
    }

    /// What became of a warning.
    public sealed interface Written {}

    /// A message.
    ///
    /// @param xml the whole document
    /// @param reference how later messages refer to it
    public record Message(String xml, CapReference reference) implements Written {}

    /// There is no CAP form of it.
    ///
    /// @param reason why
    public record NoForm(String reason) implements Written {}

    /// Writes a revision that nobody has released.
    ///
    /// @param warning the revision
    /// @param earlier the messages of its earlier revisions, as returned here; a further revision refers to all
    /// of them. A revision without any is written as a first one
    public Written write(Warning warning, List<CapReference> earlier) {
        return write(CapIssue.draft(warning), earlier);
    }

    /// Writes a message.
    ///
    /// @param issue what goes out
    /// @param earlier all messages of the warning that have not run out, as returned here
    public Written write(CapIssue issue, List<CapReference> earlier) {
        Optional<NoForm> why = whyNot(issue.warning(), earlier);
        return why.isPresent() ? why.get() : message(issue, earlier);
    }

    private Optional<NoForm> whyNot(Warning warning, List<CapReference> earlier) {
        if (warning.domain() == Domain.SIMULATION) {
            return Optional.of(new NoForm("a SIMULATION has no public form"));
        }
        if (earlier.isEmpty() && warning.stage().ended()) {
            return Optional.of(new NoForm("no earlier message to refer to"));
        }
        return profile.form() == CapProfile.Form.IPAWS ? Ipaws.whyNot(warning, profile) : Optional.empty();
    }

    private Message message(CapIssue issue, List<CapReference> earlier) {
        Warning warning = issue.warning();
        CapReference reference = reference(warning.id(), issue.number(), issue.at());
        String status = issue.authority().isPresent() && warning.domain() == Domain.LIVE
                ? "Actual"
                : draftStatus(warning.domain());
        List<Xml> parts = head(reference, status, earlier.isEmpty() ? "Alert" : messageType(warning.stage()));
        parts.add(Xml.of("scope", isPublic(warning) ? "Public" : "Restricted"));
        restriction(warning).ifPresent(parts::add);
        code().ifPresent(parts::add);
        note(warning).ifPresent(parts::add);
        if (!earlier.isEmpty()) {
            parts.add(Xml.of(
                    "references", earlier.stream().map(CapReference::text).collect(Collectors.joining(" "))));
        }
        profile.form().languages().forEach(language -> parts.add(info(issue, language)));
        return new Message(XmlText.write(new Xml(SPACE, "alert", parts, "", 0)), reference);
    }

    /// Writes a test of the channels: no warning, its status is Test whatever the domain.
    ///
    /// @param id its name; it counts as a warning's
    /// @param at when it goes out
    /// @param domain whether people rehearse
    /// @param text what the operator wrote
    /// @param area where; corners, may be empty
    public Message test(WarningId id, Moment at, Domain domain, String text, List<LatLon> area) {
        CapReference reference = reference(id, 1, at);
        List<Xml> parts = head(reference, "Test", "Alert");
        parts.add(Xml.of("scope", "Public"));
        code().ifPresent(parts::add);
        parts.add(Xml.of("note", "This is a technical test. Nothing here is real."));
        for (String language : profile.form().languages()) {
            CapWords words = CapWords.in(language);
            List<Xml> info = new ArrayList<>();
            info.add(Xml.of("language", profile.form().tag(language)));
            info.add(Xml.of("category", "Other"));
            info.add(Xml.of("event", words.text("tested")));
            info.add(Xml.of("responseType", "None"));
            List.of("urgency", "severity", "certainty").forEach(name -> info.add(Xml.of(name, "Unknown")));
            eventCode("DMO").ifPresent(info::add);
            info.add(Xml.of("effective", time(at)));
            info.add(Xml.of("expires", time(at.plusS(SHORTEST_S))));
            info.add(Xml.of("senderName", profile.senderName()));
            String marks = words.mark(Domain.TEST) + (domain == Domain.EXERCISE ? words.mark(domain) : "");
            info.add(Xml.of("headline", marks + words.text("tested")));
            info.add(Xml.of("description", words.text("testing") + " " + text));
            info.add(Xml.of("instruction", words.text("nothing")));
            info.add(area(words.text("nowhere"), List.of(), area));
            parts.add(Xml.of("info", info));
        }
        return new Message(XmlText.write(new Xml(SPACE, "alert", parts, "", 0)), reference);
    }

    private static List<Xml> head(CapReference reference, String status, String type) {
        return new ArrayList<>(List.of(
                Xml.of("identifier", reference.identifier()),
                Xml.of("sender", reference.sender()),
                Xml.of("sent", reference.sent()),
                Xml.of("status", status),
                Xml.of("msgType", type)));
    }

    private static String draftStatus(Domain domain) {
        return switch (domain) {
            case EXERCISE -> "Exercise";
            case TEST -> "Test";
            case LIVE, SIMULATION -> "Draft";
        };
    }

    /// What an aggregator knows its own messages by (IPAWS Profile 1.0, `code`).
    private Optional<Xml> code() {
        return profile.form() == CapProfile.Form.IPAWS ? Optional.of(Xml.of("code", Ipaws.CODE)) : Optional.empty();
    }

    private Optional<Xml> eventCode(String same) {
        return profile.form() == CapProfile.Form.IPAWS
                ? Optional.of(pair("eventCode", "SAME", same))
                : Optional.empty();
    }

    private static String messageType(Warning.Stage stage) {
        return stage == Warning.Stage.CANCELLED ? "Cancel" : "Update";
    }

    private CapReference reference(WarningId id, int number, Moment at) {
        String identifier = id.name() + "." + number + "." + Utc.compact(at, profile.leaps());
        return new CapReference(profile.sender(), identifier, time(at));
    }

    /// CAP 1.2 §3.3.2: no `Z`; UTC is `-00:00`.
    private String time(Moment moment) {
        return Utc.seconds(moment, profile.leaps()) + "-00:00";
    }

    /// A launch alone alarms nobody: it is for watch officers until it is known what it is.
    private static boolean isPublic(Warning warning) {
        return warning.releasability().open() && warning.kind() != Warning.Kind.LAUNCH;
    }

    private static Optional<Xml> restriction(Warning warning) {
        if (isPublic(warning)) {
            return Optional.empty();
        }
        Releasability to = warning.releasability();
        if (to.open()) {
            return Optional.of(Xml.of("restriction", "For watch officers: no warning of the public"));
        }
        return Optional.of(Xml.of(
                "restriction",
                to.to().isEmpty() ? "Releasable to nobody" : "Releasable to " + String.join(", ", to.to())));
    }

    /// CAP 1.2 §3.2.1: a note says what an exercise is, and why a message is cancelled.
    private static Optional<Xml> note(Warning warning) {
        if (warning.stage() == Warning.Stage.CANCELLED) {
            return Optional.of(Xml.of("note", "Cancelled: " + warning.words().why()));
        }
        return switch (warning.domain()) {
            case EXERCISE -> Optional.of(Xml.of("note", "This is an exercise. Nothing here is real."));
            case TEST -> Optional.of(Xml.of("note", "This is a technical test. Nothing here is real."));
            case LIVE, SIMULATION -> Optional.empty();
        };
    }

    private Xml info(CapIssue issue, String language) {
        Warning warning = issue.warning();
        CapWords words = CapWords.in(language);
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("language", profile.form().tag(language)));
        parts.add(Xml.of("category", category(warning.kind())));
        parts.add(Xml.of("event", words.event(warning.kind())));
        parts.add(Xml.of("responseType", response(warning)));
        parts.add(Xml.of("urgency", capitalised(warning.gravity().urgency())));
        parts.add(Xml.of("severity", capitalised(warning.gravity().severity())));
        parts.add(Xml.of("certainty", capitalised(warning.gravity().certainty())));
        eventCode(Ipaws.eventCode(warning)).ifPresent(parts::add);
        parts.add(Xml.of("effective", time(issue.at())));
        parts.add(Xml.of("onset", time(warning.validity().onset())));
        parts.add(Xml.of("expires", time(expires(issue))));
        parts.add(Xml.of("senderName", profile.senderName()));
        parts.add(Xml.of("headline", words.headline(warning)));
        parts.add(Xml.of("description", words.description(warning, profile.leaps())));
        parts.add(Xml.of("instruction", words.advice(warning)));
        parameters(issue, parts);
        parts.add(area(words.place(warning), codes(warning), warning.polygon()));
        return Xml.of("info", parts);
    }

    /// When a message runs out: a reference to it is needed until then.
    public static Moment expires(CapIssue issue) {
        return Moment.later(issue.warning().validity().expires(), issue.at().plusS(SHORTEST_S));
    }

    private void parameters(CapIssue issue, List<Xml> parts) {
        Warning warning = issue.warning();
        parts.add(parameter("stage", warning.stage().name()));
        parts.add(parameter("confidence", warning.gravity().confidence().name().toLowerCase(Locale.ROOT)));
        issue.authority().ifPresent(who -> parts.add(parameter("authority", who)));
        parts.add(parameter("latest", time(warning.validity().latest())));
        warning.tracks().forEach(track -> parts.add(parameter("track", track.toString())));
        warning.sources().stream().map(SensorId::name).forEach(name -> parts.add(parameter("source", name)));
    }

    private static Xml parameter(String name, String value) {
        return pair("parameter", name, value);
    }

    private static Xml pair(String element, String name, String value) {
        return Xml.of(element, List.of(Xml.of("valueName", name), Xml.of("value", value)));
    }

    private static String category(Warning.Kind kind) {
        return switch (kind) {
            case LAUNCH, IMPACT, INTRUSION, RAID, BREACH, INTERFERENCE, SPOOFING -> "Security";
            case REENTRY -> "Safety";
            case PROXIMITY, EMERGENCY -> "Transport";
            case SENSOR -> "Infra";
        };
    }

    private static String response(Warning warning) {
        return switch (warning.stage()) {
            case ALL_CLEAR -> "AllClear";
            case CANCELLED, EXPIRED -> "None";
            case DRAFTED, PREALERT, ISSUED, UPDATED ->
                switch (warning.gravity().severity()) {
                    case EXTREME -> "Shelter";
                    case SEVERE -> "Avoid";
                    case MODERATE -> "Prepare";
                    case MINOR, UNKNOWN -> "Monitor";
                };
        };
    }

    private List<CapProfile.Geocode> codes(Warning warning) {
        List<String> zones = warning.zones().stream().map(ZoneId::name).toList();
        return profile.geocodes().stream()
                .filter(code -> code.zone().isEmpty() || zones.contains(code.zone()))
                .toList();
    }

    private static Xml area(String description, List<CapProfile.Geocode> codes, List<LatLon> corners) {
        List<Xml> parts = new ArrayList<>(List.of(Xml.of("areaDesc", description)));
        if (!corners.isEmpty()) {
            CapArea.polygons(corners).forEach(polygon -> parts.add(Xml.of("polygon", polygon)));
        }
        codes.forEach(code -> parts.add(pair("geocode", code.list(), code.code())));
        return Xml.of("area", parts);
    }

    private static String capitalised(Enum<?> value) {
        String name = value.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
