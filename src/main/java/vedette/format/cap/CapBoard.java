package vedette.format.cap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vedette.format.text.Xml;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.ForeignAlert;
import vedette.model.LatLon;
import vedette.model.Moment;

/// Others' alerts as they hold now: what was updated or cancelled is taken down, what has run out leaves.
///
/// A message takes down only what its own sender gave out, and what was proven only when it is proven by the same: a
/// stranger cannot cancel somebody's alarm. What was taken down does not come back when it is read once more. Of a LIVE
/// node only what is in earnest is told; of no node drafts and messages between systems.
public final class CapBoard {
    /// Alerts at once; further ones are refused and counted.
    static final int MOST = 2_000;

    private static final int MOST_GONE = 20_000;
    private static final int MOST_RINGS = 50;
    private static final double KM_M = 1_000;

    /// One that does not say when it runs out holds so long.
    private static final double USUAL_S = 86_400;

    /// A longer time is no time of an alert's.
    private static final double LONGEST_S = 14 * 86_400.0;

    private final String feed;
    private final Domain domain;
    private final String ourselves;
    private final Map<String, ForeignAlert> alerts = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, ForeignAlert> hung = new LinkedHashMap<>();
    private final Set<String> over = new LinkedHashSet<>();

    /// An empty board.
    ///
    /// @param feed by which the alerts come
    /// @param domain of our node
    /// @param ourselves our own name as a sender: what comes back from others under it is left out
    public CapBoard(String feed, Domain domain, String ourselves) {
        this.feed = feed;
        this.domain = domain;
        this.ourselves = ourselves;
    }

    /// What became of a message.
    public sealed interface Fate {}

    /// It hangs, or did what it was to do.
    public record Taken() implements Fate {}

    /// It is of no concern, and nothing is wrong with it: run out, seen before, our own, or no alert.
    public record Passed() implements Fate {}

    /// It does not go up.
    ///
    /// @param reason why
    public record Refused(String reason) implements Fate {}

    /// Takes a message.
    ///
    /// @param message as it was read
    /// @param proven who signed it; empty when that was not proven
    /// @param now the time
    public Fate take(CapReader.Message message, String proven, Moment now) {
        tidy(now);
        Xml alert = message.alert();
        Optional<ForeignAlert.Status> status = status(alert.text("status"));
        Optional<ForeignAlert.Type> type = type(alert.text("msgType"));
        if (status.isEmpty() || type.isEmpty() || alert.text("sender").equals(ourselves)) {
            return new Passed();
        }
        if (domain == Domain.LIVE && status.get() != ForeignAlert.Status.ACTUAL) {
            return new Passed();
        }
        if (message.sent().isEmpty()) {
            return new Refused("no moment of sending");
        }
        ForeignAlert made = alert(message, proven, status.get(), type.get());
        if (gone.contains(made.key()) || alerts.containsKey(made.key()) || made.isPast(now)) {
            takeDown(made, message);
            return new Passed();
        }
        takeDown(made, message);
        if (alerts.size() >= MOST) {
            return new Refused("more than " + MOST + " alerts at once");
        }
        alerts.put(made.key(), made);
        hung.put(made.key(), made);
        over.remove(made.key());
        return new Taken();
    }

    private static Optional<ForeignAlert.Status> status(String text) {
        return Arrays.stream(ForeignAlert.Status.values())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<ForeignAlert.Type> type(String text) {
        return Arrays.stream(ForeignAlert.Type.values())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private void takeDown(ForeignAlert by, CapReader.Message message) {
        if (by.type() == ForeignAlert.Type.ALERT) {
            return;
        }
        for (String reference : message.alert().text("references").split("\\s+", -1)) {
            String[] parts = reference.split(",", -1);
            if (parts.length != 3 || !parts[0].equals(by.sender())) {
                continue;
            }
            String key = parts[0] + "," + parts[1];
            ForeignAlert old = alerts.get(key);
            boolean may = old == null || old.proven().equals(by.proven());
            if (may && !key.equals(by.key())) {
                if (alerts.remove(key) != null) {
                    hung.remove(key);
                    over.add(key);
                }
                forget(key);
            }
        }
    }

    private void forget(String key) {
        gone.add(key);
        if (gone.size() > MOST_GONE) {
            gone.remove(gone.iterator().next());
        }
    }

    /// What changed since this was asked last; nothing when nothing did. What has run out is not told: everybody sees
    /// that from its end.
    public Optional<Configuration.Foreign> news() {
        if (hung.isEmpty() && over.isEmpty()) {
            return Optional.empty();
        }
        Configuration.Foreign news = new Configuration.Foreign(feed, List.copyOf(hung.values()), List.copyOf(over));
        hung.clear();
        over.clear();
        return Optional.of(news);
    }

    private void tidy(Moment now) {
        alerts.values().removeIf(each -> each.isPast(now));
    }

    /// Those that hold, in the order they came.
    public List<ForeignAlert> at(Moment now) {
        tidy(now);
        return List.copyOf(alerts.values());
    }

    private ForeignAlert alert(
            CapReader.Message message, String proven, ForeignAlert.Status status, ForeignAlert.Type type) {
        Xml alert = message.alert();
        Moment sent = message.sent().orElseThrow();
        Moment latest = sent.plusS(LONGEST_S);
        Moment expires = message.expires().orElse(sent.plusS(USUAL_S));
        Xml info = info(alert);
        List<List<LatLon>> polygons = new ArrayList<>();
        List<Area.Circle> circles = new ArrayList<>();
        for (Xml area : info.all("area")) {
            area.all("polygon").stream().limit(MOST_RINGS).forEach(each -> ring(each.text(), polygons));
            area.all("circle").stream().limit(MOST_RINGS).forEach(each -> circle(each.text(), circles));
        }
        return new ForeignAlert(
                feed,
                alert.text("sender"),
                alert.text("identifier"),
                proven,
                status,
                type,
                said(info),
                sent,
                expires.isAfter(latest) ? latest : expires,
                polygons,
                circles);
    }

    /// The English one, or the first.
    private static Xml info(Xml alert) {
        List<Xml> all = alert.all("info");
        return all.stream()
                .filter(each -> each.text("language").toLowerCase(Locale.ROOT).startsWith("en"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> Xml.of("info", List.of()));
    }

    private static ForeignAlert.Said said(Xml info) {
        return new ForeignAlert.Said(
                cut(info.text("event"), 120),
                cut(info.text("headline"), 300),
                cut(info.text("instruction"), 2_000),
                cut(info.first("area").map(area -> area.text("areaDesc")).orElse(""), 300),
                info.text("urgency"),
                info.text("severity"),
                info.text("certainty"));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most / 2)) + "…";
    }

    private static void ring(String text, List<List<LatLon>> into) {
        List<LatLon> corners = new ArrayList<>();
        for (String pair : text.split("\\s+", -1)) {
            place(pair).ifPresent(corners::add);
        }
        if (corners.size() > 2) {
            into.add(corners);
        }
    }

    // Those without a radius are points: a metre makes them areas.
    private static void circle(String text, List<Area.Circle> into) {
        String[] parts = text.split("\\s+", -1);
        if (parts.length == 2) {
            place(parts[0])
                    .ifPresent(centre ->
                            into.add(new Area.Circle(centre, Math.max(1, Double.parseDouble(parts[1]) * KM_M))));
        }
    }

    // Pairs were checked when the message was read.
    private static Optional<LatLon> place(String pair) {
        int comma = pair.indexOf(',');
        return comma < 1
                ? Optional.empty()
                : Optional.of(LatLon.ofDegrees(
                        Double.parseDouble(pair.substring(0, comma)), Double.parseDouble(pair.substring(comma + 1))));
    }
}
