package vedette.format.remoteid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// The forms in which receivers send JSON.
class ReceiverJsonTest {
    private static Json json(String text) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(text)).value();
    }

    private static Transmission read(String text) {
        return ReceiverJson.read(json(text)).orElseThrow();
    }

    private static Broadcast broadcast(Transmission heard) {
        Content.Astm astm = assertInstanceOf(Content.Astm.class, heard.content());
        return assertInstanceOf(Reading.Whole.class, astm.reading()).broadcast();
    }

    @Test
    void octetsComeAsHexadecimalDigits() {
        String hex = "0212" + "4142" + "00".repeat(21);
        Transmission heard = read("{\"hex\": \"" + hex + "\", \"time\": 1700000000.25, \"mac\": \"AA:BB:CC:00:11:22\","
                + " \"counter\": 7}");

        assertEquals(List.of(new BasicId(1, 2, "AB")), broadcast(heard).messages());
        assertEquals(OptionalLong.of(1_700_000_000_250_000_000L), heard.unixNs());
        assertEquals(Optional.of("aa:bb:cc:00:11:22"), heard.transmitter());
        assertEquals(7, heard.counter().orElseThrow());
    }

    // The reference library's memory, as a compiler lays it out.
    private static String memory() {
        ByteBuffer data = ByteBuffer.allocate(920).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, 2).putInt(4, 1).put(8, "SERIAL7".getBytes(StandardCharsets.US_ASCII));
        data.putInt(64, 2).putFloat(68, 90).putFloat(72, 12.25f).putFloat(76, -1.5f);
        data.putDouble(80, 48.5).putDouble(88, -9.25).putFloat(96, -1000).putFloat(100, 150);
        data.putFloat(108, 40).putInt(112, 11).putFloat(132, 1800.5f);
        data.putDouble(816, 48.25).putDouble(824, -9.5).putInt(808, 1).putFloat(852, 120);
        data.put(892, (byte) 1).put(894, (byte) 1).put(912, (byte) 1);
        return Base64.getEncoder().encodeToString(data.array());
    }

    @Test
    void aReceiversMemoryComesAsBase64() {
        Transmission heard = read("{\"protocol\": 1.0, \"data\": {\"sensor ID\": \"r1\", \"timestamp\": 1700000000250,"
                + " \"MAC address\": \"AA:BB:CC:00:11:22\", \"type\": \"BLE legacy\", \"UASdata\": \"" + memory()
                + "\"}}");

        Broadcast told = broadcast(heard);
        Location location = told.first(Location.class).orElseThrow();
        Flight flight = told.first(Flight.class).orElseThrow();
        assertEquals(new BasicId(1, 2, "SERIAL7"), told.messages().getFirst());
        assertEquals(OptionalDouble.of(12.25), location.motion().speedMps());
        assertEquals(-9.25, location.place().orElseThrow().lonDeg(), 1e-9);
        assertEquals(
                OptionalDouble.empty(), DroneMessage.metres(location.levels().pressure()));
        assertEquals(18005, location.tenths());
        assertEquals(1, flight.operator().source());
        assertEquals(48.25, flight.operator().place().orElseThrow().latDeg(), 1e-9);
        assertEquals(OptionalLong.of(1_700_000_000_250_000_000L), heard.unixNs());
    }

    @Test
    void fieldsComeByTheStandardsNames() {
        Broadcast told = broadcast(read("{\"BasicID\": \"SERIAL7\", \"IDType\": 1, \"UAType\": 2, \"Latitude\": 48.5,"
                + " \"Longitude\": 9.25, \"Direction\": null, \"SpeedHorizontal\": 5.0, \"AltitudeGeo\": -32.0,"
                + " \"AltitudeBaro\": null, \"HorizAccuracy\": 9, \"TimeStamp\": [54, 14, 60],"
                + " \"OperatorLatitude\": 48.4, \"OperatorLongitude\": 9.2, \"OperatorLocationType\": 1,"
                + " \"data\": {\"MAC address\": \"AA:BB:CC:00:11:22\"}}"));

        Location location = told.first(Location.class).orElseThrow();
        assertEquals(OptionalDouble.empty(), location.motion().direction());
        assertEquals(
                OptionalDouble.of(-32), DroneMessage.metres(location.levels().geodetic()));
        assertFalse(location.isTimed());
        assertTrue(told.first(Flight.class).orElseThrow().operator().place().isPresent());
    }

    @Test
    void theShortFormIsTakenToo() {
        Broadcast told =
                broadcast(read("{\"t\": 1745000000.0, \"mac\": \"fa:0b:bc:12:34:56\", \"radio\": \"wifi_beacon\","
                        + " \"type\": \"Location/Vector\", \"lat\": 40.7, \"lon\": -74.0, \"alt\": 120.5, \"speed\": 8.25,"
                        + " \"hdg\": 270.0, \"id\": null}"));

        Location location = told.first(Location.class).orElseThrow();
        assertEquals(OptionalDouble.of(270), location.motion().direction());
        assertEquals(OptionalDouble.of(8.25), location.motion().speedMps());
        assertEquals(1, told.messages().size());
    }

    @Test
    void aReceiversOwnStateTellsNothing() {
        assertEquals(
                Optional.empty(),
                ReceiverJson.read(
                        json("{\"protocol\": 1.0, \"data\": {\"sensor ID\": \"r\", \"status\": \"normal\"}}")));
    }

    @Test
    void whatCannotBeIsRefusedNotThrown() {
        assertInstanceOf(Content.Refused.class, read("{\"hex\": \"xyz!\"}").content());
        assertInstanceOf(
                Content.Refused.class,
                read("{\"Latitude\": 1e300, \"Longitude\": 0}").content());
        assertInstanceOf(
                Content.Refused.class,
                read("{\"BasicID\": \"" + "a".repeat(40) + "\"}").content());
    }

    private static List<String> cut(String... pieces) {
        List<String> found = new ArrayList<>();
        JsonObjects objects = new JsonObjects(new JsonObjects.Taker() {
            @Override
            public void object(byte[] bytes, int length, long offset) {
                found.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
            }

            @Override
            public void refused(long offset, String reason) {
                found.add("!" + offset);
            }
        });
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            objects.feed(bytes, 0, bytes.length);
        }
        objects.finish();
        return found;
    }

    @Test
    void objectsAreCutWhateverStandsBetweenThem() {
        assertEquals(List.of("{\"a\":1}", "{\"b\":{\"c\":\"}\"}}"), cut("{\"a\":1}{\"b\":{\"c\":\"}\"}}"));
        assertEquals(List.of("{\"a\":\"\\\"{\"}", "{}"), cut("[\n{\"a\":\"\\\"{\"}", ",\r\n{", "}]"));
    }

    @Test
    void whatIsNoObjectIsToldOnce() {
        assertEquals(List.of("!0", "{}", "!6"), cut("abc\n{}{\"a"));
        assertEquals(List.of("!0", "{}"), cut("{\"a\n{}"));
    }
}
