package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.format.text.JsonText;

class SapientTest {
    private static final String STATUS = """
            {"timestamp":"2026-01-01T00:00:00.25Z","nodeId":"a8654cdf-4328-47de-81fa-c495589e30c9","statusReport":{
             "reportId":"01H4R63D7NVN8444Z5M77WEBY2","system":"SYSTEM_OK","info":"INFO_NEW","mode":"default",
             "node_location":{"x":"24.1","y":56.9,"z":12,"coordinateSystem":1,
              "datum":"LOCATION_DATUM_WGS84_E"}}}""";

    /// The same message, put together by hand from the encoding's rules.
    private static final String STATUS_HEX = "0a0b0880f2d6ca061080e59a77"
            + "12246138363534636466" + "2d343332382d343764652d383166612d633439353538396533306339"
            + "324a" + "0a1a303148345236334437" + "4e564e383434345a354d3737574542" + "5932"
            + "1001" + "1801" + "2a0764656661756c74"
            + "3a1f" + "099a99999999193840" + "113333333333734c40" + "190000000000002840" + "3801" + "4001";

    @Test
    void jsonAndFrameSayTheSame() {
        Part fromJson = taken(Sapient.json(STATUS, Optional.empty())).part();

        byte[] bytes = Sapient.binary(fromJson);

        assertEquals(STATUS_HEX, HexFormat.of().formatHex(bytes));
        assertEquals(
                fromJson,
                taken(Sapient.binary(bytes, 0, bytes.length, Optional.empty())).part());
    }

    @Test
    void messagesAreWrittenAsProtocolBuffersWriteJson() {
        Part message = taken(Sapient.json(STATUS, Optional.empty())).part();

        String written = JsonText.write(Sapient.json(message), 0);

        assertTrue(written.contains("\"timestamp\": \"2026-01-01T00:00:00.250Z\""), written);
        assertTrue(written.contains("\"coordinateSystem\": \"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M\""), written);
    }

    @Test
    void aMisspeltNameIsRefusedInJsonButAnUnknownNumberIsPassedOverInAFrame() {
        String misspelt = STATUS.replace("\"mode\"", "\"moed\"");
        byte[] bytes = HexFormat.of().parseHex(STATUS_HEX + "d2060548656c6c6f");

        assertEquals(
                List.of("status_report.mode", "status_report.moed"),
                refused(Sapient.json(misspelt, Optional.empty())).findings().stream()
                        .map(Finding::field)
                        .toList());
        assertEquals(
                1,
                taken(Sapient.binary(bytes, 0, bytes.length, Optional.empty())).passedOver());
    }

    @Test
    void degreesAndRadiansHaveTheirRangesAndUtmItsZone() {
        assertRefused("status_report.node_location.y", STATUS.replace("56.9", "90.1"));
        assertRefused(
                "status_report.node_location.x", STATUS.replace("\"coordinateSystem\":1", "\"coordinateSystem\":2"));
        assertRefused(
                "status_report.node_location.utm_zone",
                STATUS.replace("\"coordinateSystem\":1", "\"coordinateSystem\":5,\"utmZone\":\"61X\""));
        // No band is called I or O.
        assertRefused(
                "status_report.node_location.utm_zone",
                STATUS.replace("\"coordinateSystem\":1", "\"coordinateSystem\":5,\"utmZone\":\"35I\""));
    }

    @Test
    void anOldNodeIsRecognisedByItsRegistrationAndByFieldsThatOnlyItHas() {
        String old = STATUS.replace(
                "\"mode\":\"default\"",
                "\"coverage\":{\"rangeBearing\":{\"range\":300,\"coordinateSystem\":1,\"datum\":1}}");

        assertEquals(Edition.V1, taken(Sapient.json(old, Optional.empty())).edition());
        assertRefused("status_report.mode", STATUS.replace(",\"mode\":\"default\"", ""));
        assertEquals(Optional.of(Edition.V1), Edition.of("BSI_Flex_335_v1.0"));
        assertEquals(
                Edition.V1,
                taken(Sapient.json(Sapient.json(Sample.full(Edition.V1, "registration")), Optional.empty()))
                        .edition());
    }

    @Test
    void aNewRegistrationThatCallsItselfOldIsToldSo() {
        String text = JsonText.write(Sapient.json(Sample.full(Edition.V2, "registration")), 0)
                .replace("v2.0", "v1.0");

        assertRefused("registration.icd_version", text);
    }

    @Test
    void aNodeThatTakesMoreThanRequestsSaysHowManyAtOnce() {
        String text = JsonText.write(Sapient.json(Sample.full(Edition.V2, "registration")), 0)
                .replace("\"concurrentTasks\": 1, ", "");

        assertTrue(Sapient.json(text, Optional.empty()) instanceof Sapient.Taken);
        assertRefused(
                "registration.mode_definition.0.task.concurrent_tasks",
                text.replace("COMMAND_TYPE_REQUEST", "COMMAND_TYPE_LOOK_AT"));
    }

    @Test
    void bytesThatAreNoMessageSayWhereTheyBreak() {
        byte[] bytes = HexFormat.of().parseHex(STATUS_HEX.substring(0, 60));

        Finding finding = refused(Sapient.binary(bytes, 0, bytes.length, Optional.empty()))
                .findings()
                .getFirst();

        assertEquals("node_id", finding.field());
        assertTrue(finding.reason().endsWith("at byte 15"), finding.reason());
    }

    @Test
    void identifiersAreCheckedToTheLetter() {
        assertTrue(Ids.isUuid("A8654CDF-4328-47de-81fa-c495589e30c9"));
        assertFalse(Ids.isUuid("a8654cdf-4328-47de-81fa-c495589e30cg"));
        assertFalse(Ids.isUuid("a8654cdf043284-7de-81fa-c495589e30c9"));
        assertTrue(Ids.isUlid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
        assertFalse(Ids.isUlid("8ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
        assertFalse(Ids.isUlid("01H4R63D7NVN8444Z5M77WEBYU"));
    }

    @Test
    void aUlidCarriesItsTimeAndItsNumber() {
        // 1469918176385 ms is the time of the specification's own example, 01ARYZ6S41.
        assertEquals("01ARYZ6S410000000000000000", Ids.ulid(1_469_918_176_385L, 0, 0));
        assertEquals("01ARYZ6S41ZZZZZZZZZZZZZZZZ", Ids.ulid(1_469_918_176_385L, 0xFFFF, -1));
        assertEquals("01ARYZ6S41000000000000000Z", Ids.ulid(1_469_918_176_385L, 0, 31));
    }

    @Test
    void aRecordingIsFramesOrLinesOrMessagesOverManyLines() {
        byte[] frame = Frames.frame(HexFormat.of().parseHex(STATUS_HEX));
        byte[] twice = new byte[2 * frame.length];
        System.arraycopy(frame, 0, twice, 0, frame.length);
        System.arraycopy(frame, 0, twice, frame.length, frame.length);

        assertEquals(2, count(new MessageFile(twice, Optional.empty())));
        assertEquals(
                2, count(new MessageFile((STATUS + "\n" + STATUS).getBytes(StandardCharsets.UTF_8), Optional.empty())));
        String line = STATUS.replace("\n", "") + "\n";
        assertEquals(
                3,
                count(new MessageFile((line + "{broken\n" + line).getBytes(StandardCharsets.UTF_8), Optional.empty())));
    }

    @Test
    void aLengthThatNoMessageHasEndsARecording() {
        MessageFile file = new MessageFile(HexFormat.of().parseHex("02000000ffffffffffff7f"), Optional.empty());

        file.next();
        MessageFile.Entry second = file.next().orElseThrow();

        assertEquals("frame", refused(second.reading()).findings().getFirst().field());
        assertEquals(Optional.empty(), file.next());
    }

    private static int count(MessageFile file) {
        int count = 0;
        while (file.next().isPresent()) {
            count++;
        }
        return count;
    }

    private static void assertRefused(String field, String json) {
        assertEquals(
                field,
                refused(Sapient.json(json, Optional.empty()))
                        .findings()
                        .getFirst()
                        .field());
    }

    private static Sapient.Taken taken(Sapient.Reading reading) {
        return switch (reading) {
            case Sapient.Taken taken -> taken;
            case Sapient.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }

    private static Sapient.Refused refused(Sapient.Reading reading) {
        return switch (reading) {
            case Sapient.Taken taken -> throw new AssertionError("taken: " + Sapient.json(taken.part()));
            case Sapient.Refused refused -> refused;
        };
    }
}
