package vedette.format.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A table of comma-separated values (RFC 4180): a line of names, then a row a line.
///
/// Quoted fields may hold commas, line ends and doubled quotes; lines end in LF or CR LF; empty lines are passed
/// over.
/// Missing fields at the end of a row are empty; fields beyond the names are dropped. Nothing is thrown: a quote that
/// is
/// never closed ends with the text.
public final class CsvTable {
    private final List<String> names;
    private final List<String[]> rows;
    private final List<Integer> lines;
    private final List<String> faults = new ArrayList<>();

    /// More faults than this are not told; the first ones name the trouble.
    private static final int MOST_FAULTS = 20;

    private CsvTable(List<String> names, List<String[]> rows, List<Integer> lines) {
        this.names = names;
        this.rows = rows;
        this.lines = lines;
    }

    /// Reads a whole table.
    ///
    /// @param text the file's text
    public static CsvTable parse(String text) {
        List<String[]> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        int line = 1;
        List<String> names = List.of();
        while (at < text.length()) {
            List<String> fields = new ArrayList<>(Math.max(8, names.size()));
            int from = at;
            int fromLine = line;
            at = row(text, at, fields);
            line += lineEnds(text, from, at);
            if (fields.size() == 1 && fields.getFirst().isEmpty()) {
                continue;
            }
            if (names.isEmpty()) {
                names = List.copyOf(fields);
            } else {
                rows.add(padded(fields, names.size()));
                lines.add(fromLine);
            }
        }
        return new CsvTable(names, rows, lines);
    }

    private static int lineEnds(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < Math.min(to, text.length()); i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    /// How many rows there are below the names.
    public int size() {
        return rows.size();
    }

    /// The line of the text on which a row begins, counted from 1.
    ///
    /// @param row the row, counted from 0
    public int line(int row) {
        return lines.get(row);
    }

    /// The names of the columns.
    public List<String> names() {
        return names;
    }

    /// Whether there is a column of this name.
    public boolean has(String name) {
        return names.contains(name);
    }

    /// A column as it stands; of a column that does not exist all fields are empty.
    ///
    /// @param name the column's name
    public List<String> texts(String name) {
        int column = names.indexOf(name);
        List<String> texts = new ArrayList<>(rows.size());
        for (String[] row : rows) {
            texts.add(column < 0 ? "" : row[column]);
        }
        return texts;
    }

    /// A column of numbers: NaN where a field is empty, or is no number, which [#fault()] then tells.
    ///
    /// @param name the column's name
    public double[] numbers(String name) {
        int column = names.indexOf(name);
        double[] numbers = new double[rows.size()];
        Arrays.fill(numbers, Double.NaN);
        for (int i = 0; column >= 0 && i < numbers.length; i++) {
            String field = rows.get(i)[column];
            if (!field.isEmpty()) {
                numbers[i] = number(field, i, name);
            }
        }
        return numbers;
    }

    /// The first field that was asked for as a number and is none, in words.
    public Optional<String> fault() {
        return faults.stream().findFirst();
    }

    private double number(String field, int row, String name) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException notANumber) {
            if (faults.size() < MOST_FAULTS) {
                faults.add("row " + (row + 1) + ", column " + name + ": \"" + field + "\" is no number");
            }
            return Double.NaN;
        }
    }

    private static String[] padded(List<String> fields, int width) {
        String[] row = new String[width];
        for (int i = 0; i < width; i++) {
            row[i] = i < fields.size() ? fields.get(i) : "";
        }
        return row;
    }

    // Reads fields up to the end of the line; returns where the next line begins.
    private static int row(String text, int from, List<String> fields) {
        int at = from;
        while (true) {
            at = at < text.length() && text.charAt(at) == '"' ? quoted(text, at, fields) : plain(text, at, fields);
            if (at >= text.length() || text.charAt(at) != ',') {
                return at < text.length() && text.charAt(at) == '\r' ? at + 2 : at + 1;
            }
            at++;
        }
    }

    private static int plain(String text, int from, List<String> fields) {
        int at = from;
        while (at < text.length() && !ends(text, at)) {
            at++;
        }
        fields.add(text.substring(from, at));
        return at;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        return c == ',' || c == '\n' || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }

    private static int quoted(String text, int from, List<String> fields) {
        StringBuilder field = new StringBuilder();
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (c == '"' && !doubled) {
                break;
            }
            field.append(c);
            at += doubled ? 2 : 1;
        }
        at++;
        while (at < text.length() && !ends(text, at)) {
            at++;
        }
        fields.add(field.toString());
        return at;
    }
}
