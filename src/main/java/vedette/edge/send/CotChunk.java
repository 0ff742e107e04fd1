package vedette.edge.send;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import vedette.format.cot.CotReport;

/// Whole messages in both forms that a TAK peer may read. Made once and shared by all connections.
///
/// @param xml one after the other as XML
/// @param numbered the same as TAK protocol version 1
@SuppressWarnings("ArrayRecordComponent") // Shared to be written to sockets, never changed.
record CotChunk(byte[] xml, byte[] numbered) {
    /// Between two chunks a warning overtakes: what a slow peer must take before it.
    private static final int LARGEST = 16_384;

    static CotChunk of(CotReport report) {
        return new CotChunk(report.xml(), report.stream());
    }

    static CotChunk of(List<CotReport> reports) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream(1024);
        ByteArrayOutputStream numbered = new ByteArrayOutputStream(512);
        for (CotReport report : reports) {
            xml.writeBytes(report.xml());
            numbered.writeBytes(report.stream());
        }
        return new CotChunk(xml.toByteArray(), numbered.toByteArray());
    }

    /// Many messages in chunks.
    static List<CotChunk> all(List<CotReport> reports) {
        List<CotChunk> chunks = new ArrayList<>();
        List<CotReport> some = new ArrayList<>();
        int size = 0;
        for (CotReport report : reports) {
            some.add(report);
            size += report.xml().length;
            if (size >= LARGEST) {
                chunks.add(of(some));
                some.clear();
                size = 0;
            }
        }
        if (!some.isEmpty()) {
            chunks.add(of(some));
        }
        return List.copyOf(chunks);
    }
}
