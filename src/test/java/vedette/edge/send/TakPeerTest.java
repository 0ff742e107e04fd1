package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotSamples;
import vedette.format.cot.CotVoice;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Warning;

/// Beside a TAK server that others wrote (taky, say), where `VEDETTE_TAK_SERVER` names one as host:port without TLS:
/// what we tell it reaches its other clients.
@Timeout(40)
class TakPeerTest {
    private static final String SOMEBODY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <event version="2.0" uid="ANDROID-vedette-test" type="a-f-G-U-C" how="h-e" time="2026-11-22T03:00:00.000Z" \
            start="2026-11-22T03:00:00.000Z" stale="2036-11-22T03:05:00.000Z"><point lat="48" lon="11" hae="0" ce="9" \
            le="9"/><detail><contact callsign="READER" endpoint="*:-1:stcp"/><uid Droid="READER"/>\
            <__group name="Cyan" role="Team Member"/><takv device="d" platform="p" os="1" version="1"/></detail></event>""";

    @Test
    void whatWeTellItReachesItsOtherClients() throws Exception {
        String[] server = Optional.ofNullable(System.getenv("VEDETTE_TAK_SERVER"))
                .orElse("")
                .split(":");
        Assumptions.assumeTrue(server.length == 2, "skipped: no VEDETTE_TAK_SERVER");
        InetSocketAddress address = new InetSocketAddress(server[0], Integer.parseInt(server[1]));
        LinkedBlockingQueue<String> receipts = new LinkedBlockingQueue<>();
        try (Socket reader = new Socket(server[0], address.getPort());
                TakClient<Cleared.Exercise> client = new TakClient<>(
                        address,
                        Optional.empty(),
                        new TakServer.Told("tak", new CotObjects(CotVoice.of("node", Domain.EXERCISE)), List.of()),
                        (warning, issue, who) -> receipts.add(warning + " " + issue + " " + who),
                        System.err::println)) {
            reader.getOutputStream().write(SOMEBODY.getBytes(StandardCharsets.UTF_8));
            Thread.sleep(500);
            client.publish(new Cleared.Exercise(CotSamples.bulletin(Domain.EXERCISE, "W-9", 1, Warning.Stage.ISSUED)));
            String heard = until(reader, "VEDETTE.EXERCISE.node.WW-9.area");
            assertTrue(heard.contains("EXERCISE INTRUSION Drone near the works"), heard);
            assertEquals("W-9 1 tak", receipts.take());
        }
    }

    private static String until(Socket reader, String wanted) throws IOException {
        StringBuilder heard = new StringBuilder();
        byte[] bytes = new byte[4096];
        while (heard.indexOf(wanted) < 0) {
            int count = reader.getInputStream().read(bytes);
            if (count < 0) {
                throw new IOException("closed after: " + heard);
            }
            heard.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
        }
        return heard.toString();
    }
}
