package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// A radar that looks and tells: at the end of each sector the plots in it, and the message that the next begins.
final class RadarSite {
    private static final long NS_PER_S = 1_000_000_000L;
    /// A block stays below the payload of one Ethernet frame; each plot needs 27 octets at most.
    private static final int PLOTS_A_DATAGRAM = 48;

    private final Radar radar;
    private final Beam beam;
    private final RadarWire wire;

    RadarSite(Radar radar, long seed, LeapSeconds leapSeconds) {
        this.radar = radar;
        beam = new Beam(radar, seed);
        wire = new RadarWire(radar, leapSeconds);
    }

    /// All it says from a time (included) to another, nanoseconds since the world's start.
    void say(long fromNs, long toNs, Moment start, Sky sky, List<SensorBytes> said) {
        long sectorNs = Math.round(radar.periodS() * NS_PER_S / Radar.SECTORS);
        long first = Math.max(0, -Math.floorDiv(-fromNs, sectorNs));
        long turnInMind = -1;
        List<Return> returns = List.of();
        for (long crossing = first; crossing * sectorNs < toNs; crossing++) {
            Moment at = start.plusNs(crossing * sectorNs);
            if (crossing > 0) {
                long turn = (crossing - 1) / Radar.SECTORS;
                returns = turn == turnInMind ? returns : beam.turn(turn, sky);
                turnInMind = turn;
                plots(sector(returns, crossing - 1), at, start, said);
            }
            said.add(bytes(at, wire.turning((int) (crossing % Radar.SECTORS), at)));
        }
    }

    private void plots(List<Return> returns, Moment at, Moment start, List<SensorBytes> said) {
        for (int i = 0; i < returns.size(); i += PLOTS_A_DATAGRAM) {
            List<Return> some = returns.subList(i, Math.min(returns.size(), i + PLOTS_A_DATAGRAM));
            said.add(bytes(at, wire.plots(some, start)));
        }
    }

    private List<Return> sector(List<Return> turn, long sector) {
        double sectorS = radar.periodS() / Radar.SECTORS;
        List<Return> inside = new ArrayList<>();
        for (Return each : turn) {
            if (each.atS() >= sector * sectorS && each.atS() < (sector + 1) * sectorS) {
                inside.add(each);
            }
        }
        return inside;
    }

    private SensorBytes bytes(Moment at, byte[] bytes) {
        return new SensorBytes(radar.id(), SensorBytes.Wire.ASTERIX, at, bytes);
    }
}
