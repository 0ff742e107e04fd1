package vedette.edge;

import java.util.Optional;

/// Documents that are meant for everybody, as a display's server hands them out: a feed of alerts, and the alerts.
///
/// It is asked by many threads and must answer at once.
@FunctionalInterface
public interface PublicPages {
    /// A node that has none.
    PublicPages NONE = (_, _) -> Optional.empty();

    /// A document.
    ///
    /// @param type what it is, as HTTP's `Content-Type`
    /// @param text the whole of it
    record Page(String type, String text) {}

    /// The document of a name.
    ///
    /// @param name a file's name without folders, as it came from anybody
    /// @param base the address of the folder they are asked in, ending in `/`
    Optional<Page> page(String name, String base);
}
