package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vedette.model.Moment;

/// The file of what a siren sounds for, and until when: a line each, the warning and nanoseconds of atomic time.
record Sounds(Path file) {
    private static final String BEGIN = "relay-";
    private static final String END = ".sounds";

    static Path file(Path folder, String device) {
        return folder.resolve(BEGIN + device + END);
    }

    /// Devices that sound, as far as the files of a folder tell.
    static List<String> sounding(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> devices = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(BEGIN) && name.endsWith(END) && Files.size(file) > 0) {
                    devices.add(name.substring(BEGIN.length(), name.length() - END.length()));
                }
            }
        }
        return devices;
    }

    SortedMap<String, Moment> read() throws IOException {
        SortedMap<String, Moment> all = new TreeMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            int blank = line.indexOf(' ');
            if (blank < 1 || !line.substring(blank + 1).matches("-?[0-9]{1,18}|[0-9]{19}")) {
                throw new IOException(file + " holds '" + line + "': silence the siren by hand and delete the file");
            }
            all.put(line.substring(0, blank), new Moment(Long.parseLong(line.substring(blank + 1))));
        }
        return all;
    }

    void write(SortedMap<String, Moment> all) throws IOException {
        StringBuilder text = new StringBuilder();
        all.forEach(
                (id, until) -> text.append(id).append(' ').append(until.taiNs()).append('\n'));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
