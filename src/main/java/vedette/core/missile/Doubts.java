package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.InfraredSatellite;
import vedette.model.Missile;

/// What is said of a thing whose sensors contradict others.
///
/// @param satellites the infrared satellites
/// @param sites the radars
/// @param pointing which satellites are askew
/// @param contradictions which radars are mistrusted
record Doubts(List<InfraredSatellite> satellites, List<Site> sites, Pointing pointing, Contradictions contradictions) {
    /// The same revision; its sentence also says which of the sensors that saw the thing are not believed.
    Missile said(Missile m, Thing thing) {
        List<String> words = words(thing);
        if (words.isEmpty()) {
            return m;
        }
        String why = m.why().endsWith(".") ? m.why().substring(0, m.why().length() - 1) : m.why();
        return new Missile(
                m.number(),
                m.revision(),
                m.phase(),
                m.verdict(),
                m.odds(),
                m.confidence(),
                m.state(),
                m.launch(),
                m.impact(),
                m.support(),
                why + "; less is given on " + String.join(", and on ", words) + ".");
    }

    private List<String> words(Thing thing) {
        List<String> words = new ArrayList<>();
        for (Askew each : pointing.askew()) {
            if (thing.lightsOf(each.satellite()) > 0) {
                words.add(satellites.get(each.satellite()).sensor() + ": " + each.words());
            }
        }
        for (Mistrusted each : contradictions.mistrusted()) {
            if (thing.echoesOf(each.radar()) > 0) {
                words.add(sites.get(each.radar()).radar().sensor() + ": " + each.words());
            }
        }
        return words;
    }
}
