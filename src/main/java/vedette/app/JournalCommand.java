package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.canon.Schema;
import vedette.edge.record.AuditLog;
import vedette.edge.record.JournalCheck;
import vedette.edge.record.JournalReader;
import vedette.edge.record.JournalReader.Raw;
import vedette.edge.record.JournalVisitor;
import vedette.format.journal.EventJson;
import vedette.format.journal.Note;
import vedette.format.journal.SnapshotHeader;
import vedette.format.journal.TableHash;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.LeapSeconds;

/// Looks into a journal.
@Command(
        name = "journal",
        description = "Checks a journal, tells what is inside, exports it.",
        subcommands = {JournalCommand.Verify.class, JournalCommand.Info.class, JournalCommand.Export.class})
final class JournalCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    private static JournalCheck.Report report(Path folder) throws IOException {
        JournalCheck.Report report = JournalCheck.of(existing(folder));
        if (report.segments().isEmpty()
                && report.snapshots().isEmpty()
                && report.problems().isEmpty()) {
            throw new Failure("No journal in " + folder, "Give the data folder of a node");
        }
        return report;
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Failure("No folder " + folder, "Give the data folder of a node");
        }
        return Recovery.journalIn(folder);
    }

    private static String sentence(Note note) {
        return switch (note) {
            case Note.Gap(long from, long to, String why) ->
                "gap: events " + from + " to " + to + " were not recorded: " + why;
            case Note.Skip(long seq, String why) -> "skip: event " + seq + " is not replayed: " + why;
            case Note.SnapshotTaken(long seq, long digest) ->
                "snapshot: after event " + seq + ", digest " + Long.toHexString(digest);
            case Note.OutputDigest(long seq, long digest) ->
                "digest: after event " + seq + " " + Long.toHexString(digest);
            case Note.End(long nextSeq) -> "end: the next event is " + nextSeq;
        };
    }

    /// Checks every byte.
    @Command(name = "verify", description = "Checks every checksum, every number and the chain between segments.")
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "DIR", description = "the data folder of a node")
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path folder;

        @Override
        public Integer call() throws IOException {
            JournalCheck.Report report = report(folder);
            var out = spec.commandLine().getOut();
            report.problems().forEach(out::println);
            report.notes().stream()
                    .filter(note -> note instanceof Note.Gap || note instanceof Note.Skip)
                    .forEach(note -> out.println(sentence(note)));
            out.println(report.segments().size() + " segments, " + report.events() + " events, " + report.bytes()
                    + " bytes, " + report.snapshots().size() + " snapshots: "
                    + (report.problems().isEmpty() ? "whole" : "damaged"));
            int problems = report.problems().size() + audited(folder, out).size();
            if (problems > 0) {
                throw new Failure(
                        problems + " problems in " + folder,
                        "Keep a copy of the folder; a node goes on with it, and tells what it could not read");
            }
            return 0;
        }

        // The record of acts lies beside the journal, in the data folder.
        private static List<String> audited(Path folder, PrintWriter out) throws IOException {
            Path file = Stream.of(folder, folder.resolve(".."))
                    .map(place -> place.resolve(AuditLog.NAME))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(folder);
            if (!Files.isRegularFile(file)) {
                return List.of();
            }
            AuditLog.Report report = AuditLog.check(file);
            report.problems().forEach(problem -> out.println(AuditLog.NAME + ": " + problem));
            out.println(AuditLog.NAME + ": " + report.lines() + " lines, the chain is "
                    + (report.problems().isEmpty() ? "whole" : "broken"));
            return report.problems();
        }
    }

    /// Tells what is inside.
    @Command(name = "info", description = "Tells what is inside, as one JSON object.")
    static final class Info implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "DIR", description = "the data folder of a node")
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path folder;

        @Override
        public Integer call() throws IOException {
            JournalCheck.Report report = report(folder);
            Json json = new Json.Members(List.of(
                    new Json.Member("events", new Json.Whole(report.events())),
                    new Json.Member("bytes", new Json.Whole(report.bytes())),
                    new Json.Member("segments", items(report.segments(), Info::segment)),
                    new Json.Member("snapshots", items(report.snapshots(), Info::snapshot)),
                    new Json.Member("notes", items(report.notes(), note -> new Json.Text(sentence(note)))),
                    new Json.Member("problems", items(report.problems(), Json.Text::new))));
            spec.commandLine().getOut().println(JsonText.write(json, 2));
            return 0;
        }

        private static <T> Json items(List<T> values, Function<T, Json> shown) {
            return new Json.Items(values.stream().map(shown).toList());
        }

        private static Json segment(JournalCheck.Segment segment) {
            return new Json.Members(List.of(
                    new Json.Member("file", new Json.Text(segment.file())),
                    new Json.Member(
                            "domain", new Json.Text(segment.header().domain().name())),
                    new Json.Member("firstSeq", new Json.Whole(segment.header().firstSeq())),
                    new Json.Member("lastSeq", new Json.Whole(segment.lastSeq())),
                    new Json.Member("events", new Json.Whole(segment.events())),
                    new Json.Member("bytes", new Json.Whole(segment.bytes())),
                    new Json.Member("schema", new Json.Text(Long.toHexString(segment.schemaHash()))),
                    new Json.Member("tables", items(segment.header().tables(), Info::table))));
        }

        private static Json snapshot(SnapshotHeader snapshot) {
            return new Json.Members(List.of(
                    new Json.Member("seq", new Json.Whole(snapshot.seq())),
                    new Json.Member("domain", new Json.Text(snapshot.domain().name())),
                    new Json.Member(
                            "schema", new Json.Text(Long.toHexString(JournalCheck.numberOf(snapshot.schemaText()))))));
        }

        private static Json table(TableHash table) {
            return new Json.Text(table.name() + " " + table.sha256());
        }
    }

    /// Writes events as JSON lines.
    @Command(name = "export", description = "Writes the events as JSON lines.")
    static final class Export implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "DIR", description = "the data folder of a node")
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path folder;

        @Option(names = "--out", paramLabel = "FILE", description = "where the lines go; else to standard output")
        private Optional<Path> out = Optional.empty();

        @Option(names = "--from", paramLabel = "SEQ", description = "the first event wanted")
        private long from = 1;

        @Override
        public Integer call() throws IOException {
            try (LineOutput lines = LineOutput.to(out, spec.commandLine())) {
                new JournalReader(existing(folder)).raw(from, new Lines(lines));
            } catch (UncheckedIOException fault) {
                throw fault.getCause();
            }
            return 0;
        }
    }

    /// Events as lines; what is missing or damaged is said on standard error.
    private static final class Lines implements JournalVisitor<Raw> {
        private final TreeMap<String, EventJson> forms = new TreeMap<>();
        private final LineOutput lines;

        Lines(LineOutput lines) {
            this.lines = lines;
        }

        @Override
        public void event(long seq, Raw raw) {
            EventJson form = forms.computeIfAbsent(raw.header().schemaText(), Lines::form);
            byte[] line = (form.line(raw.bytes(), raw.from(), raw.to()) + "\n").getBytes(StandardCharsets.UTF_8);
            try {
                lines.write(line, line.length);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        private static EventJson form(String schemaText) {
            try {
                return new EventJson(Schema.parse(schemaText), LeapSeconds.standard());
            } catch (IllegalArgumentException damaged) {
                throw new Failure(
                        "A segment's schema cannot be read: " + damaged.getMessage(),
                        "Give the number of a later event with --from",
                        damaged);
            }
        }

        @Override
        public void missing(long from, long to, String why) {
            lines.remark("events " + from + " to " + to + " are missing: " + why);
        }

        @Override
        public void skipped(long seq, Raw raw) {
            lines.remark("event " + seq + " ended the process twice and is not shown");
        }

        @Override
        public void damaged(Damage damage) {
            lines.remark(damage.sentence());
        }
    }
}
