package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.Mixture;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Tangent;

/// The plots of one look that belong to tracks under study: a workbench that a round fills and [Registration] reads.
final class Sightings {
    private static final double[] NO_START = {};

    private final List<Study.Sighting> all = new ArrayList<>();
    private final double[] turned = new double[3];

    /// The arithmetic of studies, for who reads them.
    final StudyKernel kernel = new StudyKernel();

    void clear() {
        all.clear();
    }

    List<Study.Sighting> all() {
        return all;
    }

    /// A track under study takes a plot.
    ///
    /// @param plot as it is used
    void seen(int sensor, TrackFile file, RadarPlot plot) {
        add(sensor, file, plot, NO_START);
    }

    /// A study of a track begins with a plot.
    ///
    /// @param file the track before
    /// @param merged its estimate before, one Gaussian
    /// @param plot the plot as it is used
    void begun(int sensor, TrackFile file, double[] merged, RadarPlot plot, double aheadS) {
        double[] start = new double[6];
        for (int i = 0; i < 3; i++) {
            start[3 + i] = merged[Mixture.MEAN + 3 + i];
            start[i] = merged[Mixture.MEAN + i] + aheadS * start[3 + i];
        }
        Tangent.place(file.estimate().frame(), start, 0, turned);
        System.arraycopy(turned, 0, start, 0, 3);
        Tangent.turned(file.estimate().frame(), start, 3, turned);
        System.arraycopy(turned, 0, start, 3, 3);
        add(sensor, file, plot, start);
    }

    private void add(int sensor, TrackFile file, RadarPlot plot, double[] start) {
        long ns = plot.provenance().observedAt().taiNs();
        boolean falling = file.realm() == Realm.SPACE;
        all.add(new Study.Sighting(file.id(), ns, row(sensor, plot), start, falling));
    }

    static double[] row(int sensor, RadarPlot plot) {
        boolean solid = plot.polar().elevationRad().isPresent();
        double[] row = new double[Study.WIDTH];
        row[Study.SENSOR] = sensor;
        row[Study.VALUE] = plot.polar().rangeM();
        row[Study.VALUE + 1] = plot.polar().azimuthRad();
        row[Study.VALUE + 2] = plot.polar().elevationRad().orElse(0);
        row[Study.SIGMA] = plot.sigma().rangeM();
        row[Study.SIGMA + 1] = plot.sigma().azimuthRad();
        row[Study.SIGMA + 2] = solid ? plot.sigma().elevationRad() : 0;
        return row;
    }
}
