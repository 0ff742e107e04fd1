package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which edition each category is read by. Immutable.
public final class Editions {
    private static final int CATEGORIES = 256;
    private static final int[] DEFINED = {1, 2, 21, 34, 48, 62, 63, 65};
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Editions PREFERRED = loadPreferred();

    private final @Nullable Plan[] plans;

    private Editions(@Nullable Plan[] plans) {
        this.plans = plans;
    }

    private static Editions loadPreferred() {
        @Nullable Plan[] plans = new Plan[CATEGORIES];
        for (int category : DEFINED) {
            Definition definition = Definition.of(category).orElseThrow();
            plans[category] = Plan.compile(definition, definition.editions().getFirst());
        }
        return new Editions(plans);
    }

    /// The preferred edition of every category we define.
    public static Editions preferred() {
        return PREFERRED;
    }

    /// The categories we define, ascending.
    public static List<Integer> categories() {
        return IntStream.of(DEFINED).boxed().toList();
    }

    /// The editions that we define of a category, the preferred one first; empty for a category we do not define.
    ///
    /// @param category 0 to 255
    public static List<String> of(int category) {
        return Arrays.stream(DEFINED).anyMatch(defined -> defined == category)
                ? Definition.of(category).orElseThrow().editions().stream()
                        .map(Edition::toString)
                        .toList()
                : List.of();
    }

    /// The same choice, but for one category.
    ///
    /// @param category one of [#categories()]
    /// @param edition one of [#of(int)]
    /// @throws IllegalArgumentException when we do not define it; the message names what we do define
    public Editions with(int category, String edition) {
        require(
                of(category).contains(edition),
                "no edition %s of category %s; known: %s",
                edition,
                category,
                of(category));
        return with(Plan.compile(Definition.of(category).orElseThrow(), Edition.parse(edition)));
    }

    Editions with(Plan plan) {
        @Nullable Plan[] changed = plans.clone();
        changed[plan.category()] = plan;
        return new Editions(changed);
    }

    /// Reads a choice as typed: `062=1.18,048=1.27`.
    ///
    /// @throws IllegalArgumentException when it is not in that form, or names what we do not define
    public static Editions parse(String text) {
        Editions editions = PREFERRED;
        for (String pair : COMMA.split(text, -1)) {
            require(pair.strip().matches("\\d{1,3}=\\d+\\.\\d+"), "'%s' is not of the form 062=1.18", pair);
            int equals = pair.strip().indexOf('=');
            editions = editions.with(
                    Integer.parseInt(pair.strip(), 0, equals, 10), pair.strip().substring(equals + 1));
        }
        return editions;
    }

    /// The definitions of a category, where we have them.
    ///
    /// @param category 0 to 255
    public Optional<Plan> plan(int category) {
        return Optional.ofNullable(planOrNull(category));
    }

    @Nullable
    Plan planOrNull(int category) {
        return plans[category];
    }
}
