package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResendingTest {
    private final StringWriter told = new StringWriter();

    private static final byte[] ONE_FRAME = {0, 14, 0, 0, 0, 0, 0, 1, 'h', 'i', -91, -91, -91, -91};

    @Test
    void aRecordingsDatagramsAreSent(@TempDir Path folder) throws IOException, InterruptedException {
        Path recording = Files.write(folder.resolve("one.ff"), ONE_FRAME);
        try (DatagramSocket radar = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            radar.setSoTimeout(5_000);

            new Resending(recording, "udp://127.0.0.1:" + radar.getLocalPort(), 1).run(new PrintWriter(told, true));

            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            radar.receive(packet);
            assertEquals(2, packet.getLength());
            assertEquals(
                    "1 datagrams sent to 127.0.0.1:" + radar.getLocalPort(),
                    told.toString().strip());
        }
    }

    @Test
    void whatIsNoAddressIsRefused(@TempDir Path folder) {
        for (String to : new String[] {"udp://nowhere", "tcp://127.0.0.1:1", "8600", "not an address"}) {
            Resending resending = new Resending(folder, to, 1);

            Failure failure = assertThrows(Failure.class, () -> resending.run(new PrintWriter(told)));

            assertEquals("--to " + to + " is no address. Write it as udp://127.0.0.1:8600.", failure.getMessage());
        }
    }

    @Test
    void aRecordingWithoutTimesIsRefused(@TempDir Path folder) throws IOException {
        Path raw = Files.write(folder.resolve("raw.ast"), new byte[] {48, 0, 4, 0});
        Resending resending = new Resending(raw, "udp://127.0.0.1:8600", 1);

        Failure failure = assertThrows(Failure.class, () -> resending.run(new PrintWriter(told)));

        assertEquals(
                raw + " tells no times, so that it cannot be sent at its pace. Give a FINAL or pcap recording.",
                failure.getMessage());
    }
}
