package vedette.format.remoteid;

import static vedette.math.Require.require;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.model.LatLon;

/// One message of ASTM F3411-22a section 5.4.5 (the same in F3411-19 and EN 4709-002, where not said
/// otherwise).
///
/// Components hold what stands on the wire, in its units, so that writing gives the octets back; methods give
/// SI units, and nothing where the standard's value for "unknown" stands or the value is impossible.
public sealed interface DroneMessage {
    /// Octets of every message with its head.
    int OCTETS = 25;

    /// The message type, the upper half of its first octet.
    int type();

    /// Basic ID, type 0.
    ///
    /// @param idType 0 none, 1 serial number (CTA-2063-A), 2 registration of an authority, 3 UUID of a
    /// traffic management, 4 specific session; others are reserved
    /// @param uaType 0 not declared, 1 aeroplane, 2 helicopter or multirotor, … 15 other (Table 3)
    /// @param uasId the identifier up to its first null, as characters of eight bits. Identifiers other than
    /// 1 and 2 are binary: a 21st character is the reserved octet that follows a full one, where that is not
    /// null
    record BasicId(int idType, int uaType, String uasId) implements DroneMessage {
        static final int ID_OCTETS = 20;

        /// Checks the ranges.
        public BasicId {
            range(idType, 15, "idType");
            range(uaType, 15, "uaType");
            latin(uasId, ID_OCTETS + 1, "uasId");
        }

        @Override
        public int type() {
            return 0;
        }

        /// Whether the identifier is text by its type: serial numbers and registrations.
        boolean isText() {
            return idType == 1 || idType == 2;
        }
    }

    /// Location/Vector, type 1.
    ///
    /// @param status 0 not declared, 1 on the ground, 2 airborne, 3 emergency, 4 Remote ID system failure
    /// @param motion where to and how fast
    /// @param latE7 latitude, 1e-7 degrees; 0 with a longitude of 0 says unknown
    /// @param lonE7 longitude, 1e-7 degrees
    /// @param levels how high, by each reference
    /// @param accuracy how surely
    /// @param tenths seconds after the full hour, UTC, in tenths, [0, 36000]; 65535 says unknown
    record Location(int status, Motion motion, int latE7, int lonE7, Levels levels, Accuracy accuracy, int tenths)
            implements DroneMessage {
        /// The time's value for unknown.
        public static final int NO_TIME = 0xFFFF;

        private static final int MOST_TENTHS = 36_009; // 3600.9: within a leap second

        /// Checks the ranges.
        public Location {
            range(status, 15, "status");
            range(tenths, NO_TIME, "tenths");
        }

        @Override
        public int type() {
            return 1;
        }

        /// Where it says it is, where that is known and possible.
        public Optional<LatLon> place() {
            return DroneMessage.place(latE7, lonE7);
        }

        /// Whether it tells a time that an hour has.
        public boolean isTimed() {
            return tenths <= MOST_TENTHS;
        }
    }

    /// Where to and how fast.
    ///
    /// @param directionDeg of the track over ground, degrees clockwise from true north; 361 says unknown
    /// @param quarters speed over ground, quarters of m/s, [0, 1020]; 1020 says unknown. The wire has it in
    /// quarters up to 255 of them and in three quarters above
    /// @param climbHalves upward, halves of m/s, [−128, 127]; 126 says unknown
    record Motion(int directionDeg, int quarters, int climbHalves) {
        /// Nothing known.
        public static final Motion UNKNOWN = new Motion(361, 1020, 126);

        private static final int MOST_DIRECTION = 180 + 255;
        private static final int MOST_CLIMB = 124; // 62 m/s

        /// Checks the ranges.
        public Motion {
            range(directionDeg, MOST_DIRECTION, "directionDeg");
            range(quarters, 1020, "quarters");
            require(climbHalves >= -128 && climbHalves <= 127, "climbHalves %s", climbHalves);
        }

        /// Degrees clockwise from true north, where known.
        public OptionalDouble direction() {
            return directionDeg <= 360 ? OptionalDouble.of(directionDeg) : OptionalDouble.empty();
        }

        /// Metres a second over ground, where known.
        public OptionalDouble speedMps() {
            return quarters < 1020 ? OptionalDouble.of(quarters / 4.0) : OptionalDouble.empty();
        }

        /// Metres a second upward, where known.
        public OptionalDouble climbMps() {
            return Math.abs(climbHalves) <= MOST_CLIMB ? OptionalDouble.of(climbHalves / 2.0) : OptionalDouble.empty();
        }
    }

    /// How high, each in halves of a metre above −1000 m; 0 says unknown.
    ///
    /// @param pressure in the standard atmosphere (1013.25 hPa)
    /// @param geodetic above the WGS-84 ellipsoid
    /// @param aboveGround whether the height is above the ground below; else above the take-off point
    /// @param height above that reference
    record Levels(int pressure, int geodetic, boolean aboveGround, int height) {
        /// Nothing known.
        public static final Levels UNKNOWN = new Levels(0, 0, false, 0);

        /// Checks the ranges.
        public Levels {
            range(pressure, 0xFFFF, "pressure");
            range(geodetic, 0xFFFF, "geodetic");
            range(height, 0xFFFF, "height");
        }
    }

    /// How surely, by the categories of Tables 7 to 11; 0 says unknown.
    ///
    /// @param horizontal of the place
    /// @param vertical of the geodetic altitude
    /// @param pressure of the pressure altitude
    /// @param speed of the velocity
    /// @param time tenths of a second, half the width; 0 unknown
    record Accuracy(int horizontal, int vertical, int pressure, int speed, int time) {
        /// Nothing known.
        public static final Accuracy UNKNOWN = new Accuracy(0, 0, 0, 0, 0);

        /// Checks the ranges.
        public Accuracy {
            range(horizontal, 15, "horizontal");
            range(vertical, 15, "vertical");
            range(pressure, 15, "pressure");
            range(speed, 15, "speed");
            range(time, 15, "time");
        }
    }

    /// Authentication, type 2: one page.
    ///
    /// @param authType 0 none, 1 UAS ID signature, 2 operator ID signature, 3 message set signature, 4
    /// network, 5 specific
    /// @param page 0 to 15
    /// @param head what page 0 tells of the whole
    /// @param data hexadecimal digits, of 17 octets on page 0 and of 23 on others
    record Authentication(int authType, int page, Optional<Head> head, String data) implements DroneMessage {
        static final int FIRST_OCTETS = 17;
        static final int NEXT_OCTETS = 23;

        /// Checks the ranges.
        public Authentication {
            range(authType, 15, "authType");
            range(page, 15, "page");
            require(head.isPresent() == (page == 0), "page %s with head %s", page, head);
            int octets = page == 0 ? FIRST_OCTETS : NEXT_OCTETS;
            require(data.length() == 2 * octets, "data of %s digits on page %s", data.length(), page);
        }

        @Override
        public int type() {
            return 2;
        }
    }

    /// What page 0 tells of an authentication.
    ///
    /// @param lastPage its last page, [0, 15]
    /// @param octets how many it has, at most as its pages hold
    /// @param timestampS seconds since 2019-01-01T00:00:00 UTC
    record Head(int lastPage, int octets, long timestampS) {
        static final int LAST_PAGE = 15;

        /// Checks the ranges.
        public Head {
            range(lastPage, LAST_PAGE, "lastPage");
            range(octets, room(lastPage), "octets");
            require(timestampS >= 0 && timestampS <= 0xFFFFFFFFL, "timestampS %s", timestampS);
        }

        /// How much data fits in pages 0 to `lastPage`, octets; at most what the length's octet can say.
        static int room(int lastPage) {
            return Math.min(255, Authentication.FIRST_OCTETS + lastPage * Authentication.NEXT_OCTETS);
        }
    }

    /// Self-ID, type 3.
    ///
    /// @param descriptionType 0 text, 1 emergency, 2 extended status; 201 to 255 private
    /// @param text at most 23 characters of eight bits
    record SelfId(int descriptionType, String text) implements DroneMessage {
        static final int TEXT_OCTETS = 23;

        /// Checks the ranges.
        public SelfId {
            range(descriptionType, 255, "descriptionType");
            latin(text, TEXT_OCTETS, "text");
        }

        @Override
        public int type() {
            return 3;
        }
    }

    /// System, type 4.
    ///
    /// @param operator where the operator is
    /// @param classification 0 not declared, 1 European Union; others are reserved
    /// @param group of which aircraft it speaks
    /// @param categoryEu 0 not declared, 1 open, 2 specific, 3 certified
    /// @param classEu 0 not declared, 1 to 7 for C0 to C6
    /// @param timestampS seconds since 2019-01-01T00:00:00 UTC; 0 in F3411-19, which has none
    record Flight(Station operator, int classification, Group group, int categoryEu, int classEu, long timestampS)
            implements DroneMessage {
        /// Checks the ranges.
        public Flight {
            range(classification, 7, "classification");
            range(categoryEu, 15, "categoryEu");
            range(classEu, 15, "classEu");
            require(timestampS >= 0 && timestampS <= 0xFFFFFFFFL, "timestampS %s", timestampS);
        }

        @Override
        public int type() {
            return 4;
        }
    }

    /// Where the operator is.
    ///
    /// @param source 0 the take-off point, 1 a live position (GNSS), 2 a fixed position
    /// @param latE7 latitude, 1e-7 degrees; 0 with a longitude of 0 says unknown
    /// @param lonE7 longitude, 1e-7 degrees
    /// @param altitude above the WGS-84 ellipsoid, halves of a metre above −1000 m; 0 says unknown
    record Station(int source, int latE7, int lonE7, int altitude) {
        /// Checks the ranges.
        public Station {
            range(source, 3, "source");
            range(altitude, 0xFFFF, "altitude");
        }

        /// Where the operator is said to be, where that is known and possible.
        public Optional<LatLon> place() {
            return DroneMessage.place(latE7, lonE7);
        }
    }

    /// A group of aircraft that one message speaks of.
    ///
    /// @param count how many
    /// @param radiusTens tens of metres
    /// @param ceiling above the ellipsoid, halves of a metre above −1000 m; 0 says unknown
    /// @param floor above the ellipsoid, halves of a metre above −1000 m; 0 says unknown
    record Group(int count, int radiusTens, int ceiling, int floor) {
        /// One aircraft.
        public static final Group ALONE = new Group(1, 0, 0, 0);

        /// Checks the ranges.
        public Group {
            range(count, 0xFFFF, "count");
            range(radiusTens, 255, "radiusTens");
            range(ceiling, 0xFFFF, "ceiling");
            range(floor, 0xFFFF, "floor");
        }
    }

    /// Operator ID, type 5.
    ///
    /// @param idType 0 operator ID; 201 to 255 private
    /// @param id at most 20 characters of eight bits
    record OperatorId(int idType, String id) implements DroneMessage {
        static final int ID_OCTETS = 20;

        /// Checks the ranges.
        public OperatorId {
            range(idType, 255, "idType");
            latin(id, ID_OCTETS, "id");
        }

        @Override
        public int type() {
            return 5;
        }
    }

    /// Metres out of the wire's halves above −1000 m, where known.
    ///
    /// @param halves as on the wire
    static OptionalDouble metres(int halves) {
        return halves == 0 ? OptionalDouble.empty() : OptionalDouble.of(halves / 2.0 - 1000);
    }

    /// A place out of the wire's 1e-7 degrees: nothing for the standard's "unknown" (0, 0), for a latitude
    /// beyond a pole and for a longitude beyond half a turn.
    ///
    /// @param latE7 latitude
    /// @param lonE7 longitude
    static Optional<LatLon> place(int latE7, int lonE7) {
        boolean unknown = latE7 == 0 && lonE7 == 0;
        boolean possible = Math.abs((long) latE7) <= 900_000_000L && Math.abs((long) lonE7) <= 1_800_000_000L;
        return unknown || !possible ? Optional.empty() : Optional.of(LatLon.ofDegrees(latE7 / 1e7, lonE7 / 1e7));
    }

    private static void range(int value, int most, String name) {
        if (value < 0 || value > most) {
            require(false, "%s %s", name, value);
        }
    }

    private static void latin(String text, int most, String name) {
        require(text.length() <= most, "%s of %s characters", name, text.length());
        for (int i = 0; i < text.length(); i++) {
            require(text.charAt(i) > 0 && text.charAt(i) < 256, "%s character %s", name, (int) text.charAt(i));
        }
    }
}
