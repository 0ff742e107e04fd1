package vedette.format.sapient;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// Reads and writes whole messages, in both forms and both editions.
///
/// Which edition a message is of: what a registration says of itself; else what the caller knows of its sender; else
/// 2.0, unless it bears fields that only 1.0 has and is a sound message of that.
public final class Sapient {
    /// The longest frame, bytes: the bound of the middleware in use.
    public static final int LONGEST_FRAME = 1 << 20;

    private Sapient() {}

    /// What became of bytes.
    public sealed interface Reading {}

    /// A message that keeps the rules.
    ///
    /// @param edition whose rules
    /// @param part the whole message
    /// @param passedOver fields that were not known, and passed over
    public record Taken(Edition edition, Part part, int passedOver) implements Reading {
        /// Which content it bears, as `detection_report`.
        public String content() {
            return part.which("content").orElse("");
        }

        /// The part of its content.
        public Part body() {
            return part.part(content()).orElseThrow();
        }

        /// The UUID of who sent it.
        public String nodeId() {
            return part.text("node_id").orElse("");
        }
    }

    /// A message that breaks them.
    ///
    /// @param findings what is wrong; never none
    /// @param nodeId who sent it, where that could be read
    /// @param content which content it bears, where that could be read
    public record Refused(List<Finding> findings, Optional<String> nodeId, Optional<String> content)
            implements Reading {
        /// Copies the list.
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// Reads one frame's content.
    ///
    /// @param bytes a buffer
    /// @param from where the protocol buffer begins
    /// @param to where it ends
    /// @param known the edition that its sender registered with, where known
    public static Reading binary(byte[] bytes, int from, int to, Optional<Edition> known) {
        return settled(known, edition -> {
            Findings findings = new Findings();
            WireReader reader = new WireReader(bytes, from);
            try {
                Part part = reader.part(Schema.of(edition).root(), to, null, 0);
                return checked(edition, part, findings, reader.passedOver());
            } catch (Malformed broken) {
                findings.add(broken.finding(from));
                return new Attempt(edition, null, findings, reader.passedOver());
            }
        });
    }

    /// Reads one message in the JSON form.
    ///
    /// @param text the message
    /// @param known the edition that its sender registered with, where known
    public static Reading json(String text, Optional<Edition> known) {
        return switch (JsonText.read(text)) {
            case JsonText.NotJson(String reason, int line) ->
                new Refused(
                        List.of(new Finding("message", "is no JSON: " + reason + " (line " + line + ")")),
                        Optional.empty(),
                        Optional.empty());
            case JsonText.Read(Json value) -> json(value, known);
        };
    }

    /// Reads one message in the JSON form.
    public static Reading json(Json value, Optional<Edition> known) {
        return settled(known, edition -> {
            Findings findings = new Findings();
            Part part = new JsonReader(findings).part(Schema.of(edition).root(), value, null, 0);
            return checked(edition, part, findings, findings.anyUnknown() ? 1 : 0);
        });
    }

    /// The protocol buffer of a message.
    public static byte[] binary(Part message) {
        return WireWriter.bytes(message);
    }

    /// The JSON form of a message.
    public static Json json(Part message) {
        return JsonForm.of(message);
    }

    /// What is wrong with a message that we made ourselves; nothing when it keeps the rules.
    static List<Finding> check(Edition edition, Part message) {
        Findings findings = new Findings();
        new Checker(edition, findings).check(message, null);
        return findings.all();
    }

    /// One way to read a message.
    ///
    /// @param unknown how much in it the edition does not know
    private record Attempt(Edition edition, @Nullable Part part, Findings findings, int unknown) {
        boolean sound() {
            return part != null && findings.none();
        }
    }

    private static Attempt checked(Edition edition, Part part, Findings findings, int unknown) {
        new Checker(edition, findings).check(part, null);
        return new Attempt(edition, part, findings, unknown);
    }

    private static Reading settled(Optional<Edition> known, Function<Edition, Attempt> read) {
        Attempt first = read.apply(known.orElse(Edition.V2));
        Optional<Edition> named = named(first);
        if (named.isPresent() && named.get() != first.edition) {
            Attempt second = read.apply(named.get());
            return second.sound() || !olderThanItIs(first, second) ? reading(second) : reading(first);
        }
        if (known.isEmpty() && named.isEmpty() && first.unknown > 0) {
            Attempt second = read.apply(Edition.V1);
            return second.sound() && second.unknown == 0 ? reading(second) : reading(first);
        }
        return reading(first);
    }

    // A registration that calls itself 1.0 but bears the fields of 2.0: it is the name that is wrong.
    private static boolean olderThanItIs(Attempt first, Attempt second) {
        return first.edition == Edition.V2 && first.unknown == 0 && second.unknown > 0;
    }

    private static Optional<Edition> named(Attempt attempt) {
        return Optional.ofNullable(attempt.part)
                .flatMap(part -> part.part("registration"))
                .flatMap(registration -> registration.text("icd_version"))
                .flatMap(Edition::of);
    }

    private static Reading reading(Attempt attempt) {
        if (attempt.part != null && attempt.findings.none()) {
            return new Taken(attempt.edition, attempt.part, attempt.unknown);
        }
        Optional<Part> part = Optional.ofNullable(attempt.part);
        return new Refused(
                attempt.findings.all(),
                part.flatMap(message -> message.text("node_id")),
                part.flatMap(message -> message.which("content")));
    }
}
