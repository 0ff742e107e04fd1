package vedette.edge.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.model.Health;
import vedette.model.Output;

/// How the node is, for machines: health as JSON, figures for Prometheus, and the line every client gets.
final class StatusText {
    private static final String PREFIX = "vedette_display_";

    private final DisplaySettings settings;
    private final NodeView node;
    private final ShownPicture picture;
    private final Live live;
    private final Counters counters;

    StatusText(DisplaySettings settings, NodeView node, ShownPicture picture, Live live, Counters counters) {
        this.settings = settings;
        this.node = node;
        this.picture = picture;
        this.live = live;
        this.counters = counters;
    }

    /// An answer to "are you well".
    record Answer(boolean up, String json) {}

    /// Counts a request that was refused.
    void refused(String reason) {
        counters.count("requests_refused_total{reason=\"" + reason + "\"}");
    }

    /// Up while the engine's heart beats, or a replay has come to its end. DEGRADED is up: a restart would
    /// not help.
    ///
    /// @param stranger whether it is told to somebody who has not said who they are: then only whether it is up
    Answer health(boolean stranger) {
        NodeView.Report report = node.report();
        Optional<Double> age = live.beatAgeS();
        boolean beating = age.isPresent() && age.get() < settings.staleAfterS();
        boolean up = beating || (settings.replay() && !report.running());
        boolean well = report.recording() != NodeView.Recording.UNRECORDED
                && report.words().isEmpty();
        JsonWriter json = new JsonWriter().open('{');
        json.text("status", up ? well ? "UP" : "DEGRADED" : "DOWN");
        if (stranger) {
            return new Answer(up, json.close('}').toString());
        }
        json.text("domain", settings.domain().name()).truth("replay", settings.replay());
        json.text("recording", report.recording().name());
        age.ifPresent(s -> json.number("heartbeatAgeS", s, 1));
        picture(json);
        json.name("words").open('[');
        if (!beating && up) {
            json.text("The replay has ended.");
        } else if (!up) {
            json.text(age.isPresent() ? "No heartbeat from the engine." : "The engine has not begun yet.");
        }
        report.words().forEach(json::text);
        return new Answer(up, json.close(']').close('}').toString());
    }

    private void picture(JsonWriter json) {
        synchronized (picture) {
            picture.heartbeat().ifPresent(beat -> json.whole("seq", beat.seq()));
            json.whole("tracks", picture.trackCount()).whole("warnings", picture.warningCount());
            json.name("sensors").open('{');
            picture.health()
                    .forEach(health ->
                            json.text(health.sensor().name(), health.state().name()));
            json.close('}');
        }
        json.whole("clients", live.clientCount());
    }

    /// The node's figures and ours, in the Prometheus text format 0.0.4.
    String metrics() {
        StringBuilder out = new StringBuilder(node.metrics());
        NodeView.Report report = node.report();
        gauge(out, "clients", live.clientCount());
        gauge(out, "unrecorded", report.recording() == NodeView.Recording.UNRECORDED ? 1 : 0);
        gauge(out, "heartbeat_age_seconds", live.beatAgeS().orElse(Double.NaN));
        synchronized (picture) {
            gauge(out, "tracks", picture.trackCount());
            gauge(out, "warnings", (double) picture.warningCount());
            gauge(out, "seq", picture.heartbeat().map(Output.Heartbeat::seq).orElse(0L));
            line(out, "shed_total", picture.shed() + live.mailboxShed());
            out.append("# TYPE ").append(PREFIX).append("sensor_ok gauge\n");
            picture.health().forEach(health -> line(out, sensor(health), health.state() == Health.State.OK ? 1 : 0));
        }
        for (String always : List.of("clients_refused_total")) {
            line(out, always, counters.of(always));
        }
        for (Map.Entry<String, Long> count : counters.all().entrySet()) {
            if (count.getKey().contains("{")) {
                line(out, count.getKey(), count.getValue());
            }
        }
        return out.toString();
    }

    private static String sensor(Health health) {
        String name = health.sensor().name().replace("\\", "\\\\").replace("\"", "\\\"");
        return "sensor_ok{sensor=\"" + name + "\"}";
    }

    private static void gauge(StringBuilder out, String name, double value) {
        out.append("# TYPE ").append(PREFIX).append(name).append(" gauge\n");
        out.append(PREFIX).append(name).append(' ').append(value).append('\n');
    }

    private static void line(StringBuilder out, String name, long value) {
        out.append(PREFIX).append(name).append(' ').append(value).append('\n');
    }

    /// What a client shows above everything else.
    static Item item(DisplaySettings settings, NodeView.Report report) {
        JsonWriter json = new JsonWriter().open('{').text("title", settings.title());
        json.text("domain", settings.domain().name()).truth("replay", settings.replay());
        json.text("recording", report.recording().name()).truth("running", report.running());
        json.number("staleAfterS", settings.staleAfterS(), 1).name("words").open('[');
        report.words().forEach(json::text);
        return Item.of("n", Item.Section.NODE, json.close(']').close('}').toString());
    }
}
