package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One edition of one category, compiled: what the cursor walks a record by.
///
/// Most categories have one record layout (UAP). Category 001 has two, told apart by a value near the start (I001/020
/// TYP): the first layout finds it, the second is then walked from the start.
public final class Plan {
    private final Definition definition;
    private final Edition edition;
    private final List<Member<Shape>> items;
    private final Uap first;
    private final Optional<Uap> second;
    private final Optional<Field> selector;

    private Plan(Definition definition, Edition edition) {
        this.definition = definition;
        this.edition = edition;
        List<Definition.Entry> uaps = definition.uaps(edition);
        require(uaps.size() == 1 || uaps.size() == 2, "%s record layouts", uaps.size());
        this.items = items(uaps);
        this.first = uap(uaps.getFirst());
        this.second = uaps.size() == 1 ? Optional.empty() : Optional.of(uap(uaps.getLast()));
        this.selector = second.map(_ -> field(condition(uaps.getLast())));
    }

    static Plan compile(Definition definition, Edition edition) {
        return new Plan(definition, edition);
    }

    // `track 020/TYP=1`: the second layout holds where the value is 1.
    private static String condition(Definition.Entry uap) {
        String path = uap.rest().substring(uap.rest().indexOf(' ') + 1);
        require(path.endsWith("=1"), "condition '%s'", path);
        return path.substring(0, path.length() - 2);
    }

    // The first layout's items in its order, so that its slots are its field numbers; then the others.
    private List<Member<Shape>> items(List<Definition.Entry> uaps) {
        List<Definition.Entry> entries = definition.items(edition);
        List<Member<Shape>> found = new ArrayList<>();
        for (String name : uaps.getFirst().words()) {
            found.add(new Member<>(name, name.equals("-") ? Undefined.HERE : shapeOf(name, entries), 0));
        }
        for (String name : uaps.getLast().words()) {
            if (found.stream().noneMatch(item -> item.name().equals(name))) {
                found.add(new Member<>(name, shapeOf(name, entries), 0));
            }
        }
        require(found.size() <= Uap.MAX_FIELDS, "%s items", found.size());
        return List.copyOf(found);
    }

    private static Shape shapeOf(String name, List<Definition.Entry> entries) {
        List<Definition.Entry> named =
                entries.stream().filter(entry -> entry.name().equals(name)).toList();
        require(named.size() == 1, "%s definitions of item %s in one edition", named.size(), name);
        return ShapeParser.parse(named.getFirst().body());
    }

    private Uap uap(Definition.Entry entry) {
        List<Integer> slots = new ArrayList<>();
        for (String name : entry.words()) {
            slots.add(name.equals("-") ? -1 : slot(name));
        }
        return new Uap(slots, items);
    }

    private int slot(String name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("category " + category() + " edition " + edition + " has no item " + name);
    }

    /// Its number, as 62.
    public int category() {
        return definition.category();
    }

    /// Its edition, as `1.18`.
    public String edition() {
        return edition.toString();
    }

    /// Its name, as `SDPS Track Messages`.
    public String title() {
        return definition.title();
    }

    /// A handle to a value, made once and used for every record.
    ///
    /// @param path item and sub-items, as `105/LAT` or `340/MDC/LMC`
    /// @throws IllegalArgumentException when the edition has no such value
    public Field field(String path) {
        int slash = path.indexOf('/');
        int slot = slot(slash < 0 ? path : path.substring(0, slash));
        return Field.of(path, slot, items.get(slot).shape());
    }

    /// A handle to a data source: SAC × 256 + SIC.
    ///
    /// @param item `010` for who speaks, in category 063 `050` for whom it speaks of
    Field source(String item) {
        return Field.of(item, slot(item), Leaf.plain(Short.SIZE, Leaf.Meaning.RAW));
    }

    /// A handle to who speaks.
    Field source() {
        return source("010");
    }

    /// A handle to a value that not every edition has; without it, one to a value that no record has.
    ///
    /// @param path item and sub-items
    Field fieldOrAbsent(String path) {
        try {
            return field(path);
        } catch (IllegalArgumentException _) {
            return Field.ABSENT;
        }
    }

    /// Whether the edition has an item.
    ///
    /// @param name its number, as `105`
    public boolean hasItem(String name) {
        return items.stream().anyMatch(item -> item.name().equals(name) && !name.equals("-"));
    }

    List<Member<Shape>> items() {
        return items;
    }

    Uap first() {
        return first;
    }

    Optional<Uap> second() {
        return second;
    }

    Optional<Field> selector() {
        return selector;
    }
}
