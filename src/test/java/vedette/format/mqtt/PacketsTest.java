package vedette.format.mqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// Packets as OASIS MQTT 3.1.1 writes them down.
class PacketsTest {
    private static FromBroker said(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return assertInstanceOf(FromBroker.Whole.class, FromBroker.at(bytes, 0, bytes.length))
                .said();
    }

    private static String refused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return assertInstanceOf(FromBroker.Broken.class, FromBroker.at(bytes, 0, bytes.length))
                .reason();
    }

    @Test
    void whatABrokerAnswersIsUnderstood() {
        assertEquals(new FromBroker.Welcome(0), said("20020000"));
        assertEquals(new FromBroker.Welcome(5), said("20020005"));
        assertEquals(new FromBroker.Arrived(258), said("40020102"));
        assertEquals(new FromBroker.Subscribed(1, 1), said("900400010180"));
        assertEquals(new FromBroker.Pong(), said("d000"));
        assertEquals(new FromBroker.Message("a/b", 0, 7), said("30070003612f627879"));
        assertEquals(new FromBroker.Message("a/b", 10, 9), said("3a090003612f62000a7879"));
    }

    @Test
    void whatNoBrokerMaySendIsRefusedInWords() {
        assertTrue(refused("3403000061").contains("type 3"), refused("3403000061"));
        assertTrue(refused("200100").contains("1 bytes"), refused("200100"));
        assertTrue(refused("30030009616161").contains("type 3"));
        assertTrue(refused("00020000").contains("type 0"));
        assertEquals("a length of more than four bytes", refused("30ffffffff01"));
        assertEquals("a packet of 268435455 bytes, more than 1048576", refused("30ffffff7f"));
    }

    @Test
    void aClientPresentsItselfAsTheStandardHasIt() {
        byte[] hello = ToBroker.connect(new ToBroker.Hello(
                "v", 30, false, Optional.of(new ToBroker.Will("s", "x")), Optional.of(new ToBroker.Login("u", "p"))));

        assertEquals(
                "101900044d51545404ec001e00017600017300017800017500" + "0170",
                HexFormat.of().formatHex(hello));
        assertEquals("8208000100" + "03612f2301", HexFormat.of().formatHex(ToBroker.subscribe(1, List.of("a/#"))));
    }

    @Property
    void aMessageIsReadAsItWasWrittenAndNotBeforeItIsWhole(
            @ForAll @StringLength(max = 40) String topic,
            @ForAll @IntRange(min = 1, max = 0xFFFF) int packet,
            @ForAll @Size(max = 400) byte[] body) {
        byte[] bytes = ToBroker.publish(topic, packet, body, body.length % 2 == 0);

        for (int end = 0; end < bytes.length; end++) {
            assertEquals(new FromBroker.Unfinished(), FromBroker.at(bytes, 0, end));
        }
        FromBroker.Whole whole = assertInstanceOf(FromBroker.Whole.class, FromBroker.at(bytes, 0, bytes.length));
        FromBroker.Message message = assertInstanceOf(FromBroker.Message.class, whole.said());
        assertEquals(packet, message.packet());
        assertEquals(bytes.length, whole.to());
        assertArrayEquals(body, Arrays.copyOfRange(bytes, message.from(), whole.to()));
    }
}
