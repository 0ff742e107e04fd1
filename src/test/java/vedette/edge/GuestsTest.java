package vedette.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class GuestsTest {
    private static InetAddress at(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    @Test
    void oneMachineHoldsItsShareAndOthersFindPlacesStill() throws UnknownHostException {
        Guests guests = new Guests(2);

        assertEquals(Guests.Fate.ADMITTED, guests.come(at("192.0.2.1")));
        assertEquals(Guests.Fate.ADMITTED, guests.come(at("192.0.2.1")));
        assertEquals(Guests.Fate.FIRST_REFUSED, guests.come(at("192.0.2.1")));
        assertEquals(Guests.Fate.REFUSED, guests.come(at("192.0.2.1")));
        assertEquals(Guests.Fate.ADMITTED, guests.come(at("192.0.2.2")));
        assertEquals(2, guests.refused());
    }

    @Test
    void whoLeavesMakesRoomAndTheNextFillingIsToldAnew() throws UnknownHostException {
        Guests guests = new Guests(1);
        guests.come(at("192.0.2.1"));
        guests.come(at("192.0.2.1"));

        guests.left(at("192.0.2.1"));

        assertEquals(Guests.Fate.ADMITTED, guests.come(at("192.0.2.1")));
        assertEquals(Guests.Fate.FIRST_REFUSED, guests.come(at("192.0.2.1")));
    }

    @Test
    void anAddressOfIpv6CountsByItsFirstHalf() throws UnknownHostException {
        Guests guests = new Guests(1);
        guests.come(at("2001:db8::1"));

        assertEquals(Guests.Fate.FIRST_REFUSED, guests.come(at("2001:db8::2")));
        assertEquals(Guests.Fate.ADMITTED, guests.come(at("2001:db8:0:1::1")));
    }

    @Test
    void thisMachineIsNotCounted() throws UnknownHostException {
        Guests guests = new Guests(1);
        for (int i = 0; i < 5; i++) {
            assertEquals(Guests.Fate.ADMITTED, guests.come(at("127.0.0.1")));
            assertEquals(Guests.Fate.ADMITTED, guests.come(at("::1")));
        }
    }

    @Test
    void aQuarterOfThePlacesIsLeftForOthers() {
        assertEquals(24, Guests.share(32));
        assertEquals(1, Guests.share(1));
        assertEquals(3, Guests.share(3));
    }
}
