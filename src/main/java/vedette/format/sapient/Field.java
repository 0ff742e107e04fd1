package vedette.format.sapient;

import java.util.Optional;

/// One field of a message type.
///
/// @param index its place in [MessageType#fields()]
/// @param number on the wire
/// @param name as the standard writes it, as `report_id`
/// @param kind what it holds
/// @param part the message type, for PART
/// @param choice the enum, for CHOICE
/// @param demand how often it stands there
/// @param range of a number
/// @param oneof the name of the group of which only one may stand there, where it belongs to one
record Field(
        int index,
        int number,
        String name,
        Kind kind,
        Optional<MessageType> part,
        Optional<ChoiceType> choice,
        Demand demand,
        Range range,
        Optional<String> oneof) {
    /// How often a field stands there.
    ///
    /// @param needed whether it must
    /// @param repeated whether more than once
    record Demand(boolean needed, boolean repeated) {}

    /// The range of a number.
    record Range(double least, double most) {
        static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean holds(double value) {
            return value >= least && value <= most;
        }

        String words() {
            return most == Double.POSITIVE_INFINITY
                    ? "at least " + plain(least)
                    : "from " + plain(least) + " to " + plain(most);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /// Its name in JSON: `report_id` becomes `reportId`.
    String jsonName() {
        StringBuilder out = new StringBuilder(name.length());
        boolean raise = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                raise = true;
            } else {
                out.append(raise ? Character.toUpperCase(c) : c);
                raise = false;
            }
        }
        return out.toString();
    }

    boolean needed() {
        return demand.needed;
    }

    boolean repeated() {
        return demand.repeated;
    }

    MessageType partType() {
        return part.orElseThrow();
    }

    ChoiceType choiceType() {
        return choice.orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
