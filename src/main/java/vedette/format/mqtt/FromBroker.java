package vedette.format.mqtt;

import java.nio.charset.StandardCharsets;

/// What a broker says to its client.
public sealed interface FromBroker {
    /// A packet longer than this is held to be no packet, bytes.
    int LONGEST = 1 << 20;

    /// The answer to our connecting (clause 3.2).
    ///
    /// @param code 0 when we are welcome
    record Welcome(int code) implements FromBroker {}

    /// A message (clause 3.3).
    ///
    /// @param topic of the message
    /// @param packet its number where it is to be acknowledged, else 0
    /// @param from where its body begins
    record Message(String topic, int packet, int from) implements FromBroker {}

    /// Our message has arrived (clause 3.4).
    ///
    /// @param packet its number
    record Arrived(int packet) implements FromBroker {}

    /// The answer to a subscription (clause 3.9).
    ///
    /// @param packet the subscription's number
    /// @param refused how many of its topics are refused
    record Subscribed(int packet, int refused) implements FromBroker {}

    /// The answer to a ping (clause 3.13).
    record Pong() implements FromBroker {}

    /// What stands at a place of a stream.
    sealed interface Found {}

    /// A whole packet.
    ///
    /// @param said what it says
    /// @param to where it ends
    record Whole(FromBroker said, int to) implements Found {}

    /// Not all of it has come yet.
    record Unfinished() implements Found {}

    /// No packet that a broker may send us: the stream cannot be followed any further.
    ///
    /// @param reason why
    record Broken(String reason) implements Found {}

    /// Reads the packet at a place.
    ///
    /// @param bytes what has come
    /// @param at where a packet begins
    /// @param end where the bytes end
    static Found at(byte[] bytes, int at, int end) {
        int length = 0;
        int place = at + 1;
        // Clause 2.2.3: seven bits a byte, the lowest first, four bytes at most.
        for (int shift = 0; ; shift += 7, place++) {
            if (place >= end) {
                return new Unfinished();
            }
            length |= (bytes[place] & 0x7F) << shift;
            if (bytes[place] >= 0) {
                break;
            }
            if (shift == 21) {
                return new Broken("a length of more than four bytes");
            }
        }
        int from = place + 1;
        if (length > LONGEST) {
            return new Broken("a packet of " + length + " bytes, more than " + LONGEST);
        }
        return from + length > end ? new Unfinished() : whole(bytes, bytes[at] & 0xFF, from, from + length);
    }

    private static Found whole(byte[] bytes, int head, int from, int to) {
        return switch (head) {
            case 0x20 -> to - from == 2 ? new Whole(new Welcome(bytes[from + 1] & 0xFF), to) : wrong(head, to - from);
            case 0x40 -> to - from == 2 ? new Whole(new Arrived(number(bytes, from)), to) : wrong(head, to - from);
            case 0x90 -> to - from >= 3 ? new Whole(subscribed(bytes, from, to), to) : wrong(head, to - from);
            case 0xD0 -> to - from == 0 ? new Whole(new Pong(), to) : wrong(head, to - from);
            default -> (head & 0xF0) == 0x30 ? message(bytes, head, from, to) : wrong(head, to - from);
        };
    }

    private static Broken wrong(int head, int length) {
        return new Broken("a packet of type " + (head >> 4) + ", flags " + (head & 0x0F) + " and " + length + " bytes");
    }

    private static Subscribed subscribed(byte[] bytes, int from, int to) {
        int refused = 0;
        for (int i = from + 2; i < to; i++) {
            refused += bytes[i] < 0 ? 1 : 0;
        }
        return new Subscribed(number(bytes, from), refused);
    }

    // Quality of service 2 is never asked for.
    private static Found message(byte[] bytes, int head, int from, int to) {
        int quality = (head >> 1) & 3;
        int rest = quality == 0 ? 0 : 2;
        if (quality > 1 || to - from < 2) {
            return wrong(head, to - from);
        }
        int topic = number(bytes, from);
        int body = from + 2 + topic + rest;
        if (body > to) {
            return wrong(head, to - from);
        }
        String name = new String(bytes, from + 2, topic, StandardCharsets.UTF_8);
        return new Whole(new Message(name, quality == 0 ? 0 : number(bytes, body - 2), body), to);
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
