package vedette.edge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.lines.AuditLines;
import vedette.format.lines.TimeForm;
import vedette.format.text.Json;
import vedette.model.Output;

/// The record of acts: who did what when, and what they saw; and every bulletin that went out. Chained by SHA-256.
///
/// Acts are rare, so a line is written at once, on the writer's thread. After a fall the journal's events are stepped
/// again, and what is not in the file yet is added: an act is in the record when it is in the journal.
public final class AuditLog implements Sender {
    /// The file's name in the data folder.
    public static final String NAME = "audit.jsonl";

    private static final String NONE = "0".repeat(64);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_REMEMBERED = 20_000;

    private final Path file;
    private final TimeForm times;
    private final Consumer<String> troubles;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Integer> issues = new LinkedHashMap<>();
    private AuditLines.Place last = new AuditLines.Place(0, -1, -1);
    private String hash = NONE;
    private long lost;
    private boolean failing;

    private AuditLog(Path file, TimeForm times, Consumer<String> troubles) {
        this.file = file;
        this.times = times;
        this.troubles = troubles;
    }

    /// Opens the record of a data folder behind its last line. A chain that is broken is told of, and goes on: a new
    /// act outranks an old fault.
    ///
    /// @param folder the data folder; made when it is missing
    /// @param times how moments stand in it
    /// @param troubles told in one line of what is wrong
    /// @throws IOException when it cannot be read
    public static AuditLog in(Path folder, TimeForm times, Consumer<String> troubles) throws IOException {
        Files.createDirectories(folder);
        AuditLog log = new AuditLog(folder.resolve(NAME), times, troubles);
        if (Files.exists(log.file)) {
            Report report = check(log.file);
            report.problems().forEach(problem -> troubles.accept(NAME + ": " + problem));
            log.last = report.last();
            log.hash = report.hash();
            log.mendEnd();
        }
        return log;
    }

    /// The same for an engine that begins anew, without a journal: its events are numbered from 1 again.
    public AuditLog afresh() {
        last = new AuditLines.Place(last.n(), -1, -1);
        return this;
    }

    // A line that was cut off by a fall ends here; the next one begins on its own.
    private void mendEnd() throws IOException {
        byte[] all = Files.readAllBytes(file);
        if (all.length > 0 && all[all.length - 1] != '\n') {
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
        }
    }

    @Override
    public void send(Emission emission) {
        boolean seen =
                emission.seq() < last.seq() || (emission.seq() == last.seq() && emission.index() <= last.index());
        if (seen || isRepeated(emission.output())) {
            return;
        }
        Optional<Json.Members> act = AuditLines.act(emission.output(), times);
        act.ifPresent(members -> add(emission, members));
    }

    private boolean isRepeated(Output output) {
        if (!(output instanceof Output.Published(var cleared, var _))) {
            return false;
        }
        int issue = cleared.bulletin().issue();
        String id = cleared.bulletin().warning().id().name();
        boolean known = issues.getOrDefault(id, 0) >= issue;
        issues.remove(id);
        issues.put(id, issue);
        if (issues.size() > MOST_REMEMBERED) {
            issues.remove(issues.keySet().iterator().next());
        }
        return known;
    }

    private void add(Emission emission, Json.Members act) {
        AuditLines.Place place = new AuditLines.Place(last.n() + 1, emission.seq(), emission.index());
        String unsealed = AuditLines.unsealed(place, act, hash);
        hash = sha256(unsealed);
        last = place;
        if (waiting.size() >= MOST_WAITING) {
            lost++;
            return;
        }
        waiting.add(AuditLines.sealed(unsealed, hash));
        write();
    }

    private void write() {
        try {
            StringBuilder lines = new StringBuilder();
            waiting.forEach(line -> lines.append(line).append('\n'));
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            waiting.clear();
            if (failing) {
                failing = false;
                troubles.accept(NAME + " is written again; " + lost + " lines were lost");
            }
        } catch (IOException fault) {
            if (!failing) {
                failing = true;
                troubles.accept("Cannot write " + file + " (" + fault.getMessage()
                        + "). It waits and tries again with the next act; make room or correct the path.");
            }
        }
    }

    @Override
    public void close() {
        if (!waiting.isEmpty()) {
            write();
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What a check of a record found.
    ///
    /// @param lines how many lines it has
    /// @param problems a sentence each, with the line; empty when the chain is whole
    /// @param last where its last line stands
    /// @param hash the last line's
    public record Report(long lines, List<String> problems, AuditLines.Place last, String hash) {
        /// Copies the list.
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /// Checks every line of a record and the chain between them.
    ///
    /// @throws IOException when it cannot be read
    public static Report check(Path file) throws IOException {
        Chain chain = new Chain();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(chain::take);
        }
        return new Report(chain.lines, chain.problems, chain.last, chain.hash);
    }

    private static final class Chain {
        private static final int MOST_PROBLEMS = 100;
        private final List<String> problems = new ArrayList<>();
        private AuditLines.Place last = new AuditLines.Place(0, -1, -1);
        private String hash = NONE;
        private long lines;

        void take(String line) {
            lines++;
            Optional<AuditLines.Sealed> sealed = AuditLines.open(line);
            if (sealed.isEmpty()) {
                problem("is no act: cut off or written by something else");
                return;
            }
            AuditLines.Sealed act = sealed.get();
            if (!act.before().equals(hash) || act.place().n() != last.n() + 1) {
                problem("does not follow the one before: a line is missing, was added or was changed");
            }
            if (!sha256(act.unsealed()).equals(act.hash())) {
                problem("was changed after it was written");
            }
            hash = act.hash();
            last = act.place();
        }

        private void problem(String what) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add("line " + lines + " " + what);
            }
        }
    }
}
