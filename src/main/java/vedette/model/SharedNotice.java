package vedette.model;

import static vedette.math.Require.require;

import java.util.Optional;

/// A launch told of beforehand, as nodes share it (the Hague Code of Conduct asks for such notices).
///
/// @param origin where it comes from
/// @param withdrawn whether it no longer holds
/// @param matter what flies, in the notice's own words; at most 200 characters
/// @param place where from, with the ground on which parts may come down
/// @param window when
/// @param azimuth which way
public record SharedNotice(
        Origin origin,
        boolean withdrawn,
        String matter,
        Optional<Area> place,
        Optional<Span> window,
        Optional<Heading> azimuth)
        implements Shared {
    /// The longest matter, characters.
    public static final int LONGEST_MATTER = 200;

    /// Checks the length.
    public SharedNotice {
        require(matter.length() <= LONGEST_MATTER, "a matter of %s characters", matter.length());
    }
}
