package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// Cell broadcasts as files in a folder that a broadcast centre's software watches: `KEY.json`, whole or not at all.
public final class CellFiles implements Carrier {
    private final Path folder;
    private final Body body;

    /// Files in a folder.
    ///
    /// @param folder made when it is missing
    /// @param body what is written
    public CellFiles(Path folder, Body body) {
        this.folder = folder;
        this.body = body;
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException {
        Optional<Json> json = body.of(parcel);
        if (json.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(parcel.key() + ".json");
        Path part = folder.resolve(parcel.key() + ".part");
        Files.writeString(part, JsonText.write(json.get(), 2), StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
