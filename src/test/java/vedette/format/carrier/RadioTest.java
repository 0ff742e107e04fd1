package vedette.format.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets composed by hand from IEEE 802.11, the NAN and Bluetooth specifications and ASTM F3411-22a section
/// 5.4.
class RadioTest {
    private static final String MAC = "020000000001";
    private static final String RADIOTAP = "0000 0900 02000000 00";
    private static final String BAD = "0000 0900 02000000 40";
    private static final String BEACON = "80000000 ffffffffffff" + MAC + MAC + "1000" + "0000000000000000 6400 0104";
    private static final String MESSAGE = "0212" + "41".repeat(20) + "000000";
    private static final String SERVICE = "8869199d9209";

    private static String little(int value) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(value));
    }

    /// `transport mac payload`, marked with ? where the checksum was wrong, or `!reason`.
    private static List<String> heard(int linkType, String... packets) {
        StringBuilder digits = new StringBuilder("d4c3b2a1 02000400 00000000 00000000 ffff0000" + little(linkType));
        for (String packet : packets) {
            int length = packet.replace(" ", "").length() / 2;
            digits.append(little(1000)).append(little(0)).append(little(length)).append(little(length));
            digits.append(packet);
        }
        byte[] recording = HexFormat.of().parseHex(digits.toString().replace(" ", ""));
        Frames frames = new Frames(recording, Framing.of(recording));
        List<String> found = new ArrayList<>();
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            found.add(step == Frames.Step.REJECTED ? "!" + frames.frame().reason() : shown(frames.frame()));
        }
        return found;
    }

    private static String shown(Frame frame) {
        Heard heard = Heard.at(frame.bytes(), frame.offset(), frame.end()).orElseThrow();
        String payload = HexFormat.of().formatHex(frame.bytes(), frame.offset() + Heard.OCTETS, frame.end());
        return (heard.sound() ? "" : "?") + heard.transport().word() + " " + heard.address() + " " + payload;
    }

    private static final String FOUND = " 02:00:00:00:00:01 07" + MESSAGE;

    @Test
    void aBeaconsElementOfAstmIsFoundBehindOthers() {
        String packet = BEACON + "0003414243" + "dd1e" + "fa0bbc0d" + "07" + MESSAGE;

        assertEquals(List.of("wifi-beacon" + FOUND), heard(127, RADIOTAP + packet));
        assertEquals(List.of("wifi-beacon" + FOUND), heard(105, packet));
        assertEquals(List.of("wifi-beacon" + FOUND), heard(192, "0000 0800 69000000" + packet));
    }

    @Test
    void aBeaconWithAWrongChecksumIsMarked() {
        assertEquals(List.of("?wifi-beacon" + FOUND), heard(127, BAD + BEACON + "dd1e" + "fa0bbc0d" + "07" + MESSAGE));
    }

    @Test
    void theFrenchElementAndDjisBeginWithTheirOui() {
        assertEquals(
                List.of("wifi-french 02:00:00:00:00:01 6a5c3501010101", "wifi-dji 02:00:00:00:00:01 2637121002"),
                heard(127, RADIOTAP + BEACON + "dd07" + "6a5c3501010101", RADIOTAP + BEACON + "dd05" + "2637121002"));
    }

    @Test
    void aServiceOfNeighbourAwarenessIsFound() {
        String head = "d0000000 516f9a010000" + MAC + "506f9a010000" + "1000";
        String attribute = "03" + "2400" + SERVICE + "010010" + "1a" + "07" + MESSAGE;

        assertEquals(
                List.of("wifi-nan" + FOUND), heard(127, RADIOTAP + head + "0409 506f9a13" + "0e0100ff" + attribute));
    }

    @Test
    void bluetoothAdvertisingIsFoundInAllItsForms() {
        String data = "1e" + "16faff0d" + "07" + MESSAGE;
        String legacy = "d6be898e" + "0225" + "010000000002" + data + "000000";
        String extended = "d6be898e" + "0729" + "0909" + "010000000002" + "0000" + data + "000000";

        assertEquals(List.of("bluetooth" + FOUND), heard(251, legacy));
        assertEquals(List.of("bluetooth" + FOUND), heard(256, "25000000 00000000 000c" + legacy));
        assertEquals(List.of("?bluetooth" + FOUND), heard(256, "25000000 00000000 0004" + legacy));
        assertEquals(
                List.of("bluetooth" + FOUND),
                heard(272, "03" + "3900" + "03" + "0100" + "02" + "0a01" + "2535000000000000" + extended));
    }

    @Test
    void otherPacketsArePassedOverAndCutOnesAreTold() {
        assertEquals(
                List.of("!the packet was cut within its heads"),
                heard(127, "00000900", RADIOTAP + "d4000000" + MAC, RADIOTAP + BEACON + "00034142"));
    }
}
