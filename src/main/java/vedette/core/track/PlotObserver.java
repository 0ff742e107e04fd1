package vedette.core.track;

import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.core.sense.PlaceView;
import vedette.core.sense.RadarView;
import vedette.core.sense.Rows;
import vedette.model.Altitude;
import vedette.model.Measurement.RadarPlot;

/// A radar plot as the filters take it in: range, angles, Doppler, and the height that its transponder told.
final class PlotObserver implements Imm.Observer {
    /// Pressure heights stand this far from the ellipsoid: QNH, temperature and geoid are not known here, metres.
    static final double DATUM_SIGMA_M = 150;

    private final RadarView view;
    private final double[] frame;
    private final RadarView.Sighting sighting;
    private final Told told;

    /// A told height with what it is known to.
    ///
    /// @param known whether there is one
    /// @param heightM above the ellipsoid, metres
    /// @param sigmaM standard deviation, metres
    record Told(boolean known, double heightM, double sigmaM) {
        static final Told NOTHING = new Told(false, 0, 0);

        /// A height where nothing flies is none.
        static Told of(Altitude altitude) {
            if (Oddities.absurd(altitude)) {
                return NOTHING;
            }
            return switch (altitude) {
                case Altitude.Pressure(double height, double sigma) -> roughly(height, sigma);
                case Altitude.Amsl(double height, double sigma) -> roughly(height, sigma);
                case Altitude.Ellipsoidal(double height, double sigma) -> new Told(true, height, Math.max(sigma, 1));
                case Altitude.Agl _, Altitude.Unknown _ -> NOTHING;
            };
        }

        private static Told roughly(double heightM, double sigmaM) {
            return new Told(true, heightM, Math.sqrt(sigmaM * sigmaM + DATUM_SIGMA_M * DATUM_SIGMA_M));
        }
    }

    /// @param view faces `frame`
    /// @param frame the states' frame
    /// @param aheadS how far the plot lies ahead of the states, seconds
    PlotObserver(RadarView view, double[] frame, RadarPlot plot, double aheadS) {
        this(view, frame, plot, Told.of(plot.altitude()), aheadS);
    }

    /// @param told the height that the plot told
    PlotObserver(RadarView view, double[] frame, RadarPlot plot, Told told, double aheadS) {
        this.view = view;
        this.frame = frame;
        this.told = told;
        sighting = new RadarView.Sighting(plot.polar(), plot.sigma(), aheadS);
    }

    @Override
    public void rows(double[] blocks, int at, Rows rows) {
        int mean = at + Mixture.MEAN;
        double across = view.acrossM2(blocks, mean, blocks, at + Mixture.COVARIANCE);
        view.rows(blocks, mean, sighting, across, rows);
        if (told.known()) {
            PlaceView.height(frame, blocks, mean, new PlaceView.Height(told.heightM(), told.sigmaM()), rows);
        }
    }
}
