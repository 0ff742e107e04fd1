package vedette.core.nature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vedette.model.ObjectKind;

/// What speaks for a sort, in words.
final class Words {
    /// More is not read.
    private static final int MOST = 4;

    /// What speaks for it less than this, against the next likeliest, is not worth a word.
    private static final double LEAST = 0.3;

    private Words() {}

    static String noun(ObjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// What speaks for a sort and against another, the weightiest first.
    static List<String> of(Evidence evidence, Sort likeliest, Sort next) {
        List<Evidence.Row> rows = new ArrayList<>(evidence.rows());
        rows.sort(Comparator.comparingDouble(row -> -gain(row, likeliest, next)));
        return rows.stream()
                .filter(row -> gain(row, likeliest, next) >= LEAST)
                .limit(MOST)
                .map(Evidence.Row::words)
                .toList();
    }

    private static double gain(Evidence.Row row, Sort likeliest, Sort next) {
        return row.weight()[likeliest.number()] - row.weight()[next.number()];
    }
}
