package vedette.edge.feed;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import vedette.format.sapient.Edition;
import vedette.format.sapient.Frames;
import vedette.format.sapient.Sapient;

/// A SAPIENT node at the other end of a connection.
final class TestNode implements AutoCloseable {
    static final String ID = "a8654cdf-4328-47de-81fa-c495589e30c9";
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    TestNode(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MS);
    }

    static TestNode at(int port) throws IOException {
        return new TestNode(new Socket("127.0.0.1", port));
    }

    /// A registration with a status interval.
    static String registration(String type, double statusS) {
        return """
                {"timestamp":"2026-01-01T00:00:00Z","nodeId":"%s","registration":{"nodeDefinition":[{"nodeType":"NODE_TYPE_%s"}],
                "icdVersion":"BSI Flex 335 v2.0","name":"Hill","capabilities":[{"category":"sensor","type":"detect"}],
                "statusDefinition":{"statusInterval":{"units":"TIME_UNITS_SECONDS","value":%s}},
                "modeDefinition":[{"modeName":"default","modeType":"MODE_TYPE_PERMANENT",
                "settleTime":{"units":"TIME_UNITS_SECONDS","value":1},"task":{"regionDefinition":{"regionType":[1],
                "regionArea":[{"locationUnits":1,"locationDatum":1}]},"command":[{"units":"Status",
                "completionTime":{"units":4,"value":5},"type":1}]}}],
                "configData":[{"manufacturer":"Maker","model":"Model"}]}}""".formatted(ID, type, statusS);
    }

    static String status(String system) {
        return """
                {"timestamp":"2026-01-01T00:00:01Z","nodeId":"%s","statusReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY2",
                "system":"SYSTEM_%s","info":1,"mode":"default","nodeLocation":{"x":24.1,"y":56.9,"z":20,
                "coordinateSystem":1,"datum":1}}}""".formatted(ID, system);
    }

    static String detection(double lon) {
        return """
                {"timestamp":"2026-01-01T00:00:02Z","nodeId":"%s","detectionReport":{"reportId":"01H4R63D7NVN8444Z5M77WEBY3",
                "objectId":"01H4R63D7NVN8444Z5M77WEBY4","location":{"x":%s,"y":56.91,"z":120,"xError":5,"yError":5,
                "zError":10,"coordinateSystem":1,"datum":1}}}""".formatted(ID, lon);
    }

    /// Says messages, kept or broken as they are.
    TestNode says(String... messages) throws IOException {
        for (String message : messages) {
            socket.getOutputStream().write(frame(message));
        }
        return this;
    }

    static byte[] frame(String message) {
        return switch (Sapient.json(message, Optional.empty())) {
            case Sapient.Taken taken -> Frames.frame(Sapient.binary(taken.part()));
            case Sapient.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }

    void bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// The next message that the fusion node says.
    Sapient.Taken hears() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[Integer.reverseBytes(in.readInt())];
        in.readFully(bytes);
        return switch (Sapient.binary(bytes, 0, bytes.length, Optional.<Edition>empty())) {
            case Sapient.Taken taken -> taken;
            case Sapient.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }

    /// Whether the fusion node has ended the connection.
    boolean isCutOff() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
