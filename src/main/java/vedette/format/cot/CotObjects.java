package vedette.format.cot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.Identity;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.Warning;
import vedette.model.Zone;

/// Our objects as events: place with its one-sigma errors, how long it holds, what it is called and what it may be.
/// Sensors' names never leave, their places only when the voice may tell them.
public final class CotObjects {
    private static final long NS_PER_MS = 1_000_000;
    private static final double ZONE_STALE_S = 3600;
    private static final double OVER_STALE_S = 600;
    private static final int MOST_CORNERS = 200;
    private static final String RED = "-65536";
    private static final String YELLOW = "-256";

    private final CotVoice voice;

    /// Events in somebody's name.
    public CotObjects(CotVoice voice) {
        this.voice = voice;
    }

    /// In whose name.
    public CotVoice voice() {
        return voice;
    }

    /// What an event says about an object.
    private record Words(CotType type, String uid, String how, String callsign, String remarks) {}

    private CotReport report(Words words, CotEvent.Times times, String qos, CotEvent.Point point, List<Markup> more) {
        List<Markup> detail = new ArrayList<>();
        detail.add(Markup.Element.of("contact", "callsign", voice.prefix() + words.callsign));
        detail.add(new Markup.Element(
                "remarks", List.of(), List.of(new Markup.Characters(voice.remark() + words.remarks))));
        detail.addAll(more);
        CotEvent.Marks marks = new CotEvent.Marks("", qos, voice.opex());
        String uid = voice.uid(words.uid);
        return new CotReport(
                words.type,
                new CotEvent("2.0", words.type.code(), uid, words.how, times, marks, point, Detail.of(detail)));
    }

    /// A track.
    ///
    /// @return nothing for what is not shown, not everyone may see, or is surely a bird
    public Optional<CotReport> track(Track track) {
        boolean told =
                track.shown() && track.releasability().open() && track.kinds().most() != ObjectKind.BIRD;
        return told ? Optional.of(track(track, times(track.kinematics().at(), voice.trackStaleS()))) : Optional.empty();
    }

    /// A track that is no more: it is stale at once. The schema's own word for it would be an order, which we cannot
    /// say.
    public Optional<CotReport> ended(Track track) {
        return track.releasability().open()
                ? Optional.of(track(track, times(track.kinematics().at(), 0)))
                : Optional.empty();
    }

    private CotReport track(Track track, CotEvent.Times times) {
        Identity identity = track.identity();
        boolean civil = identity.address().isPresent() || identity.callsign().isPresent();
        CotType type = CotType.flying(track.affiliation(), track.kinds().most(), civil);
        String number = "T" + track.id().number();
        String callsign = identity.callsign().or(identity::serial).orElse(number);
        var velocity = track.kinematics().velocityMps();
        Markup.Element motion = Markup.Element.of(
                "track",
                "speed",
                rounded(velocity.horizontal(), 10),
                "course",
                rounded(Math.toDegrees(velocity.bearingRad()), 10));
        Words words = new Words(type, number, "m-f", callsign, remarks(track));
        return report(words, times, "1-r-c", point(track), List.of(motion));
    }

    private static String remarks(Track track) {
        ObjectKind kind = track.kinds().most();
        return "Vedette: " + kind.name().replace('_', ' ') + " "
                + rounded(track.kinds().probability(kind), 100) + ", exists " + rounded(track.existence(), 100)
                + ", held by " + track.sources().size() + " sensors"
                + (track.stage() == Track.Stage.COASTING ? ", not measured now" : "");
    }

    private static CotEvent.Point point(Track track) {
        Kinematics kinematics = track.kinematics();
        SymMatrix covariance = kinematics.covariance();
        boolean high = !(track.altitude() instanceof Altitude.Unknown);
        double east = covariance.get(0, 0);
        double north = covariance.get(1, 1);
        double both = covariance.get(1, 0);
        double spread = Math.sqrt((east - north) * (east - north) / 4 + both * both);
        return new CotEvent.Point(
                degrees(kinematics.position().latRad()),
                degrees(kinematics.position().lonRad()),
                high ? whole(kinematics.position().heightM(), 10) : CotEvent.UNKNOWN_M,
                error((east + north) / 2 + spread),
                high ? error(covariance.get(2, 2)) : CotEvent.UNKNOWN_M);
    }

    // The longer half axis: a circle that is honest for a long ellipse too.
    private static double error(double varianceM2) {
        double sigmaM = Math.sqrt(Math.max(0, varianceM2));
        return Double.isFinite(sigmaM) ? Math.min(whole(sigmaM, 10), CotEvent.UNKNOWN_M) : CotEvent.UNKNOWN_M;
    }

    /// A warning in force or its end: an alert, and the ground it is about as a shape.
    public List<CotReport> warning(Bulletin bulletin) {
        Warning warning = bulletin.warning();
        String text = text(warning, bulletin.authority());
        boolean ended = warning.stage().ended();
        double staleS =
                ended ? OVER_STALE_S : Math.max(1, warning.validity().expires().secondsSince(warning.at()));
        CotEvent.Times times = times(warning.at(), staleS);
        String uid = "W" + warning.id().name();
        String callsign = (ended ? "OVER " : "") + warning.kind().name() + " "
                + warning.words().headline();
        Markup.Element emergency = ended
                ? Markup.Element.of("emergency", "cancel", "true")
                : Markup.Element.of(
                        "emergency", "type", warning.kind() == Warning.Kind.INTRUSION ? "Geo-fence Breached" : "Alert");
        Words words = new Words(ended ? CotType.OVER : CotType.warning(warning.kind()), uid, "m-f", callsign, text);
        List<Markup> more = List.of(emergency.holding(new Markup.Characters(voice.prefix() + callsign)));
        List<CotReport> reports = new ArrayList<>();
        reports.add(report(words, times, "9-f-g", middle(warning.polygon()), more));
        if (warning.polygon().size() >= 3) {
            Words area = new Words(CotType.SHAPE, uid + ".area", "m-f", callsign, text);
            CotEvent.Times held = ended ? times(warning.at(), 0) : times;
            reports.add(report(area, held, "9-r-g", middle(warning.polygon()), ring(warning.polygon(), RED)));
        }
        return reports;
    }

    private static String text(Warning warning, Authority authority) {
        return warning.stage().name().replace('_', ' ') + ": " + warning.words().headline() + ". "
                + warning.words().reason() + " " + warning.words().advice() + " ("
                + warning.gravity().confidence() + ", " + authority.announced() + ")";
    }

    /// A message that tries the channels.
    ///
    /// @param id letters, digits, '-', '.'
    /// @param text what is to be read
    /// @param at when it was sent
    /// @param area where it is meant for
    public CotReport trial(String id, String text, Moment at, List<LatLon> area) {
        Words words = new Words(
                CotType.SHAPE, "TESTMESSAGE." + id, "m-f", "TEST MESSAGE", "TEST MESSAGE - NOT REAL. " + text);
        CotReport made = report(words, times(at, OVER_STALE_S), "5-f-g", middle(area), ring(area, YELLOW));
        if (voice.domain() != Domain.LIVE) {
            return made;
        }
        CotEvent event = made.event();
        CotEvent.Marks marks = new CotEvent.Marks("", event.marks().qos(), "e-TEST");
        return new CotReport(
                made.type(),
                new CotEvent(
                        event.version(),
                        event.type(),
                        event.uid(),
                        event.how(),
                        event.times(),
                        marks,
                        event.point(),
                        event.detail()));
    }

    /// A protected zone; several events when it has several parts.
    public List<CotReport> zone(Zone zone, Moment at) {
        List<CotReport> reports = new ArrayList<>();
        List<Area> parts = zone.area() instanceof Area.Union(List<Area> all) ? all : List.of(zone.area());
        for (int i = 0; i < parts.size(); i++) {
            reports.add(zone(zone, parts.get(i), i, times(at, ZONE_STALE_S)));
        }
        return reports;
    }

    private CotReport zone(Zone zone, Area part, int number, CotEvent.Times times) {
        String uid = "Z" + zone.id().name() + (number == 0 ? "" : "." + number);
        return switch (part) {
            case Area.Circle(LatLon centre, double radiusM) -> {
                String radius = rounded(radiusM, 10);
                Markup.Element ellipse = Markup.Element.of("ellipse", "major", radius, "minor", radius, "angle", "360");
                List<Markup> more = new ArrayList<>(style(YELLOW));
                more.add(Markup.Element.of("shape").holding(ellipse));
                Words words = new Words(CotType.CIRCLE, uid, "h-e", zone.title(), "Protected zone");
                yield report(words, times, "2-r-d", middle(List.of(centre)), more);
            }
            case Area.Polygon(List<LatLon> outer, var _) -> {
                Words words = new Words(CotType.SHAPE, uid, "h-e", zone.title(), "Protected zone");
                yield report(words, times, "2-r-d", middle(outer), ring(outer, YELLOW));
            }
            case Area.Union _ -> throw new IllegalStateException("a union within a union");
        };
    }

    /// A sensor of ours.
    ///
    /// @param name what outsiders may call it
    /// @return nothing unless the voice may tell where sensors stand
    public Optional<CotReport> sensor(SensorSite site, String name, Moment at) {
        if (!voice.sensorPlaces()) {
            return Optional.empty();
        }
        CotType type = site.kind() == SensorSite.Kind.ROTATING ? CotType.RADAR : CotType.SENSOR;
        SymMatrix covariance = site.placeCovariance();
        CotEvent.Point point = new CotEvent.Point(
                degrees(site.place().latRad()),
                degrees(site.place().lonRad()),
                whole(site.place().heightM(), 10),
                error(Math.max(covariance.get(0, 0), covariance.get(1, 1))),
                error(covariance.get(2, 2)));
        Words words = new Words(type, "S" + site.sensor().name(), "h-e", name, "Sensor");
        return Optional.of(report(words, times(at, ZONE_STALE_S), "2-r-d", point, List.of()));
    }

    private CotEvent.Times times(Moment at, double staleS) {
        long ms = Math.floorDiv(voice.leaps().unixNs(at), NS_PER_MS);
        return new CotEvent.Times(ms, ms, ms + Math.round(staleS * 1000));
    }

    private static List<Markup> style(String colour) {
        return List.of(
                Markup.Element.of("strokeColor", "value", colour),
                Markup.Element.of("strokeWeight", "value", "3.0"),
                Markup.Element.of("labels_on", "value", "true"));
    }

    private static List<Markup> ring(List<LatLon> corners, String colour) {
        List<Markup> more = new ArrayList<>();
        if (corners.size() >= 3) {
            // What has more corners than clients draw is thinned; the alert's text names the place.
            int step = (corners.size() + MOST_CORNERS - 1) / MOST_CORNERS;
            for (int i = 0; i < corners.size(); i += step) {
                more.add(link(corners.get(i)));
            }
            more.add(link(corners.getFirst()));
        }
        more.addAll(style(colour));
        return more;
    }

    private static Markup.Element link(LatLon corner) {
        return Markup.Element.of(
                "link",
                "point",
                DetailPart.Numbers.text(degrees(corner.latRad())) + ","
                        + DetailPart.Numbers.text(degrees(corner.lonRad())));
    }

    // The mean of the corners' directions; the error reaches the farthest of them.
    private static CotEvent.Point middle(List<LatLon> corners) {
        double east = 0;
        double north = 0;
        double up = 0;
        for (LatLon corner : corners) {
            east += Exact.cos(corner.latRad()) * Exact.cos(corner.lonRad());
            north += Exact.cos(corner.latRad()) * Exact.sin(corner.lonRad());
            up += Exact.sin(corner.latRad());
        }
        if (corners.isEmpty()) {
            return new CotEvent.Point(0, 0, CotEvent.UNKNOWN_M, CotEvent.UNKNOWN_M, CotEvent.UNKNOWN_M);
        }
        LatLon middle = new LatLon(Exact.atan2(up, Exact.hypot(east, north)), Exact.atan2(north, east));
        double farM = 0;
        for (LatLon corner : corners) {
            farM = Math.max(farM, middle.at(0).ecef().distanceM(corner.at(0).ecef()));
        }
        return new CotEvent.Point(
                degrees(middle.latRad()),
                degrees(middle.lonRad()),
                CotEvent.UNKNOWN_M,
                farM == 0 ? CotEvent.UNKNOWN_M : Math.ceil(farM),
                CotEvent.UNKNOWN_M);
    }

    // A centimetre.
    private static double degrees(double rad) {
        return whole(Math.toDegrees(rad), 1e7);
    }

    private static double whole(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }

    private static String rounded(double value, double parts) {
        return DetailPart.Numbers.text(whole(value, parts));
    }
}
