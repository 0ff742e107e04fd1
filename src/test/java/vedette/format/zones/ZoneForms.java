package vedette.format.zones;

import vedette.format.text.Utc;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// What the tests of the forms share.
final class ZoneForms {
    static final LeapSeconds LEAPS = LeapSeconds.standard();
    static final ZoneFile.Span SPAN = ZoneFile.Span.around(utc("2026-11-20T12:00:00Z"), LEAPS);

    private ZoneForms() {}

    static Moment utc(String text) {
        return Utc.moment(text, LEAPS).orElseThrow();
    }
}
