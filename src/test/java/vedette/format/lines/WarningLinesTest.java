package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

class WarningLinesTest {
    private static final Moment ZERO = new Moment(1_800_000_000_000_000_000L);
    private static final TimeForm SCENARIO = new TimeForm.Scenario(ZERO);

    private static Warning warning(int revision, Moment at, Warning.Stage stage, String why) {
        return new Warning(
                new WarningId("INTRUSION-NORTH-12-1"),
                revision,
                at,
                Domain.SIMULATION,
                stage,
                Warning.Kind.INTRUSION,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.PROBABLE),
                List.of(new TrackId(12)),
                List.of(new ZoneId("NORTH")),
                List.of(LatLon.ofDegrees(49.5, 32.25), LatLon.ofDegrees(49.5, 32.5), LatLon.ofDegrees(49.75, 32.5)),
                new Warning.Validity(at.plusS(60), at.plusS(72.5), at.plusS(360)),
                List.of(new SensorId("acoustic-1"), new SensorId("acoustic-2")),
                new Warning.Words("", why, ""),
                Releasability.OPEN);
    }

    @Test
    void aRevisionIsOneLineInTheFieldsOfTheCommandTable() {
        String line = WarningLines.write(warning(2, ZERO.plusS(100.5), Warning.Stage.UPDATED, "It flies."), SCENARIO);

        assertEquals(
                "{\"id\": \"INTRUSION-NORTH-12-1\", \"revision\": 2, \"t\": 100.5, \"domain\": \"SIMULATION\", "
                        + "\"stage\": \"UPDATED\", \"kind\": \"INTRUSION\", \"severity\": \"Extreme\", "
                        + "\"urgency\": \"Immediate\", \"certainty\": \"Likely\", \"confidence\": \"probable\", "
                        + "\"tracks\": [12], \"areas\": [\"NORTH\"], "
                        + "\"polygon\": [[49.5, 32.25], [49.5, 32.5], [49.75, 32.5]], "
                        + "\"onset\": 160.5, \"latest\": 173.0, \"expires\": 460.5, "
                        + "\"sources\": [\"acoustic-1\", \"acoustic-2\"], \"why\": \"It flies.\"}",
                line);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(
            @ForAll @IntRange(min = 1) int revision,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long micros,
            @ForAll Warning.Stage stage,
            @ForAll String why) {
        Warning warning = warning(revision, ZERO.plusNs(micros * 1000), stage, why);
        TimeForm calendar = new TimeForm.Calendar(LeapSeconds.standard());

        for (TimeForm times : List.of(SCENARIO, calendar)) {
            Warning back = assertInstanceOf(
                            WarningLines.Revision.class, WarningLines.read(WarningLines.write(warning, times), times))
                    .warning();
            assertEquals(warning.at(), back.at());
            assertEquals(warning.stage(), back.stage());
            assertEquals(warning.gravity(), back.gravity());
            assertEquals(warning.validity(), back.validity());
            assertEquals(warning.sources(), back.sources());
            assertEquals(warning.words().why(), back.words().why());
        }
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String line) {
        assertInstanceOf(WarningLines.NoRevision.class, WarningLines.read(line, SCENARIO));
    }

    @Test
    void aBadFieldIsNamed() {
        String line = WarningLines.write(warning(1, ZERO, Warning.Stage.ISSUED, "x"), SCENARIO);

        assertEquals(
                "stage",
                assertInstanceOf(
                                WarningLines.NoRevision.class,
                                WarningLines.read(line.replace("ISSUED", "SHOUTED"), SCENARIO))
                        .field());
    }
}
