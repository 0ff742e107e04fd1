package vedette.edge.feed;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A bound datagram socket.
///
/// @param channel the socket, blocking
/// @param port where it is bound
record UdpSocket(DatagramChannel channel, int port) implements AutoCloseable {
    /// Holds a burst of 4 MB, some seconds of a large site; the system may give less.
    private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    static UdpSocket open(Source source, UdpAddress address) {
        InetAddress host = resolved(source, address.host());
        try {
            DatagramChannel channel = DatagramChannel.open(
                    host instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
            try {
                return bound(channel, host, source, address);
            } catch (IOException | RuntimeException fault) {
                channel.close();
                throw fault;
            }
        } catch (BindException busy) {
            String remedy = "Maybe another Vedette runs here: stop it, or choose another port";
            throw new FeedFault(source.at("port", address.port()), "UDP port is in use or not ours", remedy, busy);
        } catch (IOException fault) {
            String remedy = "Check the address, the port and the network interface";
            throw new FeedFault(source.at("address", address.host()), Crew.said(fault), remedy, fault);
        }
    }

    static InetAddress resolved(Source source, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            String remedy = "Check its spelling, or give the numeric address";
            throw new FeedFault(source.at("host", host), "unknown host", remedy, unknown);
        }
    }

    private static UdpSocket bound(DatagramChannel channel, InetAddress host, Source source, UdpAddress address)
            throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
        if (host.isMulticastAddress()) {
            // Several programs of one machine may listen to one group.
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(new InetSocketAddress(host, address.port()));
            channel.join(host, networkInterface(source, address));
        } else {
            channel.bind(new InetSocketAddress(host, address.port()));
        }
        InetSocketAddress at = (InetSocketAddress) channel.getLocalAddress();
        return new UdpSocket(channel, at.getPort());
    }

    private static NetworkInterface networkInterface(Source source, UdpAddress address) throws IOException {
        Optional<String> wanted = address.networkInterface();
        @Nullable
        NetworkInterface found = wanted.isPresent()
                ? named(wanted.get())
                : NetworkInterface.networkInterfaces()
                        .filter(UdpSocket::carriesGroups)
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            throw new FeedFault(
                    source.at("interface", wanted.orElse("(none given)")),
                    "no such network interface",
                    "Name one that 'ip link' lists, or its address",
                    new IOException("no interface"));
        }
        return found;
    }

    private static @Nullable NetworkInterface named(String nameOrAddress) throws IOException {
        @Nullable NetworkInterface byName = NetworkInterface.getByName(nameOrAddress);
        if (byName != null) {
            return byName;
        }
        boolean numeric = nameOrAddress.matches("[0-9.]+|[0-9a-fA-F:]+");
        return numeric ? NetworkInterface.getByInetAddress(InetAddress.getByName(nameOrAddress)) : null;
    }

    private static boolean carriesGroups(NetworkInterface candidate) {
        try {
            return candidate.isUp() && candidate.supportsMulticast() && !candidate.isLoopback();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
