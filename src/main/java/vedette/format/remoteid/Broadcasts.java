package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.math.Require;

/// Octets to broadcasts and back: single messages and message packs (ASTM F3411-22a section 5.4.5.24).
///
/// Nothing here throws on any octets. A pack that is cut gives the messages that are whole; a pack that
/// breaks the standard's rules (sizes, kinds, how often) is refused as a whole, as the reference receiver
/// does.
public final class Broadcasts {
    private static final int PACK = 15;
    private static final int PACK_HEAD = 3;
    private static final int KINDS = 6;
    private static final int MOST_BASIC_IDS = 2;
    private static final int MOST_PAGES = 16;

    private Broadcasts() {}

    /// Reads one message or pack. What follows it is not looked at.
    ///
    /// @param bytes holds it
    /// @param from its first octet
    /// @param to first octet not to read
    public static Reading read(byte[] bytes, int from, int to) {
        if (from >= to) {
            return new Reading.Refused(Fault.cut(0, "Message Header", "is not there"));
        }
        int type = bytes[from] >> 4 & 15;
        if (type == PACK) {
            return pack(bytes, from, to);
        }
        if (!MessageReader.isSingle(type)) {
            return new Reading.Refused(Fault.invalid(0, "Message Type", "is " + type + ", which is none"));
        }
        if (to - from < DroneMessage.OCTETS) {
            return new Reading.Refused(Fault.cut(to - from, "Message", "has " + (to - from) + " octets of 25"));
        }
        return single(bytes, from);
    }

    /// Where a message or pack ends by its own head, or `to` where that comes first.
    ///
    /// @param bytes holds it
    /// @param from its first octet
    /// @param to first octet not to read
    static int end(byte[] bytes, int from, int to) {
        boolean other = FrenchBeacon.begins(bytes, from, to) || DjiReport.begins(bytes, from, to);
        if (other || from + PACK_HEAD > to) {
            return to;
        }
        boolean pack = (bytes[from] >> 4 & 15) == PACK;
        int octets = pack ? PACK_HEAD + Little.u8(bytes, from + 1) * Little.u8(bytes, from + 2) : DroneMessage.OCTETS;
        return Math.min(to, from + octets);
    }

    private static Reading single(byte[] bytes, int from) {
        Optional<Fault> fault = MessageReader.fault(bytes, from, 0);
        return fault.isPresent()
                ? new Reading.Refused(fault.get())
                : new Reading.Whole(
                        new Broadcast(bytes[from] & 15, List.of(MessageReader.read(bytes, from))), List.of());
    }

    private static Reading pack(byte[] bytes, int from, int to) {
        Optional<Fault> head = headFault(bytes, from, to);
        if (head.isPresent()) {
            return new Reading.Refused(head.get());
        }
        int count = bytes[from + 2];
        int there = Math.min(count, (to - from - PACK_HEAD) / DroneMessage.OCTETS);
        if (there == 0) {
            String reason = "end before the first of " + count + " is whole";
            return new Reading.Refused(
                    count == 1
                            ? Fault.cut(to - from, "Messages", reason)
                            : Fault.invalid(to - from, "Messages", reason));
        }
        if (there < count) {
            return partial(bytes, from, to, there);
        }
        Optional<Fault> content = contentFault(bytes, from + PACK_HEAD, count);
        return content.isPresent() ? new Reading.Refused(content.get()) : whole(bytes, from, count);
    }

    private static Optional<Fault> headFault(byte[] bytes, int from, int to) {
        if (to - from < PACK_HEAD) {
            return Optional.of(Fault.cut(to - from, "Message Pack Header", "has " + (to - from) + " octets of 3"));
        }
        int size = Little.u8(bytes, from + 1);
        int count = Little.u8(bytes, from + 2);
        if (size != DroneMessage.OCTETS) {
            return Optional.of(Fault.invalid(1, "Single Message Size", "is " + size + ", not 25"));
        }
        return count >= 1 && count <= Broadcast.MOST_MESSAGES
                ? Optional.empty()
                : Optional.of(Fault.invalid(2, "No of Msgs in Pack", "is " + count + ", not 1 to 9"));
    }

    private static Optional<Fault> contentFault(byte[] bytes, int first, int count) {
        int[] seen = new int[KINDS];
        for (int i = 0; i < count; i++) {
            int at = first + i * DroneMessage.OCTETS;
            int offset = PACK_HEAD + i * DroneMessage.OCTETS;
            int type = bytes[at] >> 4 & 15;
            if (!MessageReader.isSingle(type)) {
                return Optional.of(Fault.invalid(offset, "Message Type", "is " + type + ", which no pack holds"));
            }
            if (++seen[type] > most(type)) {
                return Optional.of(Fault.invalid(
                        offset, "Message Type", "is " + type + " for the " + seen[type] + ". time in one pack"));
            }
        }
        return Optional.empty();
    }

    private static int most(int type) {
        return switch (type) {
            case 0 -> MOST_BASIC_IDS;
            case 2 -> MOST_PAGES;
            default -> 1;
        };
    }

    private static Reading whole(byte[] bytes, int from, int count) {
        List<DroneMessage> messages = new ArrayList<>(count);
        List<Fault> faults = List.of();
        for (int i = 0; i < count; i++) {
            int offset = PACK_HEAD + i * DroneMessage.OCTETS;
            Optional<Fault> fault = MessageReader.fault(bytes, from + offset, offset);
            if (fault.isEmpty()) {
                put(messages, MessageReader.read(bytes, from + offset));
            } else {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(fault.get());
            }
        }
        return new Reading.Whole(new Broadcast(bytes[from] & 15, messages), faults);
    }

    // A Basic ID of a type told already, or of none, is overwritten by the next one; so is a page told already.
    private static void put(List<DroneMessage> messages, DroneMessage message) {
        for (int i = 0; i < messages.size(); i++) {
            if (replaces(messages.get(i), message)) {
                messages.set(i, message);
                return;
            }
        }
        messages.add(message);
    }

    private static boolean replaces(DroneMessage old, DroneMessage message) {
        return switch (message) {
            case BasicId id ->
                old instanceof BasicId before && (before.idType() == 0 || before.idType() == id.idType());
            case Authentication page -> old instanceof Authentication before && before.page() == page.page();
            case DroneMessage.Location _, DroneMessage.SelfId _, DroneMessage.Flight _, DroneMessage.OperatorId _ ->
                false;
        };
    }

    private static Reading partial(byte[] bytes, int from, int to, int there) {
        List<Reading.Complete> complete = new ArrayList<>(there);
        for (int i = 0; i < there; i++) {
            int offset = PACK_HEAD + i * DroneMessage.OCTETS;
            int type = bytes[from + offset] >> 4 & 15;
            if (MessageReader.isSingle(type)
                    && single(bytes, from + offset) instanceof Reading.Whole(Broadcast message, List<Fault> _)) {
                complete.add(new Reading.Complete(offset, message));
            }
        }
        int count = bytes[from + 2];
        Fault fault = Fault.cut(to - from, "Messages", "end after " + there + " of " + count);
        return new Reading.Partial(fault, bytes[from] & 15, complete);
    }

    /// Writes a broadcast: a single message as such, several as a pack.
    ///
    /// @param broadcast one message or more
    /// @throws IllegalArgumentException when it has none
    public static byte[] write(Broadcast broadcast) {
        return broadcast.messages().size() == 1 ? single(broadcast) : pack(broadcast);
    }

    /// Writes a broadcast as a pack, even of one message.
    ///
    /// @param broadcast one message or more
    /// @throws IllegalArgumentException when it has none
    public static byte[] pack(Broadcast broadcast) {
        List<DroneMessage> messages = broadcast.messages();
        Require.require(!messages.isEmpty(), "a pack of %s messages", messages.size());
        byte[] out = new byte[PACK_HEAD + messages.size() * DroneMessage.OCTETS];
        out[0] = (byte) (PACK << 4 | broadcast.protocolVersion());
        out[1] = DroneMessage.OCTETS;
        out[2] = (byte) messages.size();
        for (int i = 0; i < messages.size(); i++) {
            int at = PACK_HEAD + i * DroneMessage.OCTETS;
            MessageWriter.write(messages.get(i), broadcast.protocolVersion(), out, at);
        }
        return out;
    }

    private static byte[] single(Broadcast broadcast) {
        byte[] out = new byte[DroneMessage.OCTETS];
        MessageWriter.write(broadcast.messages().getFirst(), broadcast.protocolVersion(), out, 0);
        return out;
    }
}
