package vedette.house;

import java.util.Arrays;
import java.util.List;

/// The arrows that may ever be: who may use whom. An arrow in use stands also in `arrows.txt`; one beyond
/// this ceiling needs a page in docs/decisions and a line here.
final class Ceiling {
    private record Rule(String[] from, String[] to) {
        boolean allows(Arrow arrow) {
            return Rooms.matches(arrow.from(), from) && Rooms.matches(arrow.to(), to);
        }
    }

    private static final List<Rule> RULES = List.of(
            rule("model", "math"),
            rule("canon", "math"),
            rule("format.journal edge edge.record core.engine node app", "canon"),
            rule("format.*", "model math"),
            rule("core.*", "model math"),
            rule("core.catalogue", "core.motion"),
            rule("core.estimate", "core.motion core.sense"),
            rule("core.estimate.**", "core.estimate.** core.motion core.sense"),
            rule("core.track", "core.estimate.** core.motion core.sense"),
            rule("core.missile", "core.estimate core.motion core.sense"),
            rule("core.assess", "core.catalogue core.estimate core.motion core.sense"),
            rule(
                    "core.engine",
                    "core.track core.missile core.raid core.nature core.assess core.warn core.release core.share core.catalogue"),
            rule("score", "model math"),
            rule("report", "score format.text model math"),
            rule("simulate", "core.motion core.sense format.* model math"),
            rule("simulate.launches", "core.motion model math"),
            rule("simulate.raids", "model math"),
            rule("simulate.lowsky", "model math"),
            rule("edge", "model math"),
            rule("edge.*", "edge format.* model math"),
            rule("node", "edge core.engine model math"),
            rule(
                    "app",
                    "node edge.** core.engine core.track core.estimate.** core.catalogue simulate.** score report format.* model math"));

    private static final String[] SHARED_FORMATS = {"format.carrier", "format.text"};

    private Ceiling() {}

    private static Rule rule(String from, String to) {
        return new Rule(from.split(" "), to.split(" "));
    }

    static boolean allows(Arrow arrow) {
        return isWireToShared(arrow) || RULES.stream().anyMatch(rule -> rule.allows(arrow));
    }

    /// A wire form may use what all wire forms share, and never another wire form.
    private static boolean isWireToShared(Arrow arrow) {
        return Rooms.matches(arrow.from(), "format.*")
                && !Rooms.matches(arrow.from(), SHARED_FORMATS)
                && Arrays.asList(SHARED_FORMATS).contains(arrow.to());
    }
}
