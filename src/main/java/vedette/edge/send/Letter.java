package vedette.edge.send;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import vedette.format.lines.BulletinLines;
import vedette.format.text.Utc;
import vedette.model.Bulletin;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;
import vedette.model.Warning;

/// A parcel as electronic mail (RFC 5322, RFC 2045, RFC 2047): marks stand in the subject, in a header and in the
/// text; the recipients are not told of each other.
final class Letter {
    /// A line with encoded words holds 76 characters (RFC 2047 clause 2): behind `Subject: ` 52 of base64.
    private static final int BYTES_A_WORD = 39;

    private static final long NS_PER_S = 1_000_000_000L;
    private static final LeapSeconds LEAPS = LeapSeconds.standard();

    private Letter() {}

    /// The whole message; its lines end in CR LF.
    ///
    /// @param from the sender's address
    static String of(Parcel parcel, String from) {
        String host = from.substring(from.indexOf('@') + 1);
        List<String> lines = new ArrayList<>(List.of(
                "From: Vedette <" + from + ">",
                "To: undisclosed-recipients:;",
                "Subject: " + words(subject(parcel)),
                "Date: " + date(sentAt(parcel)),
                "Message-ID: <" + parcel.key() + "@" + host + ">",
                "Auto-Submitted: auto-generated",
                "X-Vedette-Domain: " + parcel.domain(),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64"));
        if (parcel.issue() > 1) {
            lines.add("References: <" + parcel.domain() + "." + parcel.id() + ".1@" + host + ">");
        }
        lines.add("");
        lines.add(Base64.getMimeEncoder().encodeToString(text(parcel).getBytes(StandardCharsets.UTF_8)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String subject(Parcel parcel) {
        return switch (parcel) {
            case Parcel.News(Bulletin bulletin, boolean past) ->
                BulletinLines.marked(
                        bulletin.warning().domain(),
                        (past ? "Past: " : "") + stage(bulletin.warning().stage()) + ": "
                                + bulletin.warning().words().headline());
            case Parcel.Probe _ -> parcel.headline();
        };
    }

    private static String stage(Warning.Stage stage) {
        return switch (stage) {
            case DRAFTED, PREALERT -> "Be ready";
            case ISSUED -> "Warning";
            case UPDATED -> "Warning, news";
            case ALL_CLEAR -> "All clear";
            case CANCELLED -> "Cancelled, it was wrong";
            case EXPIRED -> "Ended without an end that was seen";
        };
    }

    private static Moment sentAt(Parcel parcel) {
        return switch (parcel) {
            case Parcel.News(Bulletin bulletin, var _) -> bulletin.releasedAt();
            case Parcel.Probe(TestMessage message) -> message.at();
        };
    }

    private static String date(Moment moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(Math.floorDiv(LEAPS.unixNs(moment), NS_PER_S))
                        .atOffset(ZoneOffset.UTC));
    }

    private static String text(Parcel parcel) {
        return switch (parcel) {
            case Parcel.News(Bulletin bulletin, var _) -> text(bulletin, parcel.headline());
            case Parcel.Probe(TestMessage message) ->
                parcel.headline() + "\n\nThis message tries the channel. Nothing has happened.\nSent by "
                        + message.operator().name() + ", " + Utc.seconds(message.at(), LEAPS) + " UTC.\n";
        };
    }

    private static String text(Bulletin bulletin, String headline) {
        Warning warning = bulletin.warning();
        return String.join(
                "\n",
                headline,
                "",
                stage(warning.stage()) + ".",
                warning.words().reason(),
                warning.words().advice(),
                "",
                "From " + Utc.seconds(warning.validity().onset(), LEAPS) + " UTC, at the latest "
                        + Utc.seconds(warning.validity().latest(), LEAPS) + " UTC; runs out "
                        + Utc.seconds(warning.validity().expires(), LEAPS) + " UTC.",
                "Area: " + area(warning),
                "Sent out " + Utc.seconds(bulletin.releasedAt(), LEAPS) + " UTC, "
                        + bulletin.authority().announced() + ".",
                warning.domain() + " " + warning.kind() + " " + warning.id() + ", message " + bulletin.issue() + ".",
                "");
    }

    private static String area(Warning warning) {
        return warning.polygon().isEmpty()
                ? "none given"
                : warning.polygon().stream()
                        .map(corner ->
                                Math.rint(corner.latDeg() * 1e4) / 1e4 + " " + Math.rint(corner.lonDeg() * 1e4) / 1e4)
                        .collect(Collectors.joining(", "));
    }

    /// A text as encoded words, folded; no character is cut in two.
    static String words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_A_WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
                bytes = 0;
            }
            word.append(one);
            bytes += size;
        }
        words.add(encoded(word.toString()));
        return String.join("\r\n ", words);
    }

    private static String encoded(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
