package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.Station;
import vedette.model.Measurement.StationKind;
import vedette.model.Measurement.UasReport;
import vedette.model.Measurement.Velocity;
import vedette.model.Moment;
import vedette.model.Provenance;

/// Broadcasts in the nouns of the field: SI units, each quality as a standard deviation, nothing where
/// nothing is known.
final class Nouns {
    private static final int ON_GROUND = 1;
    private static final double NS = 1e9;

    /// A flight is told of anew so often, nanoseconds: what is shown of it ages by this.
    private static final long ANEW_NS = 1_000_000_000L;

    /// A clock that went otherwise by more is news, seconds.
    private static final double CLOCK_NEWS_S = 5;

    /// The year 2255: nanoseconds reach to 2262.
    private static final long MOST_UNIX_S = 9_000_000_000L;

    private final RemoteIdSource source;

    Nouns(RemoteIdSource source) {
        this.source = source;
    }

    /// What became of a Location.
    sealed interface Placed {}

    /// It tells a place.
    ///
    /// @param report that place
    record Reported(PositionReport report) implements Placed {}

    /// It says that it does not know.
    record Nowhere() implements Placed {}

    /// It tells what no place on Earth has.
    ///
    /// @param item which field
    /// @param reason what is wrong
    record Impossible(String item, String reason) implements Placed {}

    Placed placed(Location location, Optional<Flight> flight, String name, Moment heardAt) {
        Optional<LatLon> place = location.place();
        if (place.isEmpty()) {
            boolean unknown = location.latE7() == 0 && location.lonE7() == 0;
            String reason = "is " + location.latE7() / 1e7 + ", " + location.lonE7() / 1e7 + ": no place on Earth";
            return unknown ? new Nowhere() : new Impossible("Latitude, Longitude", reason);
        }
        return new Reported(new PositionReport(
                Provenance.open(source.sensor(), observedAt(location, heardAt)),
                place.get(),
                Sigmas.horizontalM(location.accuracy().horizontal()),
                altitude(location, flight),
                velocity(location),
                Identity.ofSerial(name),
                location.status() == ON_GROUND));
    }

    // A stale or leading clock does not make the place old: the aircraft was heard now.
    private Moment observedAt(Location location, Moment heardAt) {
        Moment told =
                location.isTimed() ? HourClock.resolve(location.tenths(), heardAt, source.leapSeconds()) : heardAt;
        return HourClock.isTrue(told, heardAt) ? earlier(told, heardAt) : heardAt;
    }

    // Nothing was observed after it was heard: the clock is ahead by less than what makes it wrong.
    private static Moment earlier(Moment a, Moment b) {
        return a.isBefore(b) ? a : b;
    }

    // By the ellipsoid, else by the pressure, else above the ground, else above a take-off point of known
    // height.
    private static Altitude altitude(Location location, Optional<Flight> flight) {
        Levels levels = location.levels();
        double sigmaM = Sigmas.altitudeM(location.accuracy().vertical());
        OptionalDouble geodetic = DroneMessage.metres(levels.geodetic());
        if (geodetic.isPresent()) {
            return new Altitude.Ellipsoidal(geodetic.getAsDouble(), sigmaM);
        }
        OptionalDouble pressure = DroneMessage.metres(levels.pressure());
        if (pressure.isPresent()) {
            return new Altitude.Pressure(
                    pressure.getAsDouble(), Sigmas.altitudeM(location.accuracy().pressure()));
        }
        OptionalDouble height = DroneMessage.metres(levels.height());
        if (height.isEmpty()) {
            return Altitude.UNKNOWN;
        }
        if (levels.aboveGround()) {
            return new Altitude.Agl(height.getAsDouble(), sigmaM);
        }
        OptionalDouble takeOff = flight.filter(f -> f.operator().source() == 0)
                .map(f -> DroneMessage.metres(f.operator().altitude()))
                .orElse(OptionalDouble.empty());
        return takeOff.isPresent()
                ? new Altitude.Ellipsoidal(takeOff.getAsDouble() + height.getAsDouble(), sigmaM)
                : Altitude.UNKNOWN;
    }

    private static Optional<Velocity> velocity(Location location) {
        Motion motion = location.motion();
        OptionalDouble speed = motion.speedMps();
        boolean stands = speed.orElse(1) == 0;
        OptionalDouble direction = stands ? OptionalDouble.of(0) : motion.direction();
        if (speed.isEmpty() || direction.isEmpty()) {
            return Optional.empty();
        }
        double bearingRad = Math.toRadians(direction.getAsDouble());
        Enu enu = new Enu(
                speed.getAsDouble() * Exact.sin(bearingRad),
                speed.getAsDouble() * Exact.cos(bearingRad),
                motion.climbMps().orElse(0));
        return Optional.of(new Velocity(
                enu,
                Sigmas.speedMps(location.accuracy().speed()),
                motion.climbMps().isPresent()));
    }

    UasReport flight(Transmitter known, Optional<Location> location, String name, Moment heardAt) {
        List<Station> stations = new ArrayList<>();
        known.flight.ifPresent(flight -> flight.operator().place().ifPresent(place -> {
            OptionalDouble metres = DroneMessage.metres(flight.operator().altitude());
            Altitude altitude = metres.isPresent()
                    ? new Altitude.Ellipsoidal(metres.getAsDouble(), Sigmas.altitudeM(0))
                    : Altitude.UNKNOWN;
            stations.add(new Station(kind(flight.operator().source()), place, altitude));
        }));
        return new UasReport(
                Provenance.open(source.sensor(), heardAt), name, stations, known.operatorId, lateS(location, heardAt));
    }

    private static StationKind kind(int source) {
        return switch (source) {
            case 1 -> StationKind.OPERATOR_LIVE;
            case 2 -> StationKind.OPERATOR_FIXED;
            default -> StationKind.TAKE_OFF;
        };
    }

    // A message without a Location says nothing of the clock.
    private OptionalDouble lateS(Optional<Location> location, Moment heardAt) {
        return location.filter(Location::isTimed)
                .map(l -> OptionalDouble.of(
                        heardAt.nsSince(HourClock.resolve(l.tenths(), heardAt, source.leapSeconds())) / NS))
                .orElse(OptionalDouble.empty());
    }

    /// Whether a report says what the latest one did not.
    static boolean isNews(UasReport report, Optional<UasReport> latest) {
        if (latest.isEmpty()) {
            return true;
        }
        UasReport before = latest.get();
        long ageNs =
                report.provenance().observedAt().nsSince(before.provenance().observedAt());
        boolean same = report.serial().equals(before.serial())
                && report.stations().equals(before.stations())
                && report.operatorId().equals(before.operatorId());
        boolean clock = report.lateS().isPresent()
                && Math.abs(report.lateS().getAsDouble()
                                - before.lateS().orElse(report.lateS().getAsDouble()))
                        > CLOCK_NEWS_S;
        return !same || clock || ageNs >= ANEW_NS || ageNs < 0;
    }

    /// A vendor's beacon: the same nouns from another layout.
    ///
    /// @param place where it is
    /// @param altitude how high
    /// @param velocity how it moves
    /// @param stations the operator's places
    /// @param lateS by what makes them, how far its time lies before its receipt
    record Told(
            Optional<LatLon> place,
            Altitude altitude,
            Optional<Velocity> velocity,
            List<Station> stations,
            Function<Moment, OptionalDouble> lateS) {}

    /// A beacon with the location by which repetitions are recognised.
    ///
    /// @param told what it says
    /// @param location that location
    /// @param source of the feed
    record Beacon(Told told, Location location, RemoteIdSource source) {
        Optional<PositionReport> report(String name, Moment heardAt) {
            return told.place()
                    .map(place -> new PositionReport(
                            Provenance.open(source.sensor(), heardAt),
                            place,
                            OptionalDouble.empty(),
                            told.altitude(),
                            told.velocity(),
                            Identity.ofSerial(name),
                            false));
        }

        UasReport flight(String name, Moment heardAt) {
            return new UasReport(
                    Provenance.open(source.sensor(), heardAt),
                    name,
                    told.stations(),
                    Optional.empty(),
                    told.lateS().apply(heardAt));
        }
    }

    Beacon french(FrenchBeacon beacon) {
        Altitude altitude = beacon.altitudeM().isPresent()
                ? new Altitude.Amsl(beacon.altitudeM().getAsInt(), Sigmas.altitudeM(0))
                : Altitude.UNKNOWN;
        Optional<Velocity> velocity =
                beacon.speedMps().isPresent() && beacon.headingDeg().isPresent()
                        ? Optional.of(level(
                                beacon.speedMps().getAsInt(),
                                Math.toRadians(beacon.headingDeg().getAsInt())))
                        : Optional.empty();
        List<Station> stations = beacon.takeOff().flatMap(FrenchBeacon.Point::latLon).stream()
                .map(place -> new Station(StationKind.TAKE_OFF, place, Altitude.UNKNOWN))
                .toList();
        Optional<LatLon> place = beacon.place().flatMap(FrenchBeacon.Point::latLon);
        Told told = new Told(place, altitude, velocity, stations, _ -> OptionalDouble.empty());
        return new Beacon(told, marked(place, beacon.headingDeg().orElse(0), 0), source);
    }

    private static Velocity level(double speedMps, double bearingRad) {
        Enu enu = new Enu(speedMps * Exact.sin(bearingRad), speedMps * Exact.cos(bearingRad), 0);
        return new Velocity(enu, OptionalDouble.empty(), false);
    }

    Beacon dji(DjiReport report) {
        Enu enu = new Enu(report.east() / 100.0, report.north() / 100.0, report.up() / 100.0);
        List<Station> stations = new ArrayList<>();
        report.home().latLon().ifPresent(p -> stations.add(new Station(StationKind.TAKE_OFF, p, Altitude.UNKNOWN)));
        report.pilot()
                .flatMap(pilot -> pilot.place().latLon())
                .ifPresent(p -> stations.add(new Station(StationKind.OPERATOR_LIVE, p, Altitude.UNKNOWN)));
        Told told = new Told(
                report.place().latLon(),
                Altitude.UNKNOWN,
                Optional.of(new Velocity(enu, OptionalDouble.empty(), true)),
                stations,
                heardAt -> lateS(report, heardAt));
        return new Beacon(told, marked(report.place().latLon(), 0, report.sequence()), source);
    }

    private OptionalDouble lateS(DjiReport report, Moment heardAt) {
        return report.pilot()
                .map(DjiReport.Pilot::unixS)
                .filter(time -> time.isPresent() && time.getAsLong() < MOST_UNIX_S)
                .map(time -> OptionalDouble.of(
                        heardAt.secondsSince(source.leapSeconds().moment(time.getAsLong() * 1_000_000_000L))))
                .orElse(OptionalDouble.empty());
    }

    // Only compared with the one before.
    private static Location marked(Optional<LatLon> place, int direction, int sequence) {
        int lat = (int) Math.rint(place.map(LatLon::latDeg).orElse(0.0) * 1e7);
        int lon = (int) Math.rint(place.map(LatLon::lonDeg).orElse(0.0) * 1e7);
        Motion motion = new Motion(Math.floorMod(direction, 360), 0, 0);
        return new Location(0, motion, lat, lon, Levels.UNKNOWN, DroneMessage.Accuracy.UNKNOWN, sequence & 0xFFFF);
    }
}
