package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;

/// However finely the turn is cut, each track stands in one slice: the one where the beam meets it.
class AgendaTest {
    private static Agenda with(int tracks) {
        Agenda agenda = Agenda.EMPTY;
        Agenda.Plan plan = new Agenda.Plan();
        plan.begin(agenda);
        for (int id = 0; id < tracks; id++) {
            double azimuth = id * 2.399963 % Exact.TWO_PI;
            plan.add(agenda.slice(azimuth), id, azimuth);
        }
        plan.add(agenda.beyond(), tracks, 1);
        plan.open(new Agenda.Open(new long[] {tracks + 1}, new double[Gate.SIZE]), 0);
        return plan.done(tracks + 2);
    }

    @Test
    void manyTracksMakeItFinerAndNoneIsLost() {
        Agenda agenda = with(5000);

        Set<Long> seen = new TreeSet<>();
        for (int number = 0; number <= agenda.count(); number++) {
            Agenda.Slice slice = agenda.of(number);
            for (int i = 0; i < slice.ids().length; i++) {
                assertTrue(seen.add(slice.ids()[i]), "twice: " + slice.ids()[i]);
                if (number < agenda.count()) {
                    assertEquals(number, agenda.slice(slice.fromRad()[i]));
                }
            }
        }

        assertTrue(agenda.count() > Agenda.EMPTY.count(), agenda.count() + " slices");
        assertEquals(5001, seen.size());
        assertEquals(1, agenda.of(agenda.beyond()).ids().length);
        assertEquals(1, agenda.open().ids().length);
    }

    @Test
    void fewTracksLeaveItCoarse() {
        assertEquals(Agenda.EMPTY.count(), with(10).count());
    }
}
