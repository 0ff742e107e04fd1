package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.math.TextKey;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.TestMessage;
import vedette.model.Warning;

/// A warning as EU-Alert cell broadcasts (ETSI TS 102 900; 3GPP TS 23.041 §9.4.1): a level, and pages of text in one
/// language.
///
/// @param language the language
/// @param level the EU-Alert level
/// @param messageId the message identifier: the operator's language has one, all others another
/// @param unicode whether the pages are UCS-2, not the 7-bit alphabet
/// @param pages 1 to 15 texts that each fill one page at most
public record CellBroadcast(String language, Level level, int messageId, boolean unicode, List<String> pages) {
    /// Characters of a page of 82 octets in the 7-bit alphabet (3GPP TS 23.041 §9.4.1.2.4).
    public static final int SEVEN_BIT_PAGE = 93;

    /// Characters of a page in UCS-2 that begins with its language (3GPP TS 23.038 §5).
    public static final int UNICODE_PAGE = 40;

    /// Pages of one message (3GPP TS 23.041 §9.4.1.2.4).
    public static final int MOST_PAGES = 15;

    /// The default alphabet of 3GPP TS 23.038 §6.2.1, without escape.
    static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// Those that take two places (3GPP TS 23.038 §6.2.1.1).
    static final String EXTENSION = "^{}\\[~]|€";

    private static final String CUT = "...";

    /// Copies the list.
    public CellBroadcast {
        pages = List.copyOf(pages);
    }

    /// The levels (ETSI TS 102 900 §5) with their identifiers (3GPP TS 23.041 §9.4.1.2.2).
    public enum Level {
        /// Extreme: cannot be switched off.
        LEVEL_1(4370, 4383),
        /// Severe.
        LEVEL_2(4371, 4384),
        /// The rest.
        LEVEL_3(4373, 4386),
        /// A technical test.
        TEST(4380, 4393),
        /// An exercise.
        EXERCISE(4381, 4394);

        private final int local;
        private final int additional;

        Level(int local, int additional) {
            this.local = local;
            this.additional = additional;
        }
    }

    /// The broadcasts of a warning, one in each language.
    ///
    /// @param warning a released revision
    /// @param local the operator's language, one of `en`, `de`, `fr`, `es`, `uk`
    /// @return nothing for a SIMULATION, which has no public form, and for a warning that is not for everyone
    public static List<CellBroadcast> of(Warning warning, String local, LeapSeconds leaps) {
        boolean all = warning.releasability().open() && warning.kind() != Warning.Kind.LAUNCH;
        Optional<Level> level = all ? level(warning) : Optional.empty();
        List<CellBroadcast> out = new ArrayList<>();
        for (String language : level.isEmpty() ? List.<String>of() : CapWords.LANGUAGES) {
            CapWords words = CapWords.in(language);
            String text =
                    words.headline(warning) + ". " + words.advice(warning) + " " + words.description(warning, leaps);
            int id = language.equals(local) ? level.get().local : level.get().additional;
            boolean unicode = places(text) < 0;
            out.add(new CellBroadcast(language, level.get(), id, unicode, pages(text, unicode)));
        }
        return out;
    }

    /// A test of the channels: it has the level of a test, whatever the domain.
    ///
    /// @param message what the operator wrote
    /// @param local the operator's language
    public static List<CellBroadcast> of(TestMessage message, String local) {
        List<CellBroadcast> out = new ArrayList<>();
        for (String language : CapWords.LANGUAGES) {
            CapWords words = CapWords.in(language);
            String text = words.mark(Domain.TEST) + words.mark(message.domain()) + words.text("tested") + ". "
                    + words.text("testing") + " " + message.text() + " " + words.text("nothing");
            int id = language.equals(local) ? Level.TEST.local : Level.TEST.additional;
            boolean unicode = places(text) < 0;
            out.add(new CellBroadcast(language, Level.TEST, id, unicode, pages(text, unicode)));
        }
        return out;
    }

    /// The languages there are broadcasts in.
    public static List<String> languages() {
        return CapWords.LANGUAGES;
    }

    /// The serial number of one of a warning's bulletins (3GPP TS 23.041 §9.4.1.2.1). It is valid in the whole
    /// network, so that a phone that moves to another cell is not alarmed by the same again. A centre may put a
    /// message code of its own in the place of ours.
    ///
    /// @param messageCode 0 to 1,023: the same for all bulletins of a warning in one language
    /// @param updateNumber 0 to 15, counted up with each bulletin
    public record SerialNumber(int messageCode, int updateNumber) {
        private static final int WHOLE_NETWORK = 1;
        private static final int CODES = 1_024;
        private static final int UPDATES = 16;

        static SerialNumber of(String id, String language, int issue) {
            int code = (int) Math.floorMod(TextKey.of(id + "/" + language), (long) CODES);
            return new SerialNumber(code, Math.floorMod(issue - 1, UPDATES));
        }

        /// Its 16 bits.
        public int value() {
            return (WHOLE_NETWORK << 14) | (messageCode << 4) | updateNumber;
        }

        private Json json() {
            return new Json.Members(List.of(
                    new Json.Member("value", new Json.Whole(value())),
                    new Json.Member("geographical_scope", new Json.Whole(WHOLE_NETWORK)),
                    new Json.Member("message_code", new Json.Whole(messageCode)),
                    new Json.Member("update_number", new Json.Whole(updateNumber))));
        }
    }

    /// The data coding scheme (3GPP TS 23.038 §5): the 7-bit alphabet with its language, or UCS-2 that names it.
    public int dataCodingScheme() {
        if (unicode) {
            return UCS2_WITH_LANGUAGE;
        }
        return switch (language) {
            case "de" -> 0x00;
            case "en" -> 0x01;
            case "fr" -> 0x03;
            case "es" -> 0x04;
            default -> UNSPECIFIED;
        };
    }

    private static final int UCS2_WITH_LANGUAGE = 0x11;

    /// The 7-bit alphabet in a language that is not told.
    private static final int UNSPECIFIED = 0x0F;

    /// With the names and values of 3GPP TS 23.041 §9.4.1.2; beside them the texts, for people who look.
    ///
    /// @param id of the warning
    /// @param issue which bulletin of it, from 1
    public Json json(String id, int issue) {
        List<CellPage> encoded = pages.stream()
                .map(page -> unicode ? CellPage.unicode(language, page) : CellPage.sevenBit(page))
                .toList();
        return new Json.Members(List.of(
                new Json.Member("language", new Json.Text(language)),
                new Json.Member("level", new Json.Text(level.name())),
                new Json.Member("message_identifier", new Json.Whole(messageId)),
                new Json.Member(
                        "serial_number", SerialNumber.of(id, language, issue).json()),
                new Json.Member("data_coding_scheme", new Json.Whole(dataCodingScheme())),
                new Json.Member("number_of_pages", new Json.Whole(pages.size())),
                new Json.Member(
                        "page_contents",
                        new Json.Items(encoded.stream().map(CellPage::json).toList())),
                new Json.Member(
                        "pages",
                        new Json.Items(pages.stream().<Json>map(Json.Text::new).toList()))));
    }

    private static Optional<Level> level(Warning warning) {
        return switch (warning.domain()) {
            case SIMULATION -> Optional.empty();
            case EXERCISE -> Optional.of(Level.EXERCISE);
            case TEST -> Optional.of(Level.TEST);
            case LIVE ->
                Optional.of(
                        switch (warning.gravity().severity()) {
                            case EXTREME -> Level.LEVEL_1;
                            case SEVERE -> Level.LEVEL_2;
                            case MODERATE, MINOR, UNKNOWN -> Level.LEVEL_3;
                        });
        };
    }

    /// A text in pages; one that is longer than all of them ends with three dots.
    static List<String> pages(String text, boolean unicode) {
        int size = unicode ? UNICODE_PAGE : SEVEN_BIT_PAGE;
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String each = text.substring(at, at + Character.charCount(text.codePointAt(at)));
            int needs = unicode ? each.length() : places(each);
            if (used + needs > size) {
                pages.add(page.toString());
                page.setLength(0);
                used = 0;
            }
            page.append(each);
            used += needs;
        }
        pages.add(page.toString());
        return pages.size() <= MOST_PAGES ? pages : shortened(pages);
    }

    private static List<String> shortened(List<String> pages) {
        List<String> out = new ArrayList<>(pages.subList(0, MOST_PAGES));
        String last = out.removeLast();
        out.add(last.substring(0, Math.max(0, last.offsetByCodePoints(last.length(), -CUT.length()))) + CUT);
        return out;
    }

    /// Places of a text in the 7-bit alphabet; below 0 when it has others.
    static int places(String text) {
        int places = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (EXTENSION.indexOf(c) >= 0) {
                places += 2;
            } else if (ALPHABET.indexOf(c) >= 0) {
                places++;
            } else {
                return -1;
            }
        }
        return places;
    }
}
