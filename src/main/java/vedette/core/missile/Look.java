package vedette.core.missile;

import java.util.List;

/// One look of one sensor at one thing, in the watch's own seconds.
sealed interface Look {
    /// Which sensor: a place in the list of satellites or of radars.
    int sensor();

    /// When, seconds after the watch's epoch.
    double timeS();

    /// Whether one of some things has the very same look already.
    static boolean isRepeated(Look look, List<Thing> things) {
        for (Thing thing : things) {
            List<? extends Look> looks = look instanceof Light ? thing.lights() : thing.echoes();
            for (int i = looks.size() - 1; i >= 0 && looks.get(i).timeS() >= look.timeS(); i--) {
                if (looks.get(i).equals(look)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A direction to something that glows.
    ///
    /// @param sensor which satellite
    /// @param timeS when
    /// @param x y z where the satellite was, Earth-fixed, metres
    /// @param ux uy uz unit vector towards the light
    /// @param sigmaRad standard deviation across, per axis
    record Light(
            int sensor, double timeS, double x, double y, double z, double ux, double uy, double uz, double sigmaRad)
            implements Look {}

    /// A radar's echo.
    ///
    /// @param sensor which radar
    /// @param timeS when
    /// @param rangeM slant range
    /// @param azimuthRad clockwise from north
    /// @param elevationRad above the tangent plane
    /// @param rangeRateMps growth of the range; NaN where not measured
    record Echo(int sensor, double timeS, double rangeM, double azimuthRad, double elevationRad, double rangeRateMps)
            implements Look {}
}
