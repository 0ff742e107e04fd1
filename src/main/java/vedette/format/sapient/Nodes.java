package vedette.format.sapient;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the messages of many nodes, remembering which edition each registered with.
public final class Nodes {
    /// So many are remembered; of more, those that registered first are forgotten and found out anew.
    private static final int MOST = 4_096;

    private final Optional<Edition> fixed;
    private final SequencedMap<String, Edition> editions = new LinkedHashMap<>();

    /// A reader that knows no node yet.
    ///
    /// @param fixed the edition by which everything is read; none: found out
    public Nodes(Optional<Edition> fixed) {
        this.fixed = fixed;
    }

    /// Reads one frame's content.
    public Sapient.Reading binary(byte[] bytes, int from, int to) {
        if (fixed.isPresent()) {
            return Sapient.binary(bytes, from, to, fixed);
        }
        return again(
                Sapient.binary(bytes, from, to, Optional.empty()),
                edition -> Sapient.binary(bytes, from, to, Optional.of(edition)));
    }

    /// Reads one message in the JSON form.
    public Sapient.Reading json(String text) {
        if (fixed.isPresent()) {
            return Sapient.json(text, fixed);
        }
        return again(Sapient.json(text, Optional.empty()), edition -> Sapient.json(text, Optional.of(edition)));
    }

    /// Reads by a given edition.
    private interface By {
        Sapient.Reading read(Edition edition);
    }

    // Nodes of 1.0 are few: a message is read anew only when its sender is known to be one.
    private Sapient.Reading again(Sapient.Reading first, By by) {
        return switch (first) {
            case Sapient.Taken taken -> {
                if (taken.content().equals("registration")) {
                    remember(taken);
                }
                yield editions.get(taken.nodeId()) == Edition.V1 && taken.edition() == Edition.V2
                        ? by.read(Edition.V1)
                        : taken;
            }
            case Sapient.Refused refused ->
                refused.nodeId()
                        .filter(node -> editions.get(node) == Edition.V1)
                        .map(_ -> by.read(Edition.V1))
                        .orElse(refused);
        };
    }

    private void remember(Sapient.Taken registration) {
        editions.remove(registration.nodeId());
        editions.put(registration.nodeId(), registration.edition());
        if (editions.size() > MOST) {
            editions.pollFirstEntry();
        }
    }
}
