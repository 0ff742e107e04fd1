package vedette.format.remoteid;

/// What octets of some broadcast hold, by the form they are in.
public sealed interface Content {
    /// ASTM F3411 or EN 4709-002.
    ///
    /// @param reading what became of it
    record Astm(Reading reading) implements Content {}

    /// The French electronic beacon.
    ///
    /// @param beacon what it says
    record French(FrenchBeacon beacon) implements Content {}

    /// DJI's own beacon.
    ///
    /// @param report what it says
    record Dji(DjiReport report) implements Content {}

    /// A vendor's beacon that could not be taken.
    ///
    /// @param fault where and why
    record Refused(Fault fault) implements Content {}

    /// Reads octets: of the vendors' beacons from their OUI on, of ASTM's from the message or pack on.
    ///
    /// @param bytes holds them
    /// @param from first octet
    /// @param to first octet not to read
    static Content read(byte[] bytes, int from, int to) {
        if (FrenchBeacon.begins(bytes, from, to)) {
            return FrenchBeacon.read(bytes, from, to);
        }
        if (DjiReport.begins(bytes, from, to)) {
            return DjiReport.read(bytes, from, to);
        }
        return new Astm(Broadcasts.read(bytes, from, to));
    }
}
