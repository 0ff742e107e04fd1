package vedette.format.zones;

/// What EUROCAE ED-318 (2022, JSON schema) asks of a zone's properties. A feature counts as ED-318 when it has
/// a variant or an authority; plain ones are not asked for either.
final class Ed318 {
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

    private Ed318() {}

    static void check(At properties) {
        if (properties.maybe("variant").isEmpty()
                && properties.maybe("zoneAuthority").isEmpty()) {
            return;
        }
        properties.member("variant").oneOf(Variant.class);
        At type = properties.member("type");
        if (type.oneOf(Type.class) == Type.NO_RESTRICTION) {
            throw type.fault("NO_RESTRICTION: nothing is protected here");
        }
        if (properties.member("country").text().length() != 3) {
            throw properties.member("country").fault("must be three letters");
        }
        if (properties.member("zoneAuthority").items().isEmpty()) {
            throw properties.member("zoneAuthority").fault("empty");
        }
        properties
                .maybe("name")
                .ifPresent(
                        name -> name.items().forEach(each -> each.member("lang").text()));
    }
}
