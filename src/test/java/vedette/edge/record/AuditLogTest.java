package vedette.edge.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Emission;
import vedette.format.lines.TimeForm;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.WarningId;

/// The record of acts cannot be changed without showing it.
class AuditLogTest {
    private static final TimeForm TIMES = new TimeForm.Calendar(LeapSeconds.standard());
    private static final Moment AT = new Moment(2_000_000_000_000_000_000L);

    @TempDir
    private Path folder;

    private final List<String> troubles = new ArrayList<>();

    private AuditLog log() throws IOException {
        return AuditLog.in(folder, TIMES, troubles::add);
    }

    private static Emission act(long seq, String who) {
        Order order = new Order.Withdraw(new WarningId("IMPACT-1"));
        Operator operator = new Operator(who, Operator.Role.RELEASER);
        return new Emission(AT, seq, 0, new Output.Signed(order, operator, AT, Optional.empty()));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(AuditLog.NAME));
    }

    private AuditLog.Report checked(List<String> lines) throws IOException {
        Path file = folder.resolve("changed.jsonl");
        Files.write(file, lines);
        return AuditLog.check(file);
    }

    @Test
    void everyActIsALineThatNamesTheOneBefore() throws IOException {
        AuditLog log = log();
        for (int i = 1; i <= 5; i++) {
            log.send(act(i, "Anna"));
        }

        AuditLog.Report report = AuditLog.check(folder.resolve(AuditLog.NAME));
        assertEquals(5, report.lines());
        assertEquals(List.of(), report.problems());
        assertTrue(lines().getFirst().contains("\"who\": \"Anna\""), lines().getFirst());
    }

    @Test
    void anActThatIsToldAgainAfterAFallIsWrittenOnce() throws IOException {
        log().send(act(7, "Anna"));
        AuditLog again = log();
        again.send(act(7, "Anna"));
        again.send(act(8, "Berta"));

        assertEquals(2, lines().size());
        assertEquals(List.of(), AuditLog.check(folder.resolve(AuditLog.NAME)).problems());
        assertEquals(List.of(), troubles);
    }

    @Test
    void noChangeGoesUnseen() throws IOException {
        AuditLog log = log();
        for (int i = 1; i <= 4; i++) {
            log.send(act(i, "Anna"));
        }
        List<String> whole = lines();

        List<String> changed = new ArrayList<>(whole);
        changed.set(1, changed.get(1).replace("Anna", "Otto"));
        List<String> without = new ArrayList<>(whole);
        without.remove(2);
        List<String> swapped = new ArrayList<>(whole);
        swapped.set(1, whole.get(2));
        swapped.set(2, whole.get(1));

        assertEquals(
                List.of("line 2 was changed after it was written"),
                checked(changed).problems());
        assertTrue(checked(without).problems().getFirst().startsWith("line 3 does not follow"));
        assertEquals(3, checked(swapped).problems().size());
    }

    @Test
    void aLineThatWasCutOffIsToldOfAndTheNextStandsWhole() throws IOException {
        log().send(act(1, "Anna"));
        Files.writeString(folder.resolve(AuditLog.NAME), "{\"n\":2,\"se", StandardOpenOption.APPEND);

        log().send(act(2, "Berta"));

        assertEquals(List.of("audit.jsonl: line 2 is no act: cut off or written by something else"), troubles);
        assertEquals(3, lines().size());
        assertTrue(lines().getLast().contains("Berta"));
    }
}
