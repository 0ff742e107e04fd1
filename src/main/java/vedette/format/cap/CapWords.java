package vedette.format.cap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vedette.format.text.Utc;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Warning;

/// What people read in one language: our own templates, in whole words.
///
/// English adds what the engine wrote; in the other languages the reason is told by kind and by how sure it is.
final class CapWords {
    /// The languages there are templates for, the first one first in a message.
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "uk");

    private static final Map<String, CapWords> ALL = all();

    private final String language;
    private final Map<String, String> texts;

    private CapWords(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    private static Map<String, CapWords> all() {
        Map<String, CapWords> all = new TreeMap<>();
        LANGUAGES.forEach(language -> all.put(language, new CapWords(language, read("words-" + language + ".txt"))));
        return all;
    }

    private static Map<String, String> read(String name) {
        try (@Nullable InputStream in = CapWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1),
                            (one, _) -> one,
                            TreeMap::new));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The words of a language of [#LANGUAGES].
    static CapWords in(String language) {
        CapWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in '" + language + "': there are " + LANGUAGES);
        }
        return words;
    }

    /// The keys of this language, for a test that none is missing.
    List<String> keys() {
        return List.copyOf(texts.keySet());
    }

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /// What stands before every headline of a domain: read aloud, an exercise must be heard to be one.
    String mark(Domain domain) {
        return switch (domain) {
            case EXERCISE, TEST -> text("mark." + domain) + " ";
            case LIVE, SIMULATION -> "";
        };
    }

    String event(Warning.Kind kind) {
        return text("event." + kind);
    }

    String headline(Warning warning) {
        String own = language.equals("en")
                ? warning.words().headline()
                : text("stage." + warning.stage()) + ": " + event(warning.kind()) + ", " + place(warning);
        return mark(warning.domain()) + own;
    }

    /// Reason, place, time, and how sure it is.
    String description(Warning warning, LeapSeconds leaps) {
        List<String> parts = new ArrayList<>();
        boolean ended = warning.stage().ended();
        parts.add(text(ended ? "body." + warning.stage() : "reason." + warning.kind()));
        if (language.equals("en")) {
            parts.add(warning.words().reason());
        }
        parts.add(text("place").replace("{0}", place(warning)));
        parts.add(ended ? since(warning, leaps) : time(warning, leaps));
        if (!ended) {
            parts.add(text("sure." + warning.gravity().confidence()));
        }
        return String.join(" ", parts);
    }

    String time(Warning warning, LeapSeconds leaps) {
        return text("time")
                .replace("{0}", clock(Utc.seconds(warning.validity().onset(), leaps)))
                .replace("{1}", clock(Utc.seconds(warning.validity().expires(), leaps)));
    }

    private String since(Warning warning, LeapSeconds leaps) {
        return text("since").replace("{0}", clock(Utc.seconds(warning.at(), leaps)));
    }

    private static String clock(String seconds) {
        return seconds.replace('T', ' ');
    }

    String advice(Warning warning) {
        boolean own = language.equals("en") && !warning.words().advice().isBlank();
        if (warning.stage().ended()) {
            return text("end." + warning.stage());
        }
        return own ? warning.words().advice() : text("advice." + warning.kind());
    }

    String place(Warning warning) {
        return warning.zones().isEmpty()
                ? text("nowhere")
                : warning.zones().stream().map(zone -> zone.name()).collect(Collectors.joining(", "));
    }
}
