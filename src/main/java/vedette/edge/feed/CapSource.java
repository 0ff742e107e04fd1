package vedette.edge.feed;

import java.io.IOException;
import java.util.List;

/// Where others' CAP messages lie.
public interface CapSource extends AutoCloseable {
    /// One document takes at most so many bytes.
    int LONGEST = 4 << 20;

    /// Documents of one look at most; the others are passed over and told.
    int MOST = 500;

    /// Looks, and brings what has not been brought before.
    ///
    /// @return whole documents, each of [#LONGEST] bytes at most
    /// @throws IOException when there is nothing to look at
    /// @throws InterruptedException when the feed is closed meanwhile
    List<byte[]> look() throws IOException, InterruptedException;

    @Override
    default void close() {}
}
