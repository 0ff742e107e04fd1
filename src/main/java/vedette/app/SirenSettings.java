package vedette.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vedette.edge.send.HttpRelay;
import vedette.edge.send.ModbusCoil;
import vedette.edge.send.Relay;
import vedette.model.Domain;
import vedette.model.Warning;

/// Reads a channel of type `relay`: nothing sounds that was not enabled in so many words.
final class SirenSettings {
    /// A siren is never left sounding for longer than this, seconds.
    private static final double LONGEST_SOUND_S = 3_600;

    private static final double USUAL_SOUND_S = 180;

    private SirenSettings() {}

    static ChannelSetting of(SettingsKeys keys, String name, Domain domain) {
        if (!keys.truth("enabled", false)) {
            throw keys.wrong("enabled", "is not true", "Say 'enabled: true' when the siren may sound, or leave it out");
        }
        boolean exercises = keys.truth("sounds_exercises", false);
        if (domain != Domain.LIVE && !exercises) {
            throw keys.wrong(
                    "sounds_exercises",
                    "is not true in a node of " + domain,
                    "Leave the siren out, or say 'sounds_exercises: true' once people there were told");
        }
        List<Warning.Kind> kinds = kinds(keys);
        if (kinds.isEmpty()) {
            throw keys.wrong("kinds", "is missing", "Say for which kinds of warning it sounds, as [impact, raid]");
        }
        return new ChannelSetting.Siren(
                name,
                reach(keys),
                new Relay.Sounding(
                        kinds,
                        keys.number("longest_s", 1, LONGEST_SOUND_S, USUAL_SOUND_S),
                        keys.truth("sounds_tests", false),
                        exercises));
    }

    private static ChannelSetting.Reach reach(SettingsKeys keys) {
        if (keys.has("modbus")) {
            return new ChannelSetting.ByModbus(new ModbusCoil(
                    SettingsReader.address(keys, keys.required("modbus", "Give host:port")),
                    keys.whole("unit", 0, 255, 1),
                    keys.whole("coil", 0, 65_535, 0)));
        }
        boolean tells = keys.has("state");
        return new ChannelSetting.ByHttp(new HttpRelay.Addresses(
                ChannelKeys.anyUrl(keys, "on"),
                ChannelKeys.anyUrl(keys, "off"),
                keys.truth("post", false),
                tells ? Optional.of(ChannelKeys.anyUrl(keys, "state")) : Optional.empty(),
                tells ? keys.required("state_on", "Give what the state's answer holds when it is on") : ""));
    }

    private static List<Warning.Kind> kinds(SettingsKeys keys) {
        List<Warning.Kind> found = new ArrayList<>();
        for (String text : keys.texts("kinds")) {
            try {
                found.add(Warning.Kind.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new Failure(
                        keys.name("kinds") + " holds '" + text + "'",
                        "Take some of "
                                + List.of(Warning.Kind.values()).toString().toLowerCase(Locale.ROOT),
                        unknown);
            }
        }
        return found;
    }
}
