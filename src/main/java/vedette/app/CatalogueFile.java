package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vedette.format.lines.CatalogueTable;
import vedette.format.orbit.ElementSet;
import vedette.format.orbit.OrbitFile;
import vedette.model.Configuration;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// A catalogue of objects in space: a CSV of states, or mean elements as TLE or OMM, told apart by what stands in the
/// file.
///
/// @param catalogue as the engine is told
/// @param remarks what the user should know of the file, a line each
record CatalogueFile(Configuration.Catalogue catalogue, List<String> remarks) {
    private static final int TOLD = 5;

    /// Copies the list.
    CatalogueFile {
        remarks = List.copyOf(remarks);
    }

    /// Reads a file. A row of states that cannot be ends the start; of mean elements, which others publish by the
    /// ten thousand, a bad one costs itself alone and is told.
    ///
    /// @param zero what seconds in a CSV of states count from
    static CatalogueFile read(Path file, Moment zero) {
        byte[] bytes = bytes(file);
        return switch (OrbitFile.form(bytes)) {
            case TLE -> elements(file, OrbitFile.tle(bytes));
            case OMM -> elements(file, OrbitFile.omm(bytes));
            case NEITHER ->
                new CatalogueFile(
                        new Configuration.Catalogue(
                                MissileFiles.taken(
                                        file, CatalogueTable.read(new String(bytes, StandardCharsets.UTF_8), zero)),
                                List.of()),
                        List.of());
        };
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > OrbitFile.LONGEST) {
                throw new Failure(file + " is larger than " + OrbitFile.LONGEST + " bytes", "Give a catalogue");
            }
            return InputBytes.read(file);
        } catch (IOException fault) {
            throw new Failure("Cannot read " + file, "Give a CSV of states, TLE or OMM", fault);
        }
    }

    private static CatalogueFile elements(Path file, OrbitFile.Contents contents) {
        List<String> remarks = new ArrayList<>();
        contents.refusals().stream()
                .limit(TOLD)
                .forEach(each -> remarks.add(file + ", line " + each.line() + " is refused: " + each.reason()));
        if (contents.refused() > TOLD) {
            remarks.add(file + ": " + contents.refused() + " lines or messages are refused in all");
        }
        List<MeanElements> latest = latest(contents.sets());
        if (latest.isEmpty()) {
            throw new Failure(
                    remarks.isEmpty() ? file + " holds no element set" : remarks.getFirst(), "Give a catalogue");
        }
        int most = Configuration.Catalogue.MOST_ELEMENTS;
        int used = Math.min(most, latest.size());
        int older = contents.sets().size() - latest.size();
        remarks.add(file + ": " + used + " element sets"
                + (older == 0 ? "" : ", " + older + " older ones of the same objects left out")
                + (used == latest.size() ? "" : ", " + (latest.size() - used) + " beyond " + most + " left out"));
        return new CatalogueFile(new Configuration.Catalogue(List.of(), latest.subList(0, used)), remarks);
    }

    // The latest set of each object, by number.
    private static List<MeanElements> latest(List<ElementSet> sets) {
        TreeMap<Long, MeanElements> latest = new TreeMap<>();
        for (ElementSet set : sets) {
            latest.merge(
                    set.object().number(),
                    set.elements(),
                    (old, next) -> next.epoch().isBefore(old.epoch()) ? old : next);
        }
        return List.copyOf(latest.values());
    }
}
