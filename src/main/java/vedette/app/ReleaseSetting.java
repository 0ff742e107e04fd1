package vedette.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.ReleaseRule;
import vedette.model.Warning;

/// The rules of release in the settings.
final class ReleaseSetting {
    /// What the public is told of when nothing else is said: dangers to people, not a node's own troubles.
    private static final List<Warning.Kind> PUBLIC =
            List.of(Warning.Kind.IMPACT, Warning.Kind.RAID, Warning.Kind.REENTRY, Warning.Kind.INTRUSION);

    private ReleaseSetting() {}

    /// What the engine is told.
    ///
    /// @param keys the block `release`
    /// @param domain in LIVE no rule may release by itself
    static List<ReleaseRule> rules(SettingsKeys keys, Domain domain) {
        List<ReleaseRule> rules = new ArrayList<>();
        for (SettingsKeys each : keys.parts("rules")) {
            rules.add(rule(each, domain));
            each.nothingElse();
        }
        keys.nothingElse();
        return rules.isEmpty() ? List.of(usual(domain)) : rules;
    }

    private static ReleaseRule usual(Domain domain) {
        ReleaseRule.Way way = domain == Domain.LIVE ? ReleaseRule.Way.TWO_PERSONS : ReleaseRule.Way.AUTOMATIC;
        String name = domain == Domain.LIVE ? "two persons" : "at once, not LIVE";
        return new ReleaseRule(name, PUBLIC, Warning.Confidence.UNCONFIRMED, way, 0);
    }

    private static ReleaseRule rule(SettingsKeys keys, Domain domain) {
        String name = keys.required("name", "Name the rule: messages that it releases say so");
        ReleaseRule.Way way = keys.choice("way", ReleaseRule.Way.class)
                .orElseThrow(() -> keys.wrong(
                        "way", "is missing", "Say internal, two_persons, preauthorised or automatic (not in LIVE)"));
        if (way == ReleaseRule.Way.AUTOMATIC && domain == Domain.LIVE) {
            throw keys.wrong("way", "is automatic in a LIVE node", "Say two_persons or preauthorised");
        }
        Warning.Confidence least =
                keys.choice("least", Warning.Confidence.class).orElse(Warning.Confidence.UNCONFIRMED);
        return new ReleaseRule(name, kinds(keys), least, way, keys.number("within_s", 0, 86_400, 0));
    }

    private static List<Warning.Kind> kinds(SettingsKeys keys) {
        List<String> named = keys.texts("kinds");
        Set<Warning.Kind> all = EnumSet.noneOf(Warning.Kind.class);
        for (String name : named) {
            all.add(Stream.of(Warning.Kind.values())
                    .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> keys.wrong(
                            "kinds",
                            "has '" + name + "'",
                            "Name kinds of warnings: " + List.of(Warning.Kind.values()))));
        }
        return named.isEmpty() ? PUBLIC : List.copyOf(all);
    }

    /// Rules and channels as the engine is told of them.
    static Configuration.Releasing told(Settings settings) {
        List<String> channels = new ArrayList<>();
        if (settings.outputs().cap().isPresent() && settings.domain() != Domain.SIMULATION) {
            channels.add(Outlets.SHELF);
        }
        settings.channels().forEach(channel -> channels.add(channel.name()));
        return new Configuration.Releasing(settings.release(), channels);
    }
}
