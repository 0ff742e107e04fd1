package vedette.format.zones;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/// What EUROCAE ED-318 (2022, JSON schema) asks of a file and of a zone's properties. A feature counts as ED-318 when
/// it has a variant or an authority; plain ones are not asked for either. Members the standard does not know are
/// left alone: files in use have them.
final class Ed318 {
    private static final int LONGEST_IDENTIFIER = 7;
    private static final int LONGEST_LANGUAGE = 5;
    private static final int LONGEST_TEXT = 200;

    private enum Type {
        USPACE,
        PROHIBITED,
        REQ_AUTHORIZATION,
        CONDITIONAL,
        NO_RESTRICTION
    }

    private enum Variant {
        COMMON,
        CUSTOMIZED
    }

    private enum Reason {
        AIR_TRAFFIC,
        SENSITIVE,
        PRIVACY,
        POPULATION,
        NATURE,
        NOISE,
        EMERGENCY,
        DAR,
        OTHER
    }

    private enum Purpose {
        AUTHORIZATION,
        NOTIFICATION,
        INFORMATION
    }

    private enum YesNo {
        YES,
        NO
    }

    private Ed318() {}

    /// What is said of the whole file.
    static void checkFile(At root) {
        root.maybe("metadata").ifPresent(metadata -> {
            for (String name : List.of("validFrom", "validTo", "issued")) {
                metadata.maybe(name).ifPresent(Ed318::time);
            }
            texts(metadata, "provider");
            texts(metadata, "description");
        });
    }

    /// A zone's properties.
    static void check(At properties) {
        if (properties.maybe("variant").isEmpty()
                && properties.maybe("zoneAuthority").isEmpty()) {
            return;
        }
        properties.member("variant").oneOf(Variant.class);
        At type = properties.member("type");
        Type restriction = type.oneOf(Type.class);
        At identifier = properties.member("identifier");
        if (identifier.text().length() > LONGEST_IDENTIFIER) {
            throw identifier.fault("longer than " + LONGEST_IDENTIFIER + " characters");
        }
        if (properties.member("country").text().length() != 3) {
            throw properties.member("country").fault("must be three letters");
        }
        properties.maybe("reason").ifPresent(each -> each.items().forEach(reason -> reason.oneOf(Reason.class)));
        properties.maybe("regulationExemption").ifPresent(each -> each.oneOf(YesNo.class));
        properties.maybe("region").ifPresent(At::number);
        properties.maybe("restrictionConditions").ifPresent(At::text);
        texts(properties, "name");
        texts(properties, "otherReasonInfo");
        texts(properties, "message");
        if (properties.member("zoneAuthority").items().isEmpty()) {
            throw properties.member("zoneAuthority").fault("empty");
        }
        properties.member("zoneAuthority").items().forEach(Ed318::authority);
        if (restriction == Type.NO_RESTRICTION) {
            throw new ZonePassed("NO_RESTRICTION: nothing is protected here");
        }
    }

    private static void authority(At authority) {
        authority.member("purpose").oneOf(Purpose.class);
        texts(authority, "name");
        texts(authority, "service");
        texts(authority, "contactName");
        for (String name : List.of("siteURL", "email", "phone", "intervalBefore")) {
            authority.maybe(name).ifPresent(At::text);
        }
    }

    /// Texts with their languages.
    private static void texts(At holder, String name) {
        if (holder.maybe(name).isEmpty()) {
            return;
        }
        for (At each : holder.member(name).items()) {
            if (each.member("lang").text().length() > LONGEST_LANGUAGE) {
                throw each.member("lang").fault("longer than " + LONGEST_LANGUAGE + " characters");
            }
            // The standard's 200 characters are kept by few: a longer text costs nobody the zone's protection.
            each.maybe("text")
                    .map(At::text)
                    .filter(text -> text.length() > LONGEST_TEXT * LONGEST_TEXT)
                    .ifPresent(t -> {
                        throw each.member("text").fault("longer than " + LONGEST_TEXT * LONGEST_TEXT + " characters");
                    });
        }
    }

    private static void time(At at) {
        try {
            OffsetDateTime.parse(at.text());
        } catch (DateTimeException noTime) {
            throw at.fault("no date and time with a zone, as 2026-11-23T06:00:00Z");
        }
    }
}
