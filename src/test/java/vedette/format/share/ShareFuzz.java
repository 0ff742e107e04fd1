package vedette.format.share;

import static vedette.math.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vedette.model.Domain;
import vedette.model.NodeId;

/// Any bytes as an envelope and as a frame: taken or refused by name, and what was taken is written and read again.
public final class ShareFuzz {
    private ShareFuzz() {}

    /// An item of each matter, and frames.
    public static List<byte[]> seeds() {
        Random random = new Random(1);
        Frame hello =
                new Frame.Hello(Domain.LIVE, new NodeId("A"), new NodeId("B"), Frame.Hello.NONE, 17, Frame.Hello.NONE);
        byte[] framed = Frames.bytes(hello);
        return List.of(
                Sealing.unsigned(Items.missile("A", "X", 1), Items.usual(), Items::salt)
                        .bytes(),
                Sealing.unsigned(Items.any(random), Items.usual(), Items::salt).bytes(),
                Sealing.unsigned(Items.any(random), Items.usual(), Items::salt).bytes(),
                Arrays.copyOfRange(framed, Frame.HEAD, framed.length));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (Envelope.of(bytes) instanceof Envelope.Taken(Envelope envelope)) {
            byte[] again = envelope.bytes();
            require(
                    Envelope.of(again) instanceof Envelope.Taken(Envelope same)
                            && Arrays.equals(same.bytes(), again)
                            && same.signed().equals(envelope.signed()),
                    "read again as %s",
                    Envelope.of(again));
            envelope.shown();
            envelope.seenBy("NORD").ifPresent(Envelope::shown);
        }
        if (Frames.of(bytes) instanceof Frames.Taken(Frame frame)) {
            byte[] again = Frames.bytes(frame);
            Frames.Reading second = Frames.of(Arrays.copyOfRange(again, Frame.HEAD, again.length));
            boolean farewell = frame instanceof Frame.Farewell;
            require(farewell || (second instanceof Frames.Taken(Frame same) && same.equals(frame)), "%s", second);
        }
    }
}
