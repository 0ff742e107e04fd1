package vedette.format.flightlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vedette.format.flightlog.FlightLog.Fix;
import vedette.model.Altitude;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

class FlightLogTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final FlightLog.Times TIMES =
            new FlightLog.Times(LEAPS.moment(Logs.BEGIN_S * 1_000_000_000L), LEAPS);

    private enum Form {
        GPX(Logs::gpx),
        CSV(Logs::csv),
        ULOG(Logs::ulog),
        DATAFLASH(Logs::dataflash),
        TELEMETRY(Logs::telemetry);

        private final IntFunction<byte[]> log;

        Form(IntFunction<byte[]> log) {
            this.log = log;
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormGivesTheSameFixes(Form form) {
        FlightLog log = FlightLog.read(form.log.apply(20), TIMES);

        assertEquals(List.of(), log.refusals());
        List<Fix> fixes = log.flights().getFirst().fixes();
        assertEquals(20, fixes.size());
        for (int i = 0; i < 20; i++) {
            Moment at = LEAPS.moment((Logs.BEGIN_S + i) * 1_000_000_000L);
            assertEquals(0, fixes.get(i).at().secondsSince(at), 1e-6, "fix " + i);
            assertEquals(Logs.LAT + i * 1e-4, fixes.get(i).place().latDeg(), 1e-7);
            assertEquals(Logs.LON, fixes.get(i).place().lonDeg(), 1e-7);
        }
    }

    @Test
    void ulogTellsHeightOverTheEllipsoidWhereItHasIt() {
        Fix fix =
                FlightLog.read(Logs.ulog(1), TIMES).flights().getFirst().fixes().getFirst();

        assertEquals(new Altitude.Ellipsoidal(120.5, 5), fix.altitude());
    }

    @Test
    void secondsOfAScenarioCountFromItsZero() {
        byte[] csv = "time,latitude,longitude\n7.5,56,24\n".getBytes(StandardCharsets.UTF_8);

        Fix fix = FlightLog.read(csv, TIMES).flights().getFirst().fixes().getFirst();

        assertEquals(7.5, fix.at().secondsSince(TIMES.zero()), 1e-9);
    }

    @Test
    void aWrongChecksumCostsItsPacketOnly() {
        byte[] log = Logs.telemetry(3);
        log[8 + 10] ^= 1;

        FlightLog read = FlightLog.read(log, TIMES);

        assertEquals(2, read.flights().getFirst().fixes().size());
        assertTrue(read.refusals().getFirst().contains("checksum"), read.toString());
    }

    @Test
    void aTimeOutOfTheCenturyIsRefused() {
        byte[] ulog = Logs.ulog(1);
        // The highest byte of time_utc_usec, 30 bytes before the end.
        ulog[ulog.length - 22] = 0x7f;
        byte[] flash = Logs.dataflash(1);
        // The week, 14 bytes before the end.
        flash[flash.length - 13] = 0x7f;

        assertTrue(FlightLog.read(ulog, TIMES).flights().isEmpty());
        assertTrue(FlightLog.read(flash, TIMES).flights().isEmpty());
        assertEquals(1, FlightLog.read(flash, TIMES).refused());
    }

    @Test
    void aRowThatIsNoneIsNamedAndTheOthersAreRead() {
        byte[] csv = "time,lat,lon\n2026-11-23T06:00:00Z,56,24\nnoon,56,24\n2026-11-23T06:00:01Z,95,24\n"
                .getBytes(StandardCharsets.UTF_8);

        FlightLog log = FlightLog.read(csv, TIMES);

        assertEquals(1, log.flights().getFirst().fixes().size());
        assertEquals(2, log.refused());
        assertTrue(log.refusals().getFirst().startsWith("line 3"), log.toString());
    }

    @Property(tries = 300)
    void aLogCutAnywhereIsReadAsFarAsItGoes(@ForAll Form form, @ForAll @IntRange(min = 0, max = 400) int cut) {
        byte[] whole = form.log.apply(5);

        FlightLog log = FlightLog.read(Arrays.copyOf(whole, Math.min(cut, whole.length)), TIMES);

        assertTrue(log.refused() > 0 || !log.flights().isEmpty());
    }

    @Property(tries = 500)
    void noBytesMakeItFail(@ForAll Form form, @ForAll byte[] noise, @ForAll @IntRange(min = 0, max = 300) int at) {
        byte[] log = form.log.apply(4);
        System.arraycopy(noise, 0, log, Math.min(at, log.length), Math.min(noise.length, Math.max(0, log.length - at)));

        FlightLog.read(log, TIMES);
        FlightLog.read(noise, TIMES);
    }
}
