package vedette.core.missile;

import vedette.model.Ecef;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// Where a radar stands, ready to be counted with.
///
/// @param radar the radar
/// @param x y z its place, Earth-fixed, metres
/// @param axes east, north and up there, nine numbers
record Site(WarningRadar radar, double x, double y, double z, double[] axes) {
    static Site of(WarningRadar radar) {
        Ecef place = radar.place().ecef();
        double[] axes = new double[9];
        Wgs84.geodetic(place.xM(), place.yM(), place.zM(), axes);
        return new Site(radar, place.xM(), place.yM(), place.zM(), axes);
    }
}
