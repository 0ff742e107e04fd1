package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.model.Output;

/// Watches a recording of cheap sensors near the ground and writes what a node would have said.
@Command(
        name = "raid",
        description =
                "Watches what cheap sensors near the ground reported (measurements.jsonl) and writes the warnings,"
                        + " the tracks and the sensors' health.")
final class RaidCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RAID_DIR",
            description = "a folder with measurements.jsonl and perhaps sensors.json, heartbeats.csv, zones.geojson")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "takes warnings.jsonl, tracks.csv and sensors.jsonl")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path outFolder;

    @Override
    public Integer call() throws IOException {
        RaidFolder.Contents contents = RaidFolder.read(folder);
        PrintWriter err = spec.commandLine().getErr();
        contents.refusals().forEach(err::println);
        long began = System.nanoTime();
        try (RaidFiles files = new RaidFiles(outFolder, contents.times())) {
            RaidRun.Done done = RaidRun.of(contents, files);
            report(contents, files, done, (System.nanoTime() - began) * 1e-9);
        }
        return 0;
    }

    private void report(RaidFolder.Contents contents, RaidFiles files, RaidRun.Done done, double tookS) {
        PrintWriter err = spec.commandLine().getErr();
        for (Output.Refused each : done.refused()) {
            err.printf("refused %d times: %s; last: %s%n", each.count(), each.what(), each.why());
        }
        err.printf(
                "%d measurements, %d lines refused, %d zones; warnings %s in %d revisions; %s s, digest %s%n",
                contents.arrivals().size(),
                contents.refused(),
                contents.zones().size(),
                files.begun(),
                files.revisions(),
                Numbers.fixed(tookS, 2),
                Numbers.hex(done.digest()));
    }
}
