package vedette.format.flightlog;

import java.util.List;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Any bytes as a flight log: read or refused.
public final class FlightLogFuzz {
    private static final FlightLog.Times TIMES = new FlightLog.Times(new Moment(0), LeapSeconds.standard());

    private FlightLogFuzz() {}

    /// A log of each form.
    public static List<byte[]> seeds() {
        return List.of(Logs.ulog(2), Logs.dataflash(2), Logs.telemetry(2), Logs.gpx(2), Logs.csv(2));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        FlightLog log = FlightLog.read(bytes, TIMES);
        if (log.flights().isEmpty() && log.refused() == 0) {
            throw new AssertionError("neither read nor refused");
        }
    }
}
