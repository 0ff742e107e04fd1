package vedette.edge.send;

import java.io.IOException;

/// The other side does not take a parcel, though it is there.
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    /// A refusal.
    ///
    /// @param why in the other side's words
    public Refusal(String why) {
        super(why);
    }
}
