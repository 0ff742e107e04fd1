package vedette.format.flightlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Small logs of every form, with fixes over Riga one second apart from 2026-11-23T06:00:00Z.
final class Logs {
    static final long BEGIN_S = 1_795_413_600L;
    static final double LAT = 56.95;
    static final double LON = 24.11;

    private Logs() {}

    static byte[] gpx(int fixes) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?>\n<gpx><trk><trkseg>\n");
        for (int i = 0; i < fixes; i++) {
            out.append("<trkpt lat=\"%s\" lon=\"%s\"><ele>100</ele><time>2026-11-23T06:00:%02dZ</time></trkpt>\n"
                    .formatted(LAT + i * 1e-4, LON, i));
        }
        return out.append("</trkseg></trk></gpx>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] csv(int fixes) {
        StringBuilder out = new StringBuilder("time,id,latitude,longitude,height_m\n");
        for (int i = 0; i < fixes; i++) {
            out.append("%d,drone-1,%s,%s,100\n".formatted(BEGIN_S + i, LAT + i * 1e-4, LON));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void message(ByteArrayOutputStream out, char type, byte[] body) {
        out.writeBytes(little(3).putShort((short) body.length).put((byte) type).array());
        out.writeBytes(body);
    }

    static byte[] ulog(int fixes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'U', 'L', 'o', 'g', 0x01, 0x12, 0x35, 1});
        out.writeBytes(new byte[8]);
        String format = "vehicle_gps_position:uint64_t timestamp;uint64_t time_utc_usec;int32_t lat;int32_t lon;"
                + "int32_t alt;int32_t alt_ellipsoid;uint8_t[3] pad;uint8_t fix_type;";
        message(out, 'F', format.getBytes(StandardCharsets.ISO_8859_1));
        message(out, 'A', "\0\7\0vehicle_gps_position".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < fixes; i++) {
            message(
                    out,
                    'D',
                    little(38)
                            .putShort((short) 7)
                            .putLong(i * 1_000_000L)
                            .putLong((BEGIN_S + i) * 1_000_000L)
                            .putInt((int) Math.round((LAT + i * 1e-4) * 1e7))
                            .putInt((int) Math.round(LON * 1e7))
                            .putInt(100_000)
                            .putInt(120_500)
                            .put(new byte[3])
                            .put((byte) 3)
                            .array());
        }
        return out.toByteArray();
    }

    static byte[] dataflash(int fixes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(format(0x80, 89, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns"));
        out.writeBytes(
                format(130, 3 + 8 + 1 + 4 + 2 + 4 + 4 + 4, "GPS", "QBIHLLe", "TimeUS,Status,GMS,GWk,Lat,Lng,Alt"));
        // 2026-11-23T06:00:00Z is Monday of GPS week 2446, 18 leap seconds on.
        long ms = (86_400 + 6 * 3_600 + 18) * 1_000L;
        for (int i = 0; i < fixes; i++) {
            out.writeBytes(little(30)
                    .put((byte) 0xa3)
                    .put((byte) 0x95)
                    .put((byte) 130)
                    .putLong(i * 1_000_000L)
                    .put((byte) 3)
                    .putInt((int) (ms + i * 1_000L))
                    .putShort((short) 2446)
                    .putInt((int) Math.round((LAT + i * 1e-4) * 1e7))
                    .putInt((int) Math.round(LON * 1e7))
                    .putInt(10_000)
                    .array());
        }
        return out.toByteArray();
    }

    private static byte[] format(int type, int length, String name, String types, String columns) {
        ByteBuffer out = little(89).put((byte) 0xa3).put((byte) 0x95).put((byte) 0x80);
        out.put((byte) type).put((byte) length);
        out.put(5, name.getBytes(StandardCharsets.ISO_8859_1));
        out.put(9, types.getBytes(StandardCharsets.ISO_8859_1));
        out.put(25, columns.getBytes(StandardCharsets.ISO_8859_1));
        return out.array();
    }

    static byte[] telemetry(int fixes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < fixes; i++) {
            byte[] payload = little(30)
                    .putLong(i * 1_000_000L)
                    .putInt((int) Math.round((LAT + i * 1e-4) * 1e7))
                    .putInt((int) Math.round(LON * 1e7))
                    .putInt(100_000)
                    .putLong(0)
                    .put((byte) 3)
                    .put((byte) 9)
                    .array();
            byte[] packet = little(6 + 30 + 2)
                    .put((byte) 0xfe)
                    .put((byte) 30)
                    .put((byte) i)
                    .put((byte) 1)
                    .put((byte) 1)
                    .put((byte) 24)
                    .put(payload)
                    .array();
            int crc = 0xffff;
            for (int k = 1; k < 36; k++) {
                crc = added(crc, packet[k] & 0xff);
            }
            crc = added(crc, 24);
            packet[36] = (byte) crc;
            packet[37] = (byte) (crc >> 8);
            out.writeBytes(
                    ByteBuffer.allocate(8).putLong((BEGIN_S + i) * 1_000_000L).array());
            out.writeBytes(packet);
        }
        return out.toByteArray();
    }

    /// The reference way of X.25, bit by bit: polynomial 0x1021, reflected.
    private static int added(int crc, int value) {
        int c = crc ^ value;
        for (int bit = 0; bit < 8; bit++) {
            c = (c & 1) != 0 ? c >> 1 ^ 0x8408 : c >> 1;
        }
        return c;
    }
}
