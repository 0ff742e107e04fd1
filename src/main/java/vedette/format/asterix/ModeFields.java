package vedette.format.asterix;

import java.util.OptionalInt;
import vedette.model.Altitude;

/// Items 070 (Mode 3/A) and 090 (Mode C) of radars: a code that is garbled or not validated is not told on.
final class ModeFields {
    private final Field codeInvalid;
    private final Field codeGarbled;
    private final Field code;
    private final Field levelInvalid;
    private final Field levelGarbled;
    private final Field level;

    /// @param levelPath `090/FL` in category 048, `090/HGT` in 001
    ModeFields(Plan plan, String levelPath) {
        codeInvalid = plan.field("070/V");
        codeGarbled = plan.field("070/G");
        code = plan.field("070/MODE3A");
        levelInvalid = plan.field("090/V");
        levelGarbled = plan.field("090/G");
        level = plan.field(levelPath);
    }

    OptionalInt modeA(AsterixRecord record) {
        boolean sound = record.has(code) && record.raw(codeInvalid) == 0 && record.raw(codeGarbled) == 0;
        return sound ? OptionalInt.of((int) record.raw(code)) : OptionalInt.empty();
    }

    Altitude altitude(AsterixRecord record) {
        boolean sound = record.has(level) && record.raw(levelInvalid) == 0 && record.raw(levelGarbled) == 0;
        return sound ? Values.pressure(record.number(level)) : Altitude.UNKNOWN;
    }
}
