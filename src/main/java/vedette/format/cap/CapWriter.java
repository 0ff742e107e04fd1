package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Warning;

/// Warnings as CAP 1.2 messages.
///
/// LIVE warnings bear the status Draft until they are released (stage DRAFTED or, for the last word, when no
/// released message went before); EXERCISE bears Exercise and TEST bears Test, in the status and in the
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

    /// Writes a revision.
    ///
    /// @param warning the revision
    /// @param earlier the messages of its earlier revisions, as returned here; a further revision refers to all
    /// of them. A revision without any is written as a first one
    public Written write(Warning warning, List<CapReference> earlier) {
        Optional<String> status = status(warning);
        if (status.isEmpty()) {
            return new NoForm("a SIMULATION has no public form");
        }
        if (earlier.isEmpty() && warning.stage().ended()) {
            return new NoForm("no earlier message to refer to");
        }
        CapReference reference = reference(warning);
        List<Xml> parts = new ArrayList<>(List.of(
                Xml.of("identifier", reference.identifier()),
                Xml.of("sender", reference.sender()),
                Xml.of("sent", reference.sent()),
                Xml.of("status", status.get()),
                Xml.of("msgType", earlier.isEmpty() ? "Alert" : messageType(warning.stage())),
                Xml.of("scope", isPublic(warning) ? "Public" : "Restricted")));
        restriction(warning).ifPresent(parts::add);
        note(warning).ifPresent(parts::add);
        if (!earlier.isEmpty()) {
            parts.add(Xml.of(
                    "references", earlier.stream().map(CapReference::text).collect(Collectors.joining(" "))));
        }
        parts.add(info(warning));
        return new Message(XmlText.write(new Xml(SPACE, "alert", parts, "", 0)), reference);
    }

    private static Optional<String> status(Warning warning) {
        return switch (warning.domain()) {
            case LIVE -> Optional.of("Draft");
            case EXERCISE -> Optional.of("Exercise");
            case TEST -> Optional.of("Test");
            case SIMULATION -> Optional.empty();
        };
    }

    private static String messageType(Warning.Stage stage) {
        return stage == Warning.Stage.CANCELLED ? "Cancel" : "Update";
    }

    private CapReference reference(Warning warning) {
        String identifier =
                warning.id().name() + "." + warning.revision() + "." + Utc.compact(warning.at(), profile.leaps());
        return new CapReference(profile.sender(), identifier, time(warning.at()));
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

    private Xml info(Warning warning) {
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("language", "en"));
        parts.add(Xml.of("category", category(warning.kind())));
        parts.add(Xml.of("event", event(warning.kind())));
        parts.add(Xml.of("responseType", response(warning)));
        parts.add(Xml.of("urgency", capitalised(warning.gravity().urgency())));
        parts.add(Xml.of("severity", capitalised(warning.gravity().severity())));
        parts.add(Xml.of("certainty", capitalised(warning.gravity().certainty())));
        parts.add(Xml.of("effective", time(warning.at())));
        parts.add(Xml.of("onset", time(warning.validity().onset())));
        parts.add(Xml.of(
                "expires",
                time(Moment.later(warning.validity().expires(), warning.at().plusS(SHORTEST_S)))));
        parts.add(Xml.of("senderName", profile.senderName()));
        parts.add(Xml.of("headline", mark(warning) + warning.words().headline()));
        parts.add(Xml.of("description", warning.words().why()));
        parts.add(Xml.of("instruction", warning.words().advice()));
        parts.add(parameter("stage", warning.stage().name()));
        parts.add(parameter("confidence", warning.gravity().confidence().name().toLowerCase(Locale.ROOT)));
        parts.add(parameter("latest", time(warning.validity().latest())));
        warning.tracks().forEach(track -> parts.add(parameter("track", track.toString())));
        warning.sources().stream().map(SensorId::name).forEach(name -> parts.add(parameter("source", name)));
        parts.add(area(warning));
        return Xml.of("info", parts);
    }

    /// Read aloud, an exercise must be heard to be one.
    private static String mark(Warning warning) {
        return switch (warning.domain()) {
            case EXERCISE -> "EXERCISE EXERCISE EXERCISE: ";
            case TEST -> "TEST TEST TEST: ";
            case LIVE, SIMULATION -> "";
        };
    }

    private static Xml parameter(String name, String value) {
        return Xml.of("parameter", List.of(Xml.of("valueName", name), Xml.of("value", value)));
    }

    private static String category(Warning.Kind kind) {
        return switch (kind) {
            case LAUNCH, IMPACT, INTRUSION, RAID, BREACH, INTERFERENCE, SPOOFING -> "Security";
            case REENTRY -> "Safety";
            case PROXIMITY, EMERGENCY -> "Transport";
            case SENSOR -> "Infra";
        };
    }

    private static String event(Warning.Kind kind) {
        return switch (kind) {
            case LAUNCH -> "Missile launch";
            case IMPACT -> "Missile impact";
            case INTRUSION -> "Airspace intrusion";
            case RAID -> "Air raid";
            case REENTRY -> "Re-entry of a space object";
            case PROXIMITY -> "Loss of separation";
            case BREACH -> "Breach of an air rule";
            case EMERGENCY -> "Aircraft in distress";
            case INTERFERENCE -> "Radio interference";
            case SPOOFING -> "Forged reports";
            case SENSOR -> "Surveillance outage";
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

    private static Xml area(Warning warning) {
        String description = warning.zones().isEmpty()
                ? "No place told"
                : warning.zones().stream().map(zone -> zone.name()).collect(Collectors.joining(", "));
        List<Xml> parts = new ArrayList<>(List.of(Xml.of("areaDesc", description)));
        if (!warning.polygon().isEmpty()) {
            parts.add(Xml.of("polygon", polygon(warning.polygon())));
        }
        return Xml.of("area", parts);
    }

    /// CAP 1.2 §3.2.4: at least four pairs, the last equal to the first.
    private static String polygon(List<LatLon> corners) {
        List<LatLon> closed = new ArrayList<>(corners);
        closed.add(corners.getFirst());
        return closed.stream().map(CapWriter::pair).collect(Collectors.joining(" "));
    }

    /// Six decimals: a decimetre.
    private static String pair(LatLon place) {
        return String.format(Locale.ROOT, "%.6f,%.6f", place.latDeg(), place.lonDeg());
    }

    private static String capitalised(Enum<?> value) {
        String name = value.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
