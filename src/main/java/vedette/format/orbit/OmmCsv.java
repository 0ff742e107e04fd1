package vedette.format.orbit;

import java.util.ArrayList;
import java.util.List;

/// Messages as rows of CSV under the standard's keywords, as CelesTrak and Space-Track give them. Fields may stand in
/// quotes (RFC 4180), within their line.
final class OmmCsv {
    private static final int MOST_COLUMNS = 200;

    private OmmCsv() {}

    static void read(String text, Found found) {
        List<String> names = List.of();
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int until = end < 0 ? text.length() : end;
            line++;
            String row = text.substring(at, until).strip();
            at = until + 1;
            if (row.isEmpty()) {
                continue;
            }
            if (names.isEmpty()) {
                names = fields(row);
                if (!names.contains("MEAN_MOTION")) {
                    found.refuse(line, "neither XML, JSON, KVN nor a CSV with a column MEAN_MOTION");
                    return;
                }
            } else {
                take(names, row, line, found);
            }
        }
    }

    private static void take(List<String> names, String row, int line, Found found) {
        found.take(line, () -> {
            List<String> values = fields(row);
            if (values.size() != names.size()) {
                throw new Unreadable(line, values.size() + " fields under " + names.size() + " names");
            }
            OmmFields fields = new OmmFields(line);
            for (int i = 0; i < values.size(); i++) {
                fields.put(names.get(i), values.get(i), line);
            }
            return fields.set();
        });
    }

    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted && fields.size() < MOST_COLUMNS) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
