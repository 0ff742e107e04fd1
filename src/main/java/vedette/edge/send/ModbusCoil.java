package vedette.edge.send;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// A coil of a Modbus/TCP unit (MODBUS Application Protocol 1.1b3, clauses 6.1 and 6.5): written, then read back.
///
/// The protocol protects nothing: the unit belongs on a line of its own, not on a network that others use.
///
/// @param address host and port
/// @param unit its number, 0 to 255
/// @param coil its address, 0 to 65,535
public record ModbusCoil(InetSocketAddress address, int unit, int coil) implements Relay.Reach {
    private static final int READ_COILS = 1;
    private static final int WRITE_COIL = 5;
    private static final int ON = 0xFF00;
    private static final int PATIENCE_MS = 3_000;
    private static final int LONGEST_ANSWER = 254;

    /// Which device, as a part of a file's name.
    public String device() {
        String host = address.getHostString().replaceAll("[^A-Za-z0-9.]", "-");
        return "modbus-" + host + "-" + address.getPort() + "-" + unit + "-" + coil;
    }

    @Override
    public void set(boolean on) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            int value = on ? ON : 0;
            byte[] echo = ask(socket, WRITE_COIL, value);
            boolean same = echo.length == 5 && number(echo, 1) == coil && number(echo, 3) == value;
            if (!same) {
                throw new IOException("the unit echoes another order than was given");
            }
            byte[] state = ask(socket, READ_COILS, 1);
            if (state.length != 3 || state[1] != 1 || ((state[2] & 1) == 1) != on) {
                throw new IOException("the coil was written but is not " + (on ? "on" : "off"));
            }
        }
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private byte[] ask(Socket socket, int function, int value) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(12)
                .putShort((short) function)
                .putShort((short) 0)
                .putShort((short) 6)
                .put((byte) unit)
                .put((byte) function)
                .putShort((short) coil)
                .putShort((short) value);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(frame.array());
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int transaction = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort() - 1;
        int from = in.readUnsignedByte();
        if (transaction != function || protocol != 0 || from != unit || length < 2 || length > LONGEST_ANSWER) {
            throw new IOException("no Modbus answer");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        if ((body[0] & 0xFF) != function) {
            throw new IOException("the unit refuses, exception " + body[1]);
        }
        return body;
    }
}
