package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import vedette.format.lines.PlaceTable;
import vedette.format.lines.Taken;
import vedette.format.lines.WatchSettings;
import vedette.format.zones.PlaceFeatures;
import vedette.format.zones.ZoneFile;
import vedette.model.Configuration;
import vedette.model.Place;

/// What the settings name for the missile watch: its sensors, notices of launches, and the places whose
/// people are to be warned. Anything that cannot be read ends the start: a place that is thought to be
/// warned, and is not, is worse than a node that does not start.
final class MissileFiles {
    private MissileFiles() {}

    /// All of it, as the engine is told.
    ///
    /// @throws Failure naming file, place and reason
    static List<Configuration> of(Settings.MissileSetting missile, List<Place> places) {
        List<Configuration> all = new ArrayList<>();
        missile.watch()
                .ifPresent(file -> all.add(new Configuration.WatchSensors(
                        taken(file, WatchSettings::satellites), taken(file, WatchSettings::radars))));
        missile.notices()
                .ifPresent(file -> all.add(new Configuration.Notices(
                        taken(file, text -> WatchSettings.notices(text, missile.noticesFrom())))));
        missile.catalogue()
                .ifPresent(file ->
                        all.add(CatalogueFile.read(file, missile.noticesFrom()).catalogue()));
        if (!places.isEmpty()) {
            all.add(new Configuration.Places(places));
        }
        return all;
    }

    /// What who starts a node should know of its catalogue: what was refused in it, how many sets there are.
    static List<String> remarks(Settings.MissileSetting missile) {
        return missile.catalogue()
                .map(file -> CatalogueFile.read(file, missile.noticesFrom()).remarks())
                .orElse(List.of());
    }

    /// The places of all files together.
    static List<Place> places(Settings.MissileSetting missile) {
        List<Place> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : missile.places()) {
            for (Place place : in(file)) {
                if (!seen.add(place.id())) {
                    throw new Failure(
                            file + ": place " + place.id() + " stands in another file too",
                            "Give each place its own id");
                }
                all.add(place);
            }
        }
        return all;
    }

    /// The places of one file: CSV by its name, else GeoJSON.
    static List<Place> in(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return taken(file, PlaceTable::read);
        }
        PlaceFeatures.Contents contents = PlaceFeatures.read(text(file));
        if (!contents.refusals().isEmpty()) {
            ZoneFile.Refusal first = contents.refusals().getFirst();
            throw refused(file, "place " + first.identifier() + " at " + first.place(), first.reason());
        }
        return contents.places();
    }

    static <T> List<T> taken(Path file, Function<String, Taken<T>> reader) {
        return taken(file, reader.apply(text(file)));
    }

    /// The items of a file that was read, where nothing in it was refused.
    static <T> List<T> taken(Path file, Taken<T> taken) {
        if (taken.refused() > 0) {
            Taken.Refusal first = taken.refusals().getFirst();
            throw refused(file, first.place(), first.reason());
        }
        return taken.items();
    }

    private static Failure refused(Path file, String where, String reason) {
        return new Failure(file + ": " + where + " is refused: " + reason, "Correct it there");
    }

    private static String text(Path file) {
        try {
            return TextFiles.read(file);
        } catch (IOException fault) {
            throw new Failure("Cannot read " + file, "Correct 'missile' in the settings", fault);
        }
    }
}
