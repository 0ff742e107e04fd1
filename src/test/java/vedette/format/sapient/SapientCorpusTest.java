package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// The published test messages of BSI Flex 335 v2.0, in both forms.
class SapientCorpusTest {
    private static final String FOLDER = "data/lowaltitude/sapient/conformance/";

    @Test
    void everyValidMessageIsTakenAndEveryInvalidOneRefused() throws IOException {
        Path manifest = Shared.file(FOLDER + "manifest.json");
        List<String> wrong = new ArrayList<>();

        for (Json entry : read(manifest).items()) {
            String name = entry.text("file").orElseThrow();
            boolean valid = entry.at("valid").orElseThrow().equals(new Json.Truth(true));
            String text = Files.readString(Shared.file(FOLDER + name));
            if (isTaken(Sapient.json(text, Optional.empty())) != valid) {
                wrong.add("JSON " + name);
            }
            entry.text("binaryHex").filter(hex -> !hex.isEmpty()).ifPresent(hex -> {
                byte[] bytes = HexFormat.of().parseHex(hex);
                if (isTaken(Sapient.binary(bytes, 0, bytes.length, Optional.empty())) != valid) {
                    wrong.add("binary " + name);
                }
            });
        }

        assertEquals(List.of(), wrong);
    }

    @Test
    void validMessagesAreTheSameInBothForms() throws IOException {
        Path manifest = Shared.file(FOLDER + "manifest.json");

        for (Json entry : read(manifest).items()) {
            if (entry.at("valid").orElseThrow().equals(new Json.Truth(true))) {
                byte[] bytes = HexFormat.of().parseHex(entry.text("binaryHex").orElseThrow());
                String text =
                        Files.readString(Shared.file(FOLDER + entry.text("file").orElseThrow()));

                Part fromJson = ((Sapient.Taken) Sapient.json(text, Optional.empty())).part();
                Part fromBytes = ((Sapient.Taken) Sapient.binary(bytes, 0, bytes.length, Optional.empty())).part();

                assertEquals(JsonText.write(Sapient.json(fromBytes), 0), JsonText.write(Sapient.json(fromJson), 0));
            }
        }
    }

    @Test
    void theRecordedScenesAreTakenWhole() throws IOException {
        Path flights = Shared.file("data/lowaltitude/flights");

        for (String scene : List.of("single_real_drone", "swarm_with_birds", "birds_only", "radar_dies")) {
            byte[] bytes = Files.readAllBytes(flights.resolve(scene).resolve("sapient.bin"));
            MessageFile file = new MessageFile(bytes, Optional.empty());
            for (Optional<MessageFile.Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
                assertEquals(true, isTaken(entry.get().reading()), scene + " " + entry.get());
            }
        }
    }

    private static Json read(Path file) throws IOException {
        return ((JsonText.Read) JsonText.read(Files.readString(file))).value();
    }

    private static boolean isTaken(Sapient.Reading reading) {
        return reading instanceof Sapient.Taken;
    }
}
