package vedette.format.cot;

import java.nio.charset.StandardCharsets;

/// An event of ours, ready to be sent. Only this room makes one, and its type is one of [CotType].
public final class CotReport {
    private final CotType type;
    private final CotEvent event;
    private final byte[] xml;
    private final byte[] stream;
    private final byte[] payload;

    CotReport(CotType type, CotEvent event) {
        this.type = type;
        this.event = event;
        xml = CotXml.write(event).getBytes(StandardCharsets.UTF_8);
        payload = TakProto.payload(event);
        stream = TakProto.stream(payload);
    }

    /// What it is about.
    public CotType type() {
        return type;
    }

    /// The event.
    public CotEvent event() {
        return event;
    }

    /// The name of what it is about.
    public String uid() {
        return event.uid();
    }

    /// As XML for streams and datagrams; shared by all who send it, never to be written to.
    public byte[] xml() {
        return xml;
    }

    /// As TAK protocol version 1 for streams; shared, never to be written to.
    public byte[] stream() {
        return stream;
    }

    /// As TAK protocol version 1 for datagrams.
    public byte[] mesh() {
        return TakProto.mesh(payload);
    }
}
