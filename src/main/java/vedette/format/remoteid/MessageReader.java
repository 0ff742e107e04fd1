package vedette.format.remoteid;

import java.util.HexFormat;
import java.util.Optional;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Head;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.remoteid.DroneMessage.Station;

/// The 25 octets of one message (ASTM F3411-22a, Tables 2 to 15). The caller has checked that they are there.
final class MessageReader {
    private static final HexFormat HEX = HexFormat.of();

    private MessageReader() {}

    /// Whether a message type stands for a single message.
    static boolean isSingle(int type) {
        return type >= 0 && type <= 5;
    }

    /// What is wrong with a message that has a type of its own: only authentications can be.
    static Optional<Fault> fault(byte[] bytes, int at, int shift) {
        boolean first = bytes[at] >> 4 == 2 && (bytes[at + 1] & 15) == 0;
        if (!first) {
            return Optional.empty();
        }
        int last = Little.u8(bytes, at + 2);
        if (last > Head.LAST_PAGE) {
            return Optional.of(Fault.invalid(shift + 2, "Authentication Last Page Index", "is " + last));
        }
        int octets = Little.u8(bytes, at + 3);
        return octets <= Head.room(last)
                ? Optional.empty()
                : Optional.of(Fault.invalid(
                        shift + 3,
                        "Authentication Length",
                        "is " + octets + " octets, which pages 0 to " + last + " do not hold"));
    }

    /// Reads a message without fault.
    static DroneMessage read(byte[] bytes, int at) {
        return switch (bytes[at] >> 4) {
            case 0 -> basicId(bytes, at);
            case 1 -> location(bytes, at);
            case 2 -> authentication(bytes, at);
            case 3 -> new SelfId(Little.u8(bytes, at + 1), Little.text(bytes, at + 2, SelfId.TEXT_OCTETS));
            case 4 -> flight(bytes, at);
            case 5 -> new OperatorId(Little.u8(bytes, at + 1), Little.text(bytes, at + 2, OperatorId.ID_OCTETS));
            default -> throw new IllegalArgumentException("message type " + (bytes[at] >> 4));
        };
    }

    private static BasicId basicId(byte[] bytes, int at) {
        int types = Little.u8(bytes, at + 1);
        int idType = types >> 4;
        // Binary identifiers are not ended by a null: the reference receiver then reads the reserved octet too.
        int most = idType == 1 || idType == 2 ? BasicId.ID_OCTETS : BasicId.ID_OCTETS + 1;
        return new BasicId(idType, types & 15, Little.text(bytes, at + 2, most));
    }

    private static Location location(byte[] bytes, int at) {
        int flags = Little.u8(bytes, at + 1);
        return new Location(
                flags >> 4,
                motion(bytes, at, flags),
                Little.s32(bytes, at + 5),
                Little.s32(bytes, at + 9),
                new Levels(
                        Little.u16(bytes, at + 13),
                        Little.u16(bytes, at + 15),
                        (flags & 4) != 0,
                        Little.u16(bytes, at + 17)),
                accuracy(bytes, at + 19),
                Little.u16(bytes, at + 21));
    }

    private static Motion motion(byte[] bytes, int at, int flags) {
        int direction = Little.u8(bytes, at + 2) + ((flags & 2) != 0 ? 180 : 0);
        int speed = Little.u8(bytes, at + 3);
        return new Motion(direction, (flags & 1) != 0 ? 3 * speed + 255 : speed, bytes[at + 4]);
    }

    private static Accuracy accuracy(byte[] bytes, int at) {
        int places = Little.u8(bytes, at);
        int others = Little.u8(bytes, at + 1);
        return new Accuracy(places & 15, places >> 4, others >> 4, others & 15, bytes[at + 4] & 15);
    }

    private static Authentication authentication(byte[] bytes, int at) {
        int types = Little.u8(bytes, at + 1);
        int page = types & 15;
        boolean first = page == 0;
        Optional<Head> head = first
                ? Optional.of(new Head(Little.u8(bytes, at + 2), Little.u8(bytes, at + 3), Little.u32(bytes, at + 4)))
                : Optional.empty();
        int from = at + (first ? 8 : 2);
        return new Authentication(types >> 4, page, head, HEX.formatHex(bytes, from, at + DroneMessage.OCTETS));
    }

    private static Flight flight(byte[] bytes, int at) {
        int flags = Little.u8(bytes, at + 1);
        int classes = Little.u8(bytes, at + 17);
        return new Flight(
                new Station(
                        flags & 3, Little.s32(bytes, at + 2), Little.s32(bytes, at + 6), Little.u16(bytes, at + 18)),
                flags >> 2 & 7,
                new Group(
                        Little.u16(bytes, at + 10),
                        Little.u8(bytes, at + 12),
                        Little.u16(bytes, at + 13),
                        Little.u16(bytes, at + 15)),
                classes >> 4,
                classes & 15,
                Little.u32(bytes, at + 20));
    }
}
