package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.model.Standing;

/// How the release of each warning stands, as a release desk is shown it. Who signed and which channel has
/// what is for operators only.
final class ShownReleases {
    private static final int MOST = 1_000;

    private final Utc utc;
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    ShownReleases(Utc utc) {
        this.utc = utc;
    }

    /// Takes in how one stands now.
    Item changed(Standing standing) {
        String name = standing.warning().name();
        standings.remove(name);
        standings.put(name, standing);
        if (standings.size() > MOST) {
            standings.remove(leastNeeded());
        }
        return item(standing);
    }

    // One that asks nothing of anybody any more, or else the one without news for longest.
    private String leastNeeded() {
        return standings.values().stream()
                .filter(standing -> isDone(standing.state()))
                .findFirst()
                .map(standing -> standing.warning().name())
                .orElseGet(() -> standings.keySet().iterator().next());
    }

    private static boolean isDone(Standing.State state) {
        return switch (state) {
            case INTERNAL, OVER, NEVER_OUT -> true;
            case WAITING, HALF, PUBLIC, TAKEN_BACK -> false;
        };
    }

    List<Item> everything() {
        return standings.values().stream().map(this::item).toList();
    }

    private Item item(Standing standing) {
        return new Item(
                "d" + standing.warning().name(), Item.Section.RELEASES, json(standing, true), json(standing, false));
    }

    private String json(Standing standing, boolean local) {
        JsonWriter json =
                new JsonWriter().open('{').text("id", standing.warning().name());
        json.whole("revision", standing.revision())
                .text("state", standing.state().name());
        json.text("rule", standing.rule()).whole("issue", standing.issue());
        if (local) {
            json.text("shown", standing.shown()).name("signed").open('[');
            standing.signed()
                    .forEach(each -> json.open('{')
                            .text("name", each.name())
                            .whole("revision", each.revision())
                            .whole("at", utc.unixMs(each.at()))
                            .close('}'));
            json.close(']').name("receipts").open('[');
            standing.receipts()
                    .forEach(each -> json.open('{')
                            .text("channel", each.channel())
                            .whole("issue", each.issue())
                            .whole("at", utc.unixMs(each.at()))
                            .close('}'));
            json.close(']');
        }
        return json.close('}').toString();
    }
}
