package vedette.simulate;

import static vedette.simulate.SensorBytes.Wire.BEAST;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.format.adsb.AdsbEncoder;
import vedette.format.adsb.FrameWriter;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Enu;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// What aircraft transmit of themselves, as one receiver hears it: Beast frames.
///
/// Rates are those of RTCA DO-260B 2.2.3.3: position and velocity twice a second, identification every 5 s, status
/// every
/// 2.5 s, emergency 0.8 s while one is declared and else 5 s.
final class Squitters {
    /// Type code 11 (NIC 8) and NACp 9: within 30 m with 95 % (DO-260B table 2-71).
    private static final int TYPE_CODE = 11;

    private static final int NAC_P = 9;
    /// √(−2 ln 0.05): the 95 % radius of a round normal in standard deviations.
    private static final double RADIUS_95 = 2.4477;

    /// Standard deviation of each axis of the told position, metres.
    static final double SIGMA_M = 30 / RADIUS_95;

    /// Frames lost to garbling, whatever the distance.
    private static final double HEARD = 0.93;

    private static final double NS_PER_S = 1e9;
    private static final int TICKS_PER_US = 12;
    private static final int NEAR_SIGNAL = 200;

    private enum Kind {
        POSITION(0.5),
        VELOCITY(0.5),
        IDENTIFICATION(5),
        STATUS(2.5),
        EMERGENCY(0.8);

        private final double periodS;

        Kind(double periodS) {
            this.periodS = periodS;
        }
    }

    private final Receiver receiver;
    private final long seed;

    Squitters(Receiver receiver, long seed) {
        this.receiver = receiver;
        this.seed = seed;
    }

    /// All it hears from a time (included) to another, nanoseconds since the world's start.
    void say(long fromNs, long toNs, Moment start, Sky sky, List<SensorBytes> said) {
        for (Sky.Seen seen : sky.over(fromNs / NS_PER_S, toNs / NS_PER_S)) {
            if (seen.flight().actor().equipment() == Actor.Equipment.ADS_B) {
                for (Kind kind : Kind.values()) {
                    transmissions(seen, kind, fromNs, toNs).forEach(sent -> hear(sent, start, said));
                }
            }
        }
    }

    private record Sent(Sky.Seen seen, Kind kind, long count, long atNs) {
        double atS() {
            return atNs / NS_PER_S;
        }

        Draws draws(long seed, String purpose) {
            return Draws.of(seed, seen.flight().number() * 1_000_003 + count, kind + purpose);
        }
    }

    private List<Sent> transmissions(Sky.Seen seen, Kind kind, long fromNs, long toNs) {
        double phase = Draws.of(seed, seen.flight().number(), kind + " phase").uniform();
        long periodNs = Math.round(kind.periodS * NS_PER_S);
        long phaseNs = Math.round(phase * periodNs) + Math.round(seen.toldFromS() * NS_PER_S);
        long first = Math.max(0, -Math.floorDiv(phaseNs - fromNs, periodNs));
        ArrayList<Sent> sent = new ArrayList<>();
        for (long count = first; phaseNs + count * periodNs < toNs; count++) {
            sent.add(new Sent(seen, kind, count, phaseNs + count * periodNs));
        }
        return sent;
    }

    private void hear(Sent sent, Moment start, List<SensorBytes> said) {
        Optional<State> state = sent.seen.at(sent.atS());
        if (state.isEmpty() || !isHeard(sent, state.get())) {
            return;
        }
        double rangeM = state.get().place().ecef().distanceM(receiver.place().ecef());
        int signal = Math.clamp(Math.round(NEAR_SIGNAL - rangeM / receiver.maxRangeM() * NEAR_SIGNAL), 1, 255);
        message(sent, state.get()).ifPresent(frame -> {
            byte[] buffer = new byte[FrameWriter.MOST_BYTES];
            int end = FrameWriter.beast(frame, sent.atNs / 1000 * TICKS_PER_US, signal, buffer, 0);
            said.add(new SensorBytes(receiver.id(), BEAST, start.plusNs(sent.atNs), Arrays.copyOf(buffer, end)));
        });
    }

    private boolean isHeard(Sent sent, State state) {
        double rangeM = state.place().ecef().distanceM(receiver.place().ecef());
        return rangeM < receiver.maxRangeM()
                && !Beam.isBelowHorizon(receiver.place(), state.place())
                && sent.draws(seed, receiver.id().name()).uniform() < HEARD;
    }

    private Optional<byte[]> message(Sent sent, State state) {
        Flight flight = sent.seen.flight();
        AdsbEncoder encoder = new AdsbEncoder(flight.address(), TYPE_CODE, NAC_P);
        Enu v = state.velocityMps();
        Craft craft = flight.craft();
        return switch (sent.kind) {
            case POSITION -> Optional.of(position(sent, state, encoder));
            case VELOCITY -> Optional.of(encoder.velocity(v.east(), v.north(), v.up()));
            case IDENTIFICATION ->
                Optional.of(encoder.identification(craft.categorySet(), craft.category(), flight.callsign()));
            case STATUS -> Optional.of(encoder.operationalStatus());
            case EMERGENCY -> emergency(sent, encoder);
        };
    }

    private byte[] position(Sent sent, State state, AdsbEncoder encoder) {
        Draws draws = sent.draws(seed, "error");
        double north = SIGMA_M * draws.gaussian() / Wgs84.MEAN_RADIUS_M;
        double east = SIGMA_M
                * draws.gaussian()
                / (Wgs84.MEAN_RADIUS_M * Exact.cos(state.place().latRad()));
        LatLon told = new LatLon(state.place().latRad() + north, state.place().lonRad() + east);
        return encoder.airbornePosition(
                told.latRad(), told.lonRad(), state.place().heightM(), sent.count % 2 == 1);
    }

    private static Optional<byte[]> emergency(Sent sent, AdsbEncoder encoder) {
        int modeA = sent.seen.modeA(sent.atS());
        int state = switch (modeA) {
            case 07700 -> 1;
            case 07600 -> 4;
            case 07500 -> 5;
            default -> 0;
        };
        // Without an emergency only each sixth is sent: every 4.8 s.
        return state == 0 && sent.count % 6 != 0
                ? Optional.empty()
                : Optional.of(encoder.emergency(state, Integer.parseInt(Integer.toOctalString(modeA))));
    }
}
