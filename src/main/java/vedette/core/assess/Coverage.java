package vedette.core.assess;

import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Measurement.PositionReport;
import vedette.model.SensorSite;

/// Whether a sensor should see what flies at a place that somebody claims.
final class Coverage {
    /// Near the end of its range a sensor sees small things no more.
    private static final double SURE_SHARE = 0.6;

    /// Ground, trees and houses hide what flies lower, radians (2°).
    private static final double CLEAR_RAD = 0.035;

    /// Geoid, pressure and temperature together, metres.
    private static final double MARGIN_M = 500;

    private Coverage() {}

    /// True only where it is sure: well within its range and angles, clear of the ground, at a known height.
    static boolean sees(SensorSite site, PositionReport report) {
        if (!(report.altitude() instanceof Altitude.Ellipsoidal(double heightM, double _)) || report.onGround()) {
            return false;
        }
        return holds(site, report.position().at(heightM));
    }

    /// The same of an aircraft: its height may be told by the pressure, which lies hundreds of metres off at times.
    static boolean seesAircraft(SensorSite site, PositionReport report) {
        double heightM = switch (report.altitude()) {
            case Altitude.Ellipsoidal(double h, double _) -> h;
            case Altitude.Amsl(double h, double _) -> h;
            case Altitude.Pressure(double h, double _) -> h;
            case Altitude.Agl _, Altitude.Unknown _ -> Double.NaN;
        };
        return !report.onGround()
                && heightM > MARGIN_M
                && holds(site, report.position().at(heightM - MARGIN_M))
                && holds(site, report.position().at(heightM + MARGIN_M));
    }

    private static boolean holds(SensorSite site, Geodetic place) {
        Enu away = LocalFrame.at(site.place()).enu(place.ecef());
        double rangeM = away.norm();
        double elevationRad = Exact.atan2(away.up(), away.horizontal());
        SensorSite.Volume volume = site.volume();
        double azimuthRad = Exact.turn(away.bearingRad() - volume.fromAzimuthRad());
        return rangeM > volume.minRangeM()
                && rangeM < SURE_SHARE * volume.maxRangeM()
                && azimuthRad <= volume.azimuthWidthRad()
                && elevationRad > Math.max(CLEAR_RAD, volume.minElevationRad())
                && elevationRad < volume.maxElevationRad();
    }
}
