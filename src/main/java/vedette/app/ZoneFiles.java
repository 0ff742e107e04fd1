package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vedette.format.zones.FlightFile;
import vedette.format.zones.ZoneFile;
import vedette.model.AuthorisedFlight;
import vedette.model.Zone;

/// The protected zones of the settings.
final class ZoneFiles {
    private ZoneFiles() {}

    /// All of them. A zone that cannot be read ends the start: a place that is thought to be watched, and is not, is
    /// worse
    /// than a node that does not start.
    ///
    /// @throws Failure naming file, place and reason
    static List<Zone> of(Settings settings) {
        List<Zone> zones = new ArrayList<>();
        for (Path file : settings.zones()) {
            zones.addAll(in(file));
        }
        return zones;
    }

    /// The authorised flights of all files together.
    ///
    /// @throws Failure naming file, place and reason
    static List<AuthorisedFlight> authorised(Settings settings) {
        List<AuthorisedFlight> flights = new ArrayList<>();
        for (Path file : settings.authorised()) {
            FlightFile.Contents contents;
            try {
                contents = FlightFile.read(TextFiles.lenient(file), ZonesCommand.now());
            } catch (IOException fault) {
                throw new Failure("Cannot read the flights " + file, "Correct 'authorised' in the settings", fault);
            }
            if (!contents.refusals().isEmpty()) {
                ZoneFile.Refusal first = contents.refusals().getFirst();
                throw new Failure(
                        file + ": flight " + first.identifier() + " at " + first.where() + " is refused: "
                                + first.reason(),
                        "Correct it there");
            }
            flights.addAll(contents.flights());
        }
        return flights;
    }

    /// The zones of one file.
    static List<Zone> in(Path file) {
        try {
            return all(file.toString(), ZoneFile.read(TextFiles.lenient(file), ZonesCommand.now()));
        } catch (IOException fault) {
            throw new Failure("Cannot read the zones " + file, "Correct 'zones' in the settings", fault);
        }
    }

    /// The zones of a file's contents.
    ///
    /// @param name the file's, for the message
    static List<Zone> all(String name, ZoneFile.Contents contents) {
        if (!contents.refusals().isEmpty()) {
            ZoneFile.Refusal first = contents.refusals().getFirst();
            throw new Failure(
                    name + ": zone " + first.identifier() + " at " + first.where() + " is refused: " + first.reason(),
                    "Correct it; './vedette zones check' names all that is wrong");
        }
        return contents.zones();
    }
}
