package vedette.format.sapient;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of message, or of a part of one, as the table tells. It does not change once the table is read.
public final class MessageType {
    private static final int HIGHEST_NUMBER = 63;

    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private final @Nullable Field[] byNumber = new @Nullable Field[HIGHEST_NUMBER + 1];
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /// Fields of which only one may stand there.
    ///
    /// @param name what the standard calls it
    /// @param needed whether one must
    /// @param fields the fields
    record Group(String name, boolean needed, List<Field> fields) {
        String words() {
            StringBuilder out = new StringBuilder("one of ");
            for (int i = 0; i < fields.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(fields.get(i).name());
            }
            return out.toString();
        }
    }

    MessageType(String name) {
        this.name = name;
    }

    void add(Group group) {
        groups.put(group.name, group);
    }

    void add(Field field) {
        require(field.number() <= HIGHEST_NUMBER, "number %s of %s", field.number(), field);
        require(byNumber[field.number()] == null, "number %s twice in %s", field.number(), name);
        byNumber[field.number()] = field;
        fields.add(field);
        byName.put(field.name(), field);
        byName.put(field.jsonName(), field);
        field.oneof().ifPresent(group -> group(group).fields.add(field));
    }

    private Group group(String group) {
        return Optional.ofNullable(groups.get(group))
                .orElseThrow(() -> new IllegalArgumentException("no group " + group + " in " + name));
    }

    /// Its name, as `Registration.Duration`.
    public String name() {
        return name;
    }

    /// Its fields, in the order of the table.
    List<Field> fields() {
        return fields;
    }

    /// Its groups of which only one field may stand there.
    Iterable<Group> groups() {
        return groups.values();
    }

    @Nullable
    Field numbered(long number) {
        return number <= HIGHEST_NUMBER ? byNumber[(int) number] : null;
    }

    /// The field of a name, in the standard's writing or in JSON's.
    @Nullable
    Field named(String field) {
        return byName.get(field);
    }

    /// A field that our own code asks for.
    Field field(String field) {
        return Optional.ofNullable(byName.get(field))
                .orElseThrow(() -> new IllegalArgumentException("no field " + field + " in " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
