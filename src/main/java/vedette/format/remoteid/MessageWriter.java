package vedette.format.remoteid;

import java.util.HexFormat;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;

/// The 25 octets of one message. Reading them gives the message back; reserved octets are null.
final class MessageWriter {
    private static final HexFormat HEX = HexFormat.of();
    private static final int QUARTERS = 255;

    private MessageWriter() {}

    static void write(DroneMessage message, int version, byte[] out, int at) {
        out[at] = (byte) ((message.type() << 4) | version);
        switch (message) {
            case BasicId(int idType, int uaType, String uasId) -> {
                out[at + 1] = (byte) (idType << 4 | uaType);
                Little.putText(out, at + 2, BasicId.ID_OCTETS + 1, uasId);
            }
            case Location location -> location(location, out, at);
            case Authentication page -> authentication(page, out, at);
            case SelfId(int descriptionType, String text) -> {
                out[at + 1] = (byte) descriptionType;
                Little.putText(out, at + 2, SelfId.TEXT_OCTETS, text);
            }
            case Flight flight -> flight(flight, out, at);
            case OperatorId(int idType, String id) -> {
                out[at + 1] = (byte) idType;
                Little.putText(out, at + 2, OperatorId.ID_OCTETS, id);
            }
        }
    }

    private static void location(Location location, byte[] out, int at) {
        Motion motion = location.motion();
        boolean west = motion.directionDeg() >= 180;
        boolean fast = motion.quarters() > QUARTERS;
        int speed = fast ? (motion.quarters() - QUARTERS + 1) / 3 : motion.quarters();
        boolean ground = location.levels().aboveGround();
        out[at + 1] = (byte) ((location.status() << 4) | (ground ? 4 : 0) | (west ? 2 : 0) | (fast ? 1 : 0));
        out[at + 2] = (byte) (motion.directionDeg() - (west ? 180 : 0));
        out[at + 3] = (byte) speed;
        out[at + 4] = (byte) motion.climbHalves();
        Little.put32(out, at + 5, location.latE7());
        Little.put32(out, at + 9, location.lonE7());
        Little.put16(out, at + 13, location.levels().pressure());
        Little.put16(out, at + 15, location.levels().geodetic());
        Little.put16(out, at + 17, location.levels().height());
        Accuracy accuracy = location.accuracy();
        out[at + 19] = (byte) (accuracy.vertical() << 4 | accuracy.horizontal());
        out[at + 20] = (byte) (accuracy.pressure() << 4 | accuracy.speed());
        Little.put16(out, at + 21, location.tenths());
        out[at + 23] = (byte) accuracy.time();
    }

    private static void authentication(Authentication page, byte[] out, int at) {
        out[at + 1] = (byte) (page.authType() << 4 | page.page());
        page.head().ifPresent(head -> {
            out[at + 2] = (byte) head.lastPage();
            out[at + 3] = (byte) head.octets();
            Little.put32(out, at + 4, (int) head.timestampS());
        });
        byte[] data = HEX.parseHex(page.data());
        System.arraycopy(data, 0, out, at + (page.page() == 0 ? 8 : 2), data.length);
    }

    private static void flight(Flight flight, byte[] out, int at) {
        out[at + 1] = (byte) (flight.classification() << 2 | flight.operator().source());
        Little.put32(out, at + 2, flight.operator().latE7());
        Little.put32(out, at + 6, flight.operator().lonE7());
        Little.put16(out, at + 10, flight.group().count());
        out[at + 12] = (byte) flight.group().radiusTens();
        Little.put16(out, at + 13, flight.group().ceiling());
        Little.put16(out, at + 15, flight.group().floor());
        out[at + 17] = (byte) (flight.categoryEu() << 4 | flight.classEu());
        Little.put16(out, at + 18, flight.operator().altitude());
        Little.put32(out, at + 20, (int) flight.timestampS());
    }
}
