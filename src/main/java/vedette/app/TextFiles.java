package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vedette.format.lines.CsvTable;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// Files of text on the command line, with their faults in words.
final class TextFiles {
    private TextFiles() {}

    /// The text of a file; `-` is standard input.
    static String read(Path file) throws IOException {
        return file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
    }

    /// The text of a file; bytes that are no UTF-8 become U+FFFD, for files from strangers; `-` is standard input.
    static String lenient(Path file) throws IOException {
        byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A JSON file's value.
    static Json json(Path file) throws IOException {
        return switch (JsonText.read(read(file))) {
            case JsonText.Read(Json value) -> value;
            case JsonText.NotJson(String reason, int line) ->
                throw new Failure(file + ", line " + line + ": " + reason, "Give a file of JSON");
        };
    }

    /// A CSV file's table.
    static CsvTable csv(Path file, String... columns) throws IOException {
        CsvTable table = CsvTable.parse(read(file));
        for (String column : columns) {
            if (!table.has(column)) {
                throw new Failure(
                        file + " has no column " + column,
                        "Its first line must name the columns " + String.join(",", columns));
            }
        }
        return table;
    }

    /// Fails when a field that was read as a number is none.
    static void checkNumbers(Path file, CsvTable table) {
        table.fault().ifPresent(fault -> {
            throw new Failure(file + ", " + fault, "Correct the field or leave it empty");
        });
    }
}
