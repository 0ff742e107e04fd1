package vedette.format.cap;

import java.util.List;
import java.util.Optional;
import vedette.model.Domain;
import vedette.model.Warning;

/// The rules of the IPAWS Profile 1.0 (CAP 1.2 USA Integrated Public Alert and Warning System Profile, OASIS 2009)
/// beyond plain CAP: the profile's code, exactly one SAME event code (47 CFR 11.31), a SAME place, scope Public.
final class Ipaws {
    /// `code` of each message.
    static final String CODE = "IPAWSv1.0";

    private static final String PLACES = "SAME";

    private Ipaws() {}

    /// Why a warning has no form here.
    static Optional<CapWriter.NoForm> whyNot(Warning warning, CapProfile profile) {
        if (!warning.releasability().open() || warning.kind() == Warning.Kind.LAUNCH) {
            return Optional.of(new CapWriter.NoForm("IPAWS takes public warnings only"));
        }
        List<String> zones = warning.zones().stream().map(zone -> zone.name()).toList();
        boolean placed = profile.geocodes().stream()
                .anyMatch(code -> code.list().equals(PLACES)
                        && code.code().matches("\\d{6}")
                        && (code.zone().isEmpty() || zones.contains(code.zone())));
        return placed
                ? Optional.empty()
                : Optional.of(new CapWriter.NoForm("IPAWS wants a SAME geocode of six digits for " + zones));
    }

    /// The SAME event code: civil danger, civil emergency or local emergency; a demonstration when it is not real.
    static String eventCode(Warning warning) {
        if (warning.domain() != Domain.LIVE) {
            return "DMO";
        }
        return switch (warning.kind()) {
            case IMPACT, RAID -> "CDW";
            case LAUNCH, REENTRY -> "CEM";
            case INTRUSION, PROXIMITY, BREACH, EMERGENCY, INTERFERENCE, SPOOFING, SENSOR -> "LAE";
        };
    }
}
