package vedette.format.cot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;

/// What an event says beside its type, place and time.
///
/// @param free everything that TAK protocol has no number for, as written, white space too
/// @param known elements that it has numbers for, at most one of each, in the order of their numbers
public record Detail(List<Markup> free, List<Markup.Element> known) {
    /// Nothing.
    public static final Detail NONE = new Detail(List.of(), List.of());

    /// Copies the lists.
    public Detail {
        free = joined(free);
        known = List.copyOf(known);
    }

    // Characters that come to lie side by side are one stretch of characters.
    private static List<Markup> joined(List<Markup> parts) {
        List<Markup> joined = new ArrayList<>(parts.size());
        for (Markup part : parts) {
            if (part instanceof Markup.Characters(String text)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Markup.Characters(String before)) {
                joined.set(joined.size() - 1, new Markup.Characters(before + text));
            } else {
                joined.add(part);
            }
        }
        return List.copyOf(joined);
    }

    /// Sorts what stands in a `detail` element. An element that stands twice, or says more than the numbered form can
    /// hold, stays as it is.
    public static Detail of(List<Markup> inside) {
        List<Markup> free = new ArrayList<>(inside);
        List<Markup.Element> known = new ArrayList<>();
        for (DetailPart part : DetailPart.values()) {
            List<Markup.Element> all = named(inside, part.element());
            if (all.size() == 1) {
                part.fitted(all.getFirst()).ifPresent(fitted -> {
                    free.remove(all.getFirst());
                    known.add(fitted);
                });
            }
        }
        return new Detail(free, known);
    }

    /// The first element of a name.
    public Optional<Markup.Element> first(String name) {
        List<Markup.Element> found = named(known, name);
        return (found.isEmpty() ? named(free, name) : found).stream().findFirst();
    }

    /// What the object is called.
    public Optional<String> callsign() {
        return first("contact").flatMap(contact -> contact.attribute("callsign"));
    }

    private static List<Markup.Element> named(List<? extends Markup> parts, String name) {
        List<Markup.Element> found = new ArrayList<>();
        for (Markup part : parts) {
            if (part instanceof Markup.Element element && element.name().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
