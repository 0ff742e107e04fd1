package vedette.model;

import static vedette.math.Require.finite;
import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.math.Vec3;

/// One claim of one sensor.
public sealed interface Measurement {
    /// Whose claim it is, and when it was true.
    Provenance provenance();

    /// One radar return, in the sensor's own polar frame.
    ///
    /// @param provenance whose
    /// @param polar where, from the sensor
    /// @param sigma how surely
    /// @param altitude what the transponder told of its height (Mode C), or unknown
    /// @param identity what the transponder told of itself
    /// @param detection what kind of return it was
    /// @param sensorTrack the sensor's own track number, where it keeps one
    /// @param signature what the echo looked like, where the radar tells
    record RadarPlot(
            Provenance provenance,
            Polar polar,
            PlotSigma sigma,
            Altitude altitude,
            Identity identity,
            Detection detection,
            OptionalInt sensorTrack,
            Optional<Signature> signature)
            implements Measurement {
        /// A return of whose looks nothing is told.
        public RadarPlot(
                Provenance provenance,
                Polar polar,
                PlotSigma sigma,
                Altitude altitude,
                Identity identity,
                Detection detection,
                OptionalInt sensorTrack) {
            this(provenance, polar, sigma, altitude, identity, detection, sensorTrack, Optional.empty());
        }

        /// An echo without a transponder's reply, as sure as its radar says.
        ///
        /// @param site the radar
        /// @param at when the beam met it
        /// @param polar where
        public static RadarPlot primary(SensorSite site, Moment at, Polar polar) {
            return new RadarPlot(
                    Provenance.open(site.sensor(), at),
                    polar,
                    site.sigma(),
                    Altitude.UNKNOWN,
                    Identity.NONE,
                    Detection.PRIMARY,
                    OptionalInt.empty());
        }
    }

    /// Slant range and angles from a sensor, in the tangent plane at the sensor.
    ///
    /// @param rangeM slant range, metres, 0 or more
    /// @param azimuthRad clockwise from true north, radians, kept in [0, 2π)
    /// @param elevationRad above the tangent plane, radians, where measured
    /// @param rangeRateMps growth of the range, metres a second, where measured
    record Polar(double rangeM, double azimuthRad, OptionalDouble elevationRad, OptionalDouble rangeRateMps) {
        /// Checks the ranges and wraps the azimuth.
        public Polar {
            require(rangeM >= 0 && rangeM < Double.POSITIVE_INFINITY, "rangeM %s", rangeM);
            finite(azimuthRad, "azimuthRad");
            require(Math.abs(elevationRad.orElse(0)) <= Math.PI / 2, "elevationRad %s", elevationRad);
            finite(rangeRateMps.orElse(0), "rangeRateMps");
            azimuthRad = azimuthRad >= 0 && azimuthRad < Exact.TWO_PI ? azimuthRad : Exact.turn(azimuthRad);
        }

        /// Range and azimuth only, as a two-dimensional radar gives them.
        public static Polar flat(double rangeM, double azimuthRad) {
            return new Polar(rangeM, azimuthRad, OptionalDouble.empty(), OptionalDouble.empty());
        }

        /// Range, azimuth and elevation, as a three-dimensional radar gives them.
        public static Polar solid(double rangeM, double azimuthRad, double elevationRad) {
            return new Polar(rangeM, azimuthRad, OptionalDouble.of(elevationRad), OptionalDouble.empty());
        }
    }

    /// What a radar heard: an echo, a transponder, or both.
    enum Detection {
        /// Not told.
        UNKNOWN,
        /// An echo of the skin.
        PRIMARY,
        /// A transponder's reply.
        SECONDARY,
        /// Both, combined.
        COMBINED,
        /// A Mode S reply, with or without an echo.
        MODE_S,
        /// A fixed test or field monitor target, never an aircraft.
        MONITOR
    }

    /// A position that an object reports of itself (ADS-B, Remote ID).
    ///
    /// @param provenance whose receiver heard it
    /// @param position where it says it is
    /// @param sigmaM standard deviation of each horizontal axis, metres, above 0, where its quality is told
    /// @param altitude how high it says it is
    /// @param velocity how it says it moves, where told
    /// @param identity who it says it is
    /// @param onGround whether it says it is on the ground
    /// @param claim what whoever reports takes it for, where it tells
    record PositionReport(
            Provenance provenance,
            LatLon position,
            OptionalDouble sigmaM,
            Altitude altitude,
            Optional<Velocity> velocity,
            Identity identity,
            boolean onGround,
            Optional<KindClaim> claim)
            implements Measurement {
        /// A report of somebody who does not say what it is.
        public PositionReport(
                Provenance provenance,
                LatLon position,
                OptionalDouble sigmaM,
                Altitude altitude,
                Optional<Velocity> velocity,
                Identity identity,
                boolean onGround) {
            this(provenance, position, sigmaM, altitude, velocity, identity, onGround, Optional.empty());
        }

        /// Checks the sigma.
        public PositionReport {
            require(sigmaM.orElse(1) > 0, "sigmaM %s", sigmaM);
        }
    }

    /// A told velocity.
    ///
    /// @param enuMps along the axes at the object, metres a second; up is 0 where it was not told
    /// @param sigmaMps standard deviation of each horizontal axis, metres a second, where told
    /// @param verticalKnown whether the vertical rate was told
    record Velocity(Enu enuMps, OptionalDouble sigmaMps, boolean verticalKnown) {}

    /// What an unmanned aircraft broadcasts of its flight beside its own place (Remote ID): where its operator is
    /// and where it took off, and how its clock goes.
    ///
    /// @param provenance whose receiver heard it
    /// @param serial under which its position reports come: [Identity#serial()]
    /// @param stations the operator's places, at most one of a kind
    /// @param operatorId the operator's registration, as told, where told
    /// @param lateS how far the time it tells lies before its receipt, seconds; below 0 it lies after; where it
    /// tells one
    record UasReport(
            Provenance provenance,
            String serial,
            List<Station> stations,
            Optional<String> operatorId,
            OptionalDouble lateS)
            implements Measurement {
        /// Copies the list and checks the serial number.
        public UasReport {
            require(!serial.isBlank(), "serial '%s'", serial);
            require(Double.isFinite(lateS.orElse(0)), "lateS %s", lateS);
            stations = List.copyOf(stations);
        }
    }

    /// A place on the ground that belongs to an unmanned aircraft's flight.
    ///
    /// @param kind what it is
    /// @param place where
    /// @param altitude how high, where told
    record Station(StationKind kind, LatLon place, Altitude altitude) {}

    /// What a station is.
    enum StationKind {
        /// Where the aircraft took off.
        TAKE_OFF,
        /// Where the operator is now, by satellite navigation.
        OPERATOR_LIVE,
        /// Where the operator declared to be.
        OPERATOR_FIXED
    }

    /// A reply or squitter that tells who, or how high, but not where.
    ///
    /// @param provenance whose receiver heard it
    /// @param identity who it says it is
    /// @param altitude how high it says it is
    record TransponderReport(Provenance provenance, Identity identity, Altitude altitude) implements Measurement {}

    /// A track that another system keeps (ASTERIX category 062).
    ///
    /// @param provenance the other system
    /// @param number its track number; numbers are used again after their end
    /// @param phase where in its life the track is
    /// @param position where it is held to be
    /// @param altitude how high
    /// @param velocity how it is held to move
    /// @param identity who it is held to be
    /// @param sigmaM standard deviation of each horizontal axis, metres, above 0, where told
    record SystemTrack(
            Provenance provenance,
            int number,
            Phase phase,
            LatLon position,
            Altitude altitude,
            Optional<Velocity> velocity,
            Identity identity,
            OptionalDouble sigmaM)
            implements Measurement {
        /// Checks the sigma.
        public SystemTrack {
            require(sigmaM.orElse(1) > 0, "sigmaM %s", sigmaM);
        }
    }

    /// Where in its life a reported track is.
    enum Phase {
        /// Its first report.
        FIRST,
        /// Measured lately.
        HELD,
        /// Not measured lately, carried on.
        COASTED,
        /// Its last report.
        LAST
    }

    /// What a rotating sensor has looked at: evidence even when it saw nothing.
    ///
    /// @param provenance whose; observed when the beam left the sector
    /// @param fromRad start of the sector, radians clockwise from true north, [0, 2π)
    /// @param widthRad how far the beam turned, radians, (0, 2π]
    /// @param periodS time of a full turn, seconds, where told
    record Sweep(Provenance provenance, double fromRad, double widthRad, OptionalDouble periodS)
            implements Measurement {
        /// Checks the ranges.
        public Sweep {
            require(fromRad >= 0 && fromRad < Exact.TWO_PI, "fromRad %s", fromRad);
            require(widthRad > 0 && widthRad <= Exact.TWO_PI, "widthRad %s", widthRad);
            require(periodS.orElse(1) > 0, "periodS %s", periodS);
        }

        /// A look all around that is over, as a sensor that gives whole frames ends each of them.
        ///
        /// @param site the sensor
        /// @param at when it was
        public static Sweep whole(SensorSite site, Moment at) {
            Provenance provenance = Provenance.open(site.sensor(), at);
            return new Sweep(provenance, 0, Exact.TWO_PI, OptionalDouble.of(site.periodS()));
        }
    }

    /// A sensor's or service's own word on its state (ASTERIX 034, 002, 063, 065).
    ///
    /// @param provenance who speaks
    /// @param about whose state it is; often the speaker's own
    /// @param condition the state
    /// @param words what it says, short
    record StatusReport(Provenance provenance, SensorId about, Condition condition, String words)
            implements Measurement {}

    /// A state that a sensor claims.
    enum Condition {
        /// In operation.
        OPERATIONAL,
        /// In operation with losses.
        DEGRADED,
        /// Not in operation.
        FAILED,
        /// Not told.
        UNKNOWN
    }

    /// What a feed's socket or file saw, once a second: the picture's only knowledge of what could not be decoded.
    ///
    /// @param provenance the feed, as a sensor of its own
    /// @param received messages decoded since the start
    /// @param rejected messages refused since the start
    /// @param shed datagrams dropped because a bound was reached, since the start
    /// @param connected whether the connection stands (always, for datagrams)
    /// @param words the latest trouble, short, or nothing
    record FeedStatus(Provenance provenance, long received, long rejected, long shed, boolean connected, String words)
            implements Measurement {}

    /// Where a sensor stood: ships and aircraft carry sensors too.
    ///
    /// @param provenance the sensor; observed when it stood there
    /// @param place where
    /// @param covariance of the place along east, north, up, m²
    record SensorPose(Provenance provenance, Geodetic place, SymMatrix covariance) implements Measurement {
        /// Checks the shape.
        public SensorPose {
            require(covariance.n() == 3, "pose covariance of %s rows", covariance.n());
        }
    }

    /// An infrared satellite's look at something that burns or glows: a direction, unlabelled.
    ///
    /// @param provenance which satellite, and when
    /// @param from where the satellite was
    /// @param along unit vector from there to the light, along Earth-fixed axes
    /// @param sigmaRad standard deviation across, per axis, radians, above 0
    record Sight(Provenance provenance, Ecef from, Vec3 along, double sigmaRad) implements Measurement {
        /// Checks that it is a direction.
        public Sight {
            require(Math.abs(along.norm() - 1) < 1e-6, "a direction %s", along);
            require(sigmaRad > 0 && sigmaRad < 0.1, "sigmaRad %s", sigmaRad);
        }
    }

    /// A listening node heard something near it: that something is there, and sometimes from where it sounds.
    ///
    /// @param provenance which node, and when it heard it
    /// @param place where the node says it stands
    /// @param bearingRad of the sound, clockwise from true north, radians, kept in [0, 2π), where told
    /// @param confidence the node's own, that it is what it takes it for, [0, 1]
    record Presence(Provenance provenance, LatLon place, OptionalDouble bearingRad, double confidence)
            implements Measurement {
        /// Checks the range and wraps the bearing.
        public Presence {
            require(confidence >= 0 && confidence <= 1, "confidence %s", confidence);
            finite(bearingRad.orElse(0), "bearingRad");
            bearingRad = bearingRad.isPresent()
                    ? OptionalDouble.of(Exact.turn(bearingRad.getAsDouble()))
                    : OptionalDouble.empty();
        }
    }

    /// The direction of something that was heard or seen, without its distance: of a radio, a sound, a light.
    ///
    /// @param provenance who heard or saw it
    /// @param from where the sensor stood
    /// @param direction whereto
    /// @param identity what the signal told of who sends it
    /// @param claim what the sensor takes it for, where it tells
    record Bearing(
            Provenance provenance, Geodetic from, Direction direction, Identity identity, Optional<KindClaim> claim)
            implements Measurement {}

    /// A direction from a place, in the tangent plane there.
    ///
    /// @param azimuthRad clockwise from true north, radians, kept in [0, 2π)
    /// @param azimuthSigmaRad standard deviation, radians, above 0, at most π
    /// @param elevationRad above the tangent plane, radians, where measured
    /// @param elevationSigmaRad standard deviation, radians, above 0; it means nothing where none was measured
    record Direction(double azimuthRad, double azimuthSigmaRad, OptionalDouble elevationRad, double elevationSigmaRad) {
        /// Checks the ranges and wraps the azimuth.
        public Direction {
            finite(azimuthRad, "azimuthRad");
            require(azimuthSigmaRad > 0 && azimuthSigmaRad <= Math.PI, "azimuthSigmaRad %s", azimuthSigmaRad);
            require(Math.abs(elevationRad.orElse(0)) <= Math.PI / 2, "elevationRad %s", elevationRad);
            require(elevationSigmaRad > 0 && elevationSigmaRad <= Math.PI, "elevationSigmaRad %s", elevationSigmaRad);
            azimuthRad = azimuthRad >= 0 && azimuthRad < Exact.TWO_PI ? azimuthRad : Exact.turn(azimuthRad);
        }

        /// A direction without elevation.
        public static Direction level(double azimuthRad, double azimuthSigmaRad) {
            return new Direction(azimuthRad, azimuthSigmaRad, OptionalDouble.empty(), Math.PI);
        }
    }
}
