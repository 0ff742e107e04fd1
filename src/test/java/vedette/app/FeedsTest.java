package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;

/// Feeds as the settings name them, over real sockets.
class FeedsTest {
    private static final byte[] PLOT =
            HexFormat.of().parseHex("300011" + "f0" + "1964" + "5fe000" + "20" + "0a004000" + "0000" + "00");

    private final BlockingQueue<Measurement> plots = new LinkedBlockingQueue<>();

    private final class Heard implements Intake {
        @Override
        public Moment now() {
            return new Moment(1_772_366_437_000_000_000L);
        }

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            return !(measurement instanceof RadarPlot) || plots.add(measurement);
        }

        @Override
        public void put(Measurement measurement, Moment arrivedAt) {
            offer(measurement, arrivedAt);
        }
    }

    @Test
    void asterixBlocksComeOverAStreamHoweverItIsCut() throws Exception {
        try (ServerSocket radar = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Feed feed = feed("asterix-tcp", radar.getLocalPort())) {
            feed.start(new Heard());
            try (Socket line = radar.accept()) {
                OutputStream out = line.getOutputStream();
                out.write(PLOT, 0, PLOT.length - 5);
                out.flush();
                out.write(PLOT, PLOT.length - 5, 5);
                out.write(PLOT);
                out.flush();

                for (int i = 0; i < 2; i++) {
                    Measurement plot = plots.poll(20, TimeUnit.SECONDS);
                    assertTrue(plot instanceof RadarPlot, "plot " + i);
                    assertEquals("25/100", plot.provenance().sensor().name());
                }
            }
        }
    }

    @Test
    void sensorsLinesComeOverAStream() throws Exception {
        byte[] plot = """
                {"sensor":"mast","kind":"plot","time":"2026-11-23T06:00:00Z","rangeM":900,"azimuthDeg":40,\
                "sigma":{"rangeM":4,"azimuthDeg":0.4}}
                """.getBytes(StandardCharsets.UTF_8);
        try (ServerSocket mast = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Feed feed = feed("lines-tcp", mast.getLocalPort())) {
            feed.start(new Heard());
            try (Socket line = mast.accept()) {
                line.getOutputStream().write(plot);
                line.getOutputStream().flush();

                Measurement measurement = plots.poll(20, TimeUnit.SECONDS);
                assertTrue(measurement instanceof RadarPlot, "no plot");
                assertEquals("mast", measurement.provenance().sensor().name());
            }
        }
    }

    private static Feed feed(String type, int port) {
        Settings settings = SettingsReader.parse(
                "vedette.yaml",
                Path.of("."),
                "domain: test\nfeeds:\n  - {name: radar, type: " + type + ", address: \"127.0.0.1:" + port + "\"}");
        return Feeds.of(settings.feeds().getFirst(), new Wire.Known(Domain.TEST, List.of()), new Moment(0));
    }
}
