package vedette.app;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.edge.feed.Recording;
import vedette.edge.feed.Resender;
import vedette.edge.feed.UdpSender;
import vedette.format.carrier.Framing;

/// `vedette resend`: a recording's datagrams once more, for rehearsals on one machine.
@Command(
        name = "resend",
        description = {
            "Sends the datagrams of a recording (FINAL, pcap) again over UDP, to this machine only:",
            "what was recorded must never pass for live data on a network that others listen to."
        })
final class ResendCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    @Parameters(paramLabel = "RECORDING", description = "an ASTERIX recording with times: FINAL or pcap")
    private Path recording = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", description = "a loopback address")
    private String to = "";

    @Option(names = "--speed", defaultValue = "1", paramLabel = "N", description = "times real time (default: 1)")
    private double speed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int colon = to.lastIndexOf(':');
        String port = to.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--to is '" + to + "': write 127.0.0.1:8600.");
        }
        String host = to.substring(0, colon);
        if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new Failure(
                    "--to is '" + host + "', another machine", "Recordings are sent to loopback addresses only");
        }
        if (!(speed > 0 && speed < 1e6)) {
            throw new ParameterException(spec.commandLine(), "--speed is " + speed + ": give a number above 0.");
        }
        byte[] bytes = Recording.load(recording);
        try (UdpSender sender = UdpSender.to(host, Integer.parseInt(port))) {
            long sent = new Resender(bytes, Framing.of(bytes), speed).send(sender);
            spec.commandLine().getOut().println("sent " + sent + " datagrams");
        }
        return 0;
    }
}
