package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonLines;
import vedette.format.text.JsonText;
import vedette.model.GeoidModel;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// Files of protected zones.
public final class ZoneFile {
    /// Longer files are refused: a country's zones take a few megabytes.
    public static final int LONGEST = 64_000_000;

    /// How far schedules are expanded, seconds: two days back, a year and a month ahead. A node that runs longer reads
    /// its zones again.
    private static final double BACK_S = 2 * 86_400.0;

    private static final double AHEAD_S = 396 * 86_400.0;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ZoneFile() {}

    /// What a file holds.
    ///
    /// @param zones those that could be read, in the file's order
    /// @param refusals those that could not
    /// @param passed what is sound but protects nothing: a zone of no restriction, a way point
    public record Contents(List<Zone> zones, List<Refusal> refusals, List<Refusal> passed) {
        /// Copies the lists.
        public Contents {
            zones = List.copyOf(zones);
            refusals = List.copyOf(refusals);
            passed = List.copyOf(passed);
        }
    }

    /// A zone, or a whole file, that was refused.
    ///
    /// @param place a path into the file, `$.features[3].geometry.coordinates[0]`, or its line
    /// @param identifier the zone's identifier as far as it has one, or nothing
    /// @param reason what is wrong there, short
    /// @param line where that stands, from 1; 0 when not known
    public record Refusal(String place, String identifier, String reason, int line) {
        /// Where it stands, in words.
        public String where() {
            return line == 0 || place.startsWith("line ") ? place : "line " + line + " (" + place + ")";
        }
    }

    /// What the reading of zones rests on.
    ///
    /// @param from the first moment for which schedules are expanded into intervals
    /// @param until the last
    /// @param leaps UTC against TAI
    /// @param geoid the mean sea level, where it is known
    public record Span(Moment from, Moment until, LeapSeconds leaps, Optional<GeoidModel> geoid) {
        /// Around now: two days back, 396 days ahead; without a geoid.
        public static Span around(Moment now, LeapSeconds leaps) {
            return new Span(now.plusS(-BACK_S), now.plusS(AHEAD_S), leaps, Optional.empty());
        }

        /// The same with a geoid.
        public Span over(GeoidModel model) {
            return new Span(from, until, leaps, Optional.of(model));
        }
    }

    /// Reads a file in any of the forms, which is told by how it begins.
    ///
    /// @param text the whole file
    /// @param span what the reading rests on
    public static Contents read(String text, Span span) {
        if (text.length() > LONGEST) {
            return refused(new Refusal("$", "", "longer than " + LONGEST + " characters", 0));
        }
        String head = text.stripLeading();
        if (head.startsWith("{") || head.startsWith("[")) {
            return json(text, span);
        }
        if (head.startsWith("<") || head.startsWith(BYTE_ORDER_MARK + "<")) {
            return KmlReader.read(head.replace(BYTE_ORDER_MARK, ""), span);
        }
        if (text.startsWith("PK")) {
            return refused(new Refusal("$", "", "a packed file (KMZ): unpack it and give the KML inside", 0));
        }
        return OpenAirReader.read(text.replace(BYTE_ORDER_MARK, ""), span);
    }

    private static Contents json(String text, Span span) {
        return switch (JsonText.read(text)) {
            case JsonText.Read(Json value) -> located(text, features(new At("$", value), span));
            case JsonText.NotJson(String reason, int line) ->
                refused(new Refusal("$", "", "not JSON, line " + line + ": " + reason, line));
        };
    }

    private static Contents features(At root, Span span) {
        Collector found = new Collector(span);
        try {
            if (Ed269Reader.isEd269(root)) {
                new Ed269Reader(span, found).read(root);
            } else {
                new ZoneReader(span, found).read(root);
            }
        } catch (ZoneFault fault) {
            found.refuse(fault, "");
        }
        return found.contents(root.where());
    }

    private static Contents located(String text, Contents contents) {
        List<String> paths = new ArrayList<>();
        contents.refusals().forEach(each -> paths.add(each.place()));
        contents.passed().forEach(each -> paths.add(each.place()));
        if (paths.isEmpty()) {
            return contents;
        }
        List<Integer> lines = JsonLines.of(text, paths);
        int split = contents.refusals().size();
        return new Contents(
                contents.zones(),
                located(contents.refusals(), lines.subList(0, split)),
                located(contents.passed(), lines.subList(split, lines.size())));
    }

    private static List<Refusal> located(List<Refusal> refusals, List<Integer> lines) {
        List<Refusal> with = new ArrayList<>();
        for (int i = 0; i < refusals.size(); i++) {
            Refusal each = refusals.get(i);
            with.add(new Refusal(each.place(), each.identifier(), each.reason(), lines.get(i)));
        }
        return with;
    }

    private static Contents refused(Refusal refusal) {
        return new Contents(List.of(), List.of(refusal), List.of());
    }

    /// Forms that zones are written in.
    public enum Form {
        /// GeoJSON as we have it: nothing is lost.
        PLAIN,
        /// EUROCAE ED-318.
        ED318,
        /// EUROCAE ED-269.
        ED269,
        /// OGC KML 2.2.
        KML,
        /// OpenAir.
        OPENAIR
    }

    /// A file that was written.
    ///
    /// @param text the file
    /// @param losses what the form cannot say and was left out, in words, one a zone and matter
    public record Written(String text, List<String> losses) {
        /// Copies the list.
        public Written {
            losses = List.copyOf(losses);
        }
    }

    /// Writes zones in any form.
    ///
    /// @param leaps UTC against TAI, for their times
    public static Written write(List<Zone> zones, Form form, LeapSeconds leaps) {
        return switch (form) {
            case PLAIN -> new Written(write(zones, leaps), List.of());
            case ED318 -> new Ed318Writer(leaps).written(zones);
            case ED269 -> new Ed269Writer(leaps).written(zones);
            case KML -> new KmlWriter(leaps).written(zones);
            case OPENAIR -> new OpenAirWriter(leaps).written(zones);
        };
    }

    /// Writes zones in the plain form; [#read] gives them back.
    ///
    /// @param zones the zones
    /// @param leaps UTC against TAI, for their times
    public static String write(List<Zone> zones, LeapSeconds leaps) {
        return JsonText.write(new ZoneWriter(leaps).collection(zones), 2) + "\n";
    }

    /// One zone as a feature of the plain form.
    public static Json feature(Zone zone, LeapSeconds leaps) {
        return new ZoneWriter(leaps).feature(zone);
    }
}
