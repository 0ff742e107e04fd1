package vedette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.canon.Read;
import vedette.core.engine.Engine;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.ForeignAlert;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;

/// Others' alerts in the node's one order: recorded, shown again by a replay to the last bit, and nothing else.
class ForeignAlertsTest {
    private static final Moment NOON = new Moment(2_000_000_000_000_000_000L);
    private static final Canon<Event> EVENTS = Canon.of(Event.class);

    private static ForeignAlert alert(int number) {
        return new ForeignAlert(
                "fi",
                "fmi@fi.example",
                "F" + number,
                "",
                ForeignAlert.Status.ACTUAL,
                ForeignAlert.Type.ALERT,
                new ForeignAlert.Said(
                        "missile", "Missile impact", "Go in", "Uusimaa", "Immediate", "Extreme", "Observed"),
                NOON,
                NOON.plusS(3_600),
                List.of(List.of(LatLon.ofDegrees(60, 24), LatLon.ofDegrees(60, 25), LatLon.ofDegrees(61, 25 + number))),
                List.of(new Area.Circle(LatLon.ofDegrees(60, 24), 5_000)));
    }

    private static List<Event> events(Domain domain) {
        List<Event> all = new ArrayList<>();
        for (int i = 1; i <= 600; i++) {
            Event.Stamp stamp = new Event.Stamp(i, NOON.plusS(i / 10.0), domain);
            all.add(
                    i % 10 != 0
                            ? new Event.Tick(stamp)
                            : new Event.Configured(
                                    stamp,
                                    new Configuration.Foreign(
                                            "fi",
                                            List.of(alert(i)),
                                            i > 20 ? List.of(alert(i - 20).key()) : List.of())));
        }
        return all;
    }

    private static List<Output> foreign(List<Output> said) {
        return said.stream().filter(Output.ForeignChanged.class::isInstance).toList();
    }

    @Test
    void aReplayOfTheRecordShowsThemToTheLastBit() {
        for (Domain domain : Domain.values()) {
            Engine live = Engine.starting(domain);
            Engine again = Engine.starting(domain);
            List<Output> said = new ArrayList<>();
            List<Output> saidAgain = new ArrayList<>();
            for (Event event : events(domain)) {
                said.addAll(live.step(event));
                Read<Event> read = EVENTS.read(EVENTS.bytes(event));
                saidAgain.addAll(again.step(((Read.Value<Event>) read).value()));
            }

            assertEquals(60, foreign(said).size());
            assertEquals(said, saidAgain);
            assertEquals(live.picture().digest(), again.picture().digest());
        }
    }

    @Test
    void theyAreEvidenceOfNothingAndNeverBecomeOurs() {
        Engine with = Engine.starting(Domain.LIVE);
        Engine without = Engine.starting(Domain.LIVE);
        List<Output> said = new ArrayList<>();
        List<Output> plain = new ArrayList<>();
        for (Event event : events(Domain.LIVE)) {
            said.addAll(with.step(event));
            plain.addAll(without.step(event instanceof Event.Configured ? new Event.Tick(event.stamp()) : event));
        }

        assertEquals(
                plain.stream()
                        .filter(each -> !(each instanceof Output.Heartbeat))
                        .toList(),
                said.stream()
                        .filter(each -> !(each instanceof Output.Heartbeat) && !(each instanceof Output.ForeignChanged))
                        .toList());
        assertEquals(0, with.picture().openWarnings());
        assertEquals(0, with.picture().tracks().size());
        assertTrue(said.stream()
                .noneMatch(each -> each instanceof Output.Published
                        || each instanceof Output.Shareable
                        || each instanceof Output.WarningDrafted
                        || each instanceof Output.WarningReleased));
    }

    @Test
    void whatHangsAndWhatIsOverIsToldInTheOrderItCame() {
        Engine engine = Engine.starting(Domain.TEST);
        List<Output> said = new ArrayList<>();
        events(Domain.TEST).forEach(event -> said.addAll(engine.step(event)));

        List<String> hung = foreign(said).stream()
                .map(each -> ((Output.ForeignChanged) each)
                        .foreign()
                        .hung()
                        .getFirst()
                        .identifier())
                .toList();
        assertEquals(IntStream.rangeClosed(1, 60).mapToObj(i -> "F" + 10 * i).toList(), hung);
    }
}
