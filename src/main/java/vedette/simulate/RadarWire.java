package vedette.simulate;

import java.io.ByteArrayOutputStream;
import java.util.List;
import vedette.math.Exact;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// A radar's words as ASTERIX: plots as category 048 (EUROCONTROL-SPEC-0149-4, edition 1.21 and later), its turning as
/// category 034 (SPEC-0149-2b, edition 1.27 and later).
final class RadarWire {
    private static final double NM_M = 1852;
    private static final double FOOT_M = 0.3048;
    private static final long TICKS_PER_S = 128;
    private static final long TICKS_PER_DAY = 86_400 * TICKS_PER_S;
    private static final long NS_PER_S = 1_000_000_000L;

    private final Radar radar;
    private final LeapSeconds leapSeconds;

    RadarWire(Radar radar, LeapSeconds leapSeconds) {
        this.radar = radar;
        this.leapSeconds = leapSeconds;
    }

    /// A data block of plots.
    ///
    /// @param returns at least one
    /// @param start the world's start
    byte[] plots(List<Return> returns, Moment start) {
        Octets records = new Octets();
        for (Return each : returns) {
            boolean modeS = each.reply().map(Return.Reply::modeS).orElse(false);
            if (each.reply().isEmpty()) {
                echo(records, each, start);
            } else if (modeS) {
                modeS(records, each, each.reply().get(), start);
            } else {
                modeAc(records, each, each.reply().get(), start);
            }
        }
        return block(48, records);
    }

    // 010 source, 140 time, 020 descriptor, 040 position.
    private void echo(Octets out, Return plot, Moment start) {
        out.u8(0b1111_0000);
        head(out, plot, start);
    }

    // The same with 070 Mode A and 090 flight level.
    private void modeAc(Octets out, Return plot, Return.Reply reply, Moment start) {
        out.u8(0b1111_1100);
        head(out, plot, start);
        codes(out, reply);
    }

    // The same with 220 address, 240 identification, 230 capability.
    private void modeS(Octets out, Return plot, Return.Reply reply, Moment start) {
        boolean named = !reply.callsign().isEmpty();
        out.u8(0b1111_1101).u8(named ? 0b1100_0001 : 0b1000_0001).u8(0b0000_0010);
        head(out, plot, start);
        codes(out, reply);
        out.u24(reply.address());
        if (named) {
            out.u48(identification(reply.callsign()));
        }
        // Communication A and B, airborne without alert, Mode S specific services, altitude in 25 ft, identification.
        out.u16(0b001_000_0_0_1_1_1_0_0000);
    }

    private void head(Octets out, Return plot, Moment start) {
        out.u8(radar.sac()).u8(radar.sic()).u24(timeOfDay(start.plusS(plot.atS())));
        out.u8(descriptor(plot) << 5);
        out.u16((int) Math.round(plot.rangeM() / NM_M * 256));
        out.u16((int) Math.round(plot.azimuthRad() / Exact.TWO_PI * 65_536) & 0xFFFF);
    }

    // TYP: 1 echo, 2 SSR, 3 both, 5 Mode S roll-call, 7 Mode S with echo.
    private static int descriptor(Return plot) {
        int replied = plot.reply().map(reply -> reply.modeS() ? 5 : 2).orElse(0);
        int both = plot.echo() ? replied == 5 ? 7 : replied == 2 ? 3 : 1 : replied;
        return both;
    }

    private static void codes(Octets out, Return.Reply reply) {
        out.u16(reply.modeA());
        out.u16((int) Math.round(reply.heightM() / FOOT_M / 25) & 0x3FFF);
    }

    // Eight characters of six bits each (ICAO Annex 10 vol. III part I, table 3-8).
    private static long identification(String callsign) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            int letter = i < callsign.length() ? callsign.charAt(i) : ' ';
            bits = bits << 6 | ((letter >= 'A' ? letter - 'A' + 1 : letter) & 0x3F);
        }
        return bits;
    }

    /// What the turning antenna tells: that a sector begins (type 2), and at the first that it points north (type 1).
    ///
    /// @param sector 0 to [Radar#SECTORS] − 1
    byte[] turning(int sector, Moment at) {
        Octets records = new Octets();
        if (sector == 0) {
            // 010 source, 000 type, 030 time, 041 period, 050 configuration: only its common part, operational.
            records.u8(0b1110_1100).u8(radar.sac()).u8(radar.sic()).u8(1).u24(timeOfDay(at));
            records.u16((int) Math.round(radar.periodS() * 128)).u8(0b1000_0000).u8(0);
        }
        // 010 source, 000 type, 030 time, 020 sector.
        records.u8(0b1111_0000).u8(radar.sac()).u8(radar.sic()).u8(2).u24(timeOfDay(at));
        records.u8(sector * 256 / Radar.SECTORS);
        return block(34, records);
    }

    private int timeOfDay(Moment at) {
        long sinceMidnightNs = leapSeconds.unixNs(at) - leapSeconds.unixNs(leapSeconds.midnight(at, 0));
        return (int) (Math.floorDiv(sinceMidnightNs * TICKS_PER_S + NS_PER_S / 2, NS_PER_S) % TICKS_PER_DAY);
    }

    private static byte[] block(int category, Octets records) {
        return new Octets().u8(category).u16(records.size() + 3).all(records).bytes();
    }

    /// Octets one after the other, most significant first.
    private static final class Octets {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        int size() {
            return out.size();
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        Octets u8(int value) {
            out.write(value);
            return this;
        }

        Octets u16(int value) {
            return u8(value >>> 8).u8(value);
        }

        Octets u24(int value) {
            return u8(value >>> 16).u16(value);
        }

        Octets u48(long value) {
            return u24((int) (value >>> 24)).u24((int) value);
        }

        Octets all(Octets other) {
            out.writeBytes(other.bytes());
            return this;
        }
    }
}
