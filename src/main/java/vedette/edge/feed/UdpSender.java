package vedette.edge.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Sends datagrams to one address: what a radar does, for demonstrations and replays.
public final class UdpSender implements Player.Outlet, AutoCloseable {
    private final DatagramChannel channel;
    private final InetSocketAddress to;

    private UdpSender(DatagramChannel channel, InetSocketAddress to) {
        this.channel = channel;
        this.to = to;
    }

    /// A sender to an address.
    ///
    /// @param host the receiver, or a multicast group
    /// @param port its port
    /// @throws IOException when the host is unknown or no socket is to be had
    public static UdpSender to(String host, int port) throws IOException {
        return new UdpSender(DatagramChannel.open(), new InetSocketAddress(InetAddress.getByName(host), port));
    }

    /// A sender to a multicast group through one interface, heard on this machine too.
    ///
    /// @throws IOException when the interface cannot be used
    public static UdpSender toGroup(String group, int port, NetworkInterface through) throws IOException {
        UdpSender sender = to(group, port);
        sender.channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, through);
        sender.channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
        return sender;
    }

    /// Sends one datagram.
    ///
    /// @throws IOException when it is too long or the system refuses it
    @Override
    public void send(byte[] datagram) throws IOException {
        channel.send(ByteBuffer.wrap(datagram), to);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
