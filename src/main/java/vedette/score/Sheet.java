package vedette.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Named figures in their order; a figure may be a sheet itself.
///
/// @param entries the figures
public record Sheet(List<Entry> entries) implements Figure {
    private static final MathContext PRINTED = new MathContext(7, RoundingMode.HALF_EVEN);

    /// Copies the list.
    public Sheet {
        entries = List.copyOf(entries);
    }

    /// One named figure.
    ///
    /// @param name its name
    /// @param figure its value
    public record Entry(String name, Figure figure) {}

    /// A figure by its path of names.
    ///
    /// @param names from the outside in
    public Optional<Figure> find(String... names) {
        Figure here = this;
        for (String name : names) {
            Optional<Figure> next = here instanceof Sheet sheet ? sheet.entry(name) : Optional.empty();
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /// A number by its path of names.
    public OptionalDouble number(String... names) {
        return switch (find(names).orElse(new Absent())) {
            case Real(double value) -> OptionalDouble.of(value);
            case Count(long value) -> OptionalDouble.of((double) value);
            case Sheet _, Words _, Absent _ -> OptionalDouble.empty();
        };
    }

    /// The same figures with 7 significant digits; what is not finite becomes absent.
    public Sheet rounded() {
        List<Entry> rounded = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            rounded.add(new Entry(entry.name(), rounded(entry.figure())));
        }
        return new Sheet(rounded);
    }

    private Optional<Figure> entry(String name) {
        return entries.stream()
                .filter(e -> e.name().equals(name))
                .map(Entry::figure)
                .findFirst();
    }

    private static Figure rounded(Figure figure) {
        return switch (figure) {
            case Sheet sheet -> sheet.rounded();
            case Real(double value) when !Double.isFinite(value) -> new Absent();
            case Real(double value) ->
                new Real(new BigDecimal(value).round(PRINTED).doubleValue());
            case Count _, Words _, Absent _ -> figure;
        };
    }

    /// Collects entries in their order.
    static final class Draft {
        private final List<Entry> entries = new ArrayList<>();

        Draft real(String name, double value) {
            return figure(name, new Real(value));
        }

        Draft maybe(String name, OptionalDouble value) {
            return figure(name, value.isPresent() ? new Real(value.getAsDouble()) : new Absent());
        }

        Draft count(String name, long value) {
            return figure(name, new Count(value));
        }

        Draft figure(String name, Figure figure) {
            entries.add(new Entry(name, figure));
            return this;
        }

        Sheet sheet() {
            return new Sheet(entries);
        }
    }
}
