package vedette.format.sapient;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An enum of the table.
final class ChoiceType {
    private final String name;
    private final String prefix;
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Choice> byName = new HashMap<>();

    /// One value.
    ///
    /// @param number on the wire
    /// @param name without the enum's prefix, as `LAT_LNG_DEG_M`
    record Choice(int number, String name) {}

    ChoiceType(String name, String prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    /// Adds a value; of two with one number the first is written, both are read.
    void add(int number, String value) {
        Choice choice = new Choice(number, value);
        require(byName.put(prefix + value, choice) == null, "%s twice in %s", value, name);
        choices.add(choice);
    }

    Optional<Choice> of(int number) {
        for (Choice choice : choices) {
            if (choice.number == number) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /// The value of a name as JSON has it, as `NODE_TYPE_RADAR`.
    Optional<Choice> of(String jsonName) {
        return Optional.ofNullable(byName.get(jsonName));
    }

    /// The name of a value as JSON has it; a number we do not know stays a number.
    String jsonName(int number) {
        return of(number).map(choice -> prefix + choice.name).orElseGet(() -> Integer.toString(number));
    }

    @Override
    public String toString() {
        return name;
    }
}
