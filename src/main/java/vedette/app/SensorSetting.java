package vedette.app;

import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.LatLon;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// A sensor as the settings tell it: degrees, metres, seconds.
final class SensorSetting {
    private static final double LONGEST_M = 6e6;

    private SensorSetting() {}

    /// The site that a part of the settings describes.
    static SensorSite site(SettingsKeys keys) {
        double latDeg = keys.number("lat", -90, 90).orElseThrow(() -> missing(keys, "lat"));
        double lonDeg = keys.number("lon", -180, 180).orElseThrow(() -> missing(keys, "lon"));
        double placeM = keys.number("sigma_place_m", 0, 1e5, 10);
        SensorSite site = new SensorSite(
                keys.sensor("id", "Give the name its measurements bear, as 25/201"),
                keys.choice("kind", SensorSite.Kind.class).orElse(SensorSite.Kind.ROTATING),
                LatLon.ofDegrees(latDeg, lonDeg).at(keys.number("alt_m", -500, 5e7, 0)),
                SymMatrix.diagonal(placeM * placeM, placeM * placeM, placeM * placeM),
                volume(keys),
                sigma(keys),
                new SensorSite.Performance(
                        keys.number("pd", 0.01, 0.999, 0.9),
                        keys.number("clutter_per_scan", 0, 1e5, 10),
                        keys.number("range_rate_span_mps", 0, 1e4, 0)),
                keys.number("period_s", 0.01, 3600, 4));
        keys.nothingElse();
        return site;
    }

    private static SensorSite.Volume volume(SettingsKeys keys) {
        double max = keys.number("max_range_m", 1, LONGEST_M, 400_000);
        double min = keys.number("min_range_m", 0, max, 0);
        double low = keys.number("min_elevation_deg", -90, 90, -5);
        double high = keys.number("max_elevation_deg", -90, 90, 90);
        if (min == max) {
            throw keys.wrong("min_range_m", "is the largest range too", "Give less");
        }
        if (low >= high) {
            throw keys.wrong("max_elevation_deg", "is " + high, "Give more than the lowest, " + low);
        }
        return new SensorSite.Volume(min, max, 0, Exact.TWO_PI, Math.toRadians(low), Math.toRadians(high));
    }

    private static PlotSigma sigma(SettingsKeys keys) {
        return new PlotSigma(
                keys.number("sigma_range_m", 1e-3, 1e5, 60),
                Math.toRadians(keys.number("sigma_azimuth_deg", 1e-5, 30, 0.08)),
                Math.toRadians(keys.number("sigma_elevation_deg", 0, 30, 0)),
                keys.number("sigma_range_rate_mps", 0, 1000, 0));
    }

    private static Failure missing(SettingsKeys keys, String key) {
        return keys.wrong(key, "is missing", "Give it in degrees");
    }
}
