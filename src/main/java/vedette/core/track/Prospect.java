package vedette.core.track;

/// A track that a look should see.
///
/// @param file the track
/// @param estimate its estimate at the look
/// @param azimuthRad where the look should see it
/// @param rangeM how far
/// @param azimuthGateRad half width of its gate
/// @param rangeGateM half depth of its gate
/// @param detection probability that the look sees it
/// @param existence its existence before the look
/// @param atNs when the beam passes it
/// @param due whether the beam has passed the whole gate
record Prospect(
        TrackFile file,
        TrackFile.Estimate estimate,
        double azimuthRad,
        double rangeM,
        double azimuthGateRad,
        double rangeGateM,
        double detection,
        double existence,
        long atNs,
        boolean due) {}
