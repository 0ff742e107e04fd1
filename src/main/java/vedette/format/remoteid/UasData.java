package vedette.format.remoteid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.remoteid.DroneMessage.Station;

/// What a receiver remembers of one aircraft, as commercial receivers send it (`UASdata`): the reference
/// library's memory of decoded messages, as a C compiler of 32 or 64 bits lays it out, least significant
/// octet first: two Basic IDs, a Location, 16 pages of authentication, Self-ID, System, Operator ID, and an
/// octet for each that says whether it was heard.
final class UasData {
    /// The octets up to the last of the flags; compilers add up to six.
    static final int OCTETS = 914;

    private static final int MOST_OCTETS = 1024;
    private static final int BASIC_ID = 32;
    private static final int LOCATION_AT = 64;
    private static final int SELF_ID_AT = 776;
    private static final int SYSTEM_AT = 808;
    private static final int OPERATOR_ID_AT = 864;
    private static final int BASIC_ID_HEARD_AT = 892;
    private static final int LOCATION_HEARD_AT = 894;
    private static final int SELF_ID_HEARD_AT = 911;
    private static final int SYSTEM_HEARD_AT = 912;
    private static final int OPERATOR_ID_HEARD_AT = 913;
    private static final int VERSION = 2;

    private final byte[] bytes;
    private final ByteBuffer numbers;

    private UasData(byte[] bytes) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Whether octets may be such a memory.
    static boolean fits(byte[] bytes) {
        return bytes.length >= OCTETS && bytes.length <= MOST_OCTETS;
    }

    /// Reads it. Numbers that the standard cannot say are refused.
    static Reading read(byte[] bytes) {
        try {
            Broadcast broadcast = new Broadcast(VERSION, new UasData(bytes).messages());
            return broadcast.messages().isEmpty()
                    ? new Reading.Refused(Fault.invalid(BASIC_ID_HEARD_AT, "UASdata", "says that nothing was heard"))
                    : new Reading.Whole(broadcast, List.of());
        } catch (IllegalArgumentException impossible) {
            return new Reading.Refused(Fault.invalid(
                    0,
                    "UASdata",
                    "cannot be: " + Optional.ofNullable(impossible.getMessage()).orElse("")));
        }
    }

    private List<DroneMessage> messages() {
        List<DroneMessage> messages = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            if (bytes[BASIC_ID_HEARD_AT + i] == 1) {
                int at = i * BASIC_ID;
                messages.add(new BasicId(
                        numbers.getInt(at + 4), numbers.getInt(at), Little.text(bytes, at + 8, BasicId.ID_OCTETS)));
            }
        }
        if (bytes[LOCATION_HEARD_AT] == 1) {
            messages.add(location(LOCATION_AT));
        }
        if (bytes[SELF_ID_HEARD_AT] == 1) {
            messages.add(
                    new SelfId(numbers.getInt(SELF_ID_AT), Little.text(bytes, SELF_ID_AT + 4, SelfId.TEXT_OCTETS)));
        }
        if (bytes[SYSTEM_HEARD_AT] == 1) {
            messages.add(flight(SYSTEM_AT));
        }
        if (bytes[OPERATOR_ID_HEARD_AT] == 1) {
            messages.add(new OperatorId(
                    numbers.getInt(OPERATOR_ID_AT), Little.text(bytes, OPERATOR_ID_AT + 4, OperatorId.ID_OCTETS)));
        }
        return messages;
    }

    private Location location(int at) {
        float time = numbers.getFloat(at + 68);
        return new Location(
                numbers.getInt(at),
                new Motion(
                        Wire.units(numbers.getFloat(at + 4), 1),
                        Wire.quarters(numbers.getFloat(at + 8)),
                        Wire.units(numbers.getFloat(at + 12), 2)),
                Wire.units(numbers.getDouble(at + 16), 1e7),
                Wire.units(numbers.getDouble(at + 24), 1e7),
                new Levels(
                        Wire.halves(numbers.getFloat(at + 32)),
                        Wire.halves(numbers.getFloat(at + 36)),
                        numbers.getInt(at + 40) == 1,
                        Wire.halves(numbers.getFloat(at + 44))),
                new Accuracy(
                        numbers.getInt(at + 48),
                        numbers.getInt(at + 52),
                        numbers.getInt(at + 56),
                        numbers.getInt(at + 60),
                        numbers.getInt(at + 64)),
                time >= Location.NO_TIME ? Location.NO_TIME : Wire.units(time, 10));
    }

    private Flight flight(int at) {
        return new Flight(
                new Station(
                        numbers.getInt(at),
                        Wire.units(numbers.getDouble(at + 8), 1e7),
                        Wire.units(numbers.getDouble(at + 16), 1e7),
                        Wire.halves(numbers.getFloat(at + 44))),
                numbers.getInt(at + 4),
                new Group(
                        Little.u16(bytes, at + 24),
                        Little.u16(bytes, at + 26) / 10,
                        Wire.halves(numbers.getFloat(at + 28)),
                        Wire.halves(numbers.getFloat(at + 32))),
                numbers.getInt(at + 36),
                numbers.getInt(at + 40),
                Little.u32(bytes, at + 48));
    }
}
