package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import vedette.edge.feed.Recording;
import vedette.edge.feed.Resender;
import vedette.edge.feed.UdpSender;
import vedette.format.carrier.Framing;

/// A recording sent again as datagrams, in place of its radar: for rehearsals and for the feeds of another node.
///
/// @param recording a FINAL or pcap recording; others tell no times
/// @param to `udp://HOST:PORT`
/// @param speed how many seconds of it pass in one of ours; 0 is as fast as possible
record Resending(Path recording, String to, double speed) {
    int run(PrintWriter out) throws IOException, InterruptedException {
        URI target = target();
        if (!InetAddress.getByName(target.getHost()).isLoopbackAddress()) {
            // What was recorded must never pass for live data on a network that others listen to.
            throw new Failure("--to " + to + " is another machine", "Recordings are sent to loopback addresses only");
        }
        byte[] bytes = Recording.load(recording);
        Framing framing = Framing.of(bytes);
        if (framing == Framing.RAW || framing == Framing.ORADIS) {
            throw new Failure(
                    recording + " tells no times, so that it cannot be sent at its pace",
                    "Give a FINAL or pcap recording");
        }
        try (UdpSender sender = UdpSender.to(target.getHost(), target.getPort())) {
            long sent = new Resender(bytes, framing, speed).send(sender);
            out.println(sent + " datagrams sent to " + target.getHost() + ":" + target.getPort());
        }
        return 0;
    }

    private URI target() {
        try {
            URI target = URI.create(to);
            if ("udp".equals(target.getScheme()) && target.getHost() != null && target.getPort() > 0) {
                return target;
            }
        } catch (IllegalArgumentException notAUri) {
            throw wrong(notAUri);
        }
        throw wrong(new IllegalArgumentException(to));
    }

    private Failure wrong(Exception cause) {
        return new Failure("--to " + to + " is no address", "Write it as udp://127.0.0.1:8600", cause);
    }
}
