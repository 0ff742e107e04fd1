package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Utc;
import vedette.model.Moment;

/// OpenAir airspaces (WinPilot 1998, with the `AI`, `AA` and `AY` of later versions) to zones.
///
/// What one airspace gets wrong costs that airspace only. Heights without a datum are above the sea, numbers without a
/// unit feet, as the format's texts have it.
final class OpenAirReader {
    private static final int LONGEST_LINE = 10_000;

    private final ZoneFile.Span span;
    private final Collector found;
    private Optional<Airspace> open = Optional.empty();
    private boolean any;

    private OpenAirReader(ZoneFile.Span span, Collector found) {
        this.span = span;
        this.found = found;
    }

    static ZoneFile.Contents read(String text, ZoneFile.Span span) {
        Collector found = new Collector(span);
        OpenAirReader reader = new OpenAirReader(span, found);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(i + 1, lines[i]);
        }
        reader.close();
        if (!reader.any) {
            found.refuse(new Where("$", 0).fault("neither JSON nor KML nor OpenAir: no line begins with 'AC'"), "");
        }
        return found.contents(new Where("$", 0));
    }

    private void line(int number, String raw) {
        String text = raw.length() > LONGEST_LINE ? raw.substring(0, LONGEST_LINE) : raw;
        int comment = text.indexOf('*');
        String line = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (line.isEmpty()) {
            return;
        }
        int blank = 0;
        while (blank < line.length() && !Character.isWhitespace(line.charAt(blank))) {
            blank++;
        }
        String record = line.substring(0, blank);
        String rest = line.substring(blank).strip();
        if (record.equals("AC")) {
            close();
            any = true;
            open = Optional.of(new Airspace(Where.line(number), rest));
        } else if (any && open.isPresent()) {
            open.get().take(Where.line(number), record, rest);
        }
    }

    private void close() {
        open.ifPresent(each -> found.add(each.at(), each.identifier(), () -> entry(each)));
        open = Optional.empty();
    }

    private Collector.Entry entry(Airspace space) {
        Collector.Layer layer = space.layer();
        List<vedette.model.Zone.Interval> active = new ArrayList<>();
        for (Airspace.Line each : space.activations()) {
            if (!each.rest().equals("NONE")) {
                active.addAll(ExtendedData.intervals(each.at(), each.rest(), this::moment));
            }
        }
        return new Collector.Entry(
                space.at(),
                found.unused(space.identifier()),
                Optional.of(space.name()),
                List.of(layer),
                active,
                Collector.Rules.USUAL);
    }

    private Moment moment(Where at, String text) {
        return Utc.moment(text, span.leaps())
                .orElseThrow(() -> at.fault("'" + At.quoted(text) + "' is no ISO 8601 time with a zone"));
    }
}
