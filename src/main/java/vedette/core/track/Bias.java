package vedette.core.track;

import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;

/// What a sensor measures too much, as it is taken off its plots before anything else is done with them.
///
/// @param rangeM of range, metres
/// @param azimuthRad of azimuth, radians clockwise
/// @param elevationRad of elevation, radians
/// @param timeS of its clock: it stamps so much too late, seconds
record Bias(double rangeM, double azimuthRad, double elevationRad, double timeS) {
    static final Bias NONE = new Bias(0, 0, 0, 0);

    boolean isNone() {
        return rangeM == 0 && azimuthRad == 0 && elevationRad == 0 && timeS == 0;
    }

    private long timeNs() {
        return Math.round(timeS * 1e9);
    }

    /// The plot without the bias; the same object where there is none.
    RadarPlot off(RadarPlot plot) {
        return isNone()
                ? plot
                : new RadarPlot(
                        earlier(plot.provenance()),
                        off(plot.polar()),
                        plot.sigma(),
                        plot.altitude(),
                        plot.identity(),
                        plot.detection(),
                        plot.sensorTrack(),
                        plot.signature());
    }

    /// The sweep without the bias: the beam is where its plots are.
    Sweep off(Sweep sweep) {
        return azimuthRad == 0 && timeS == 0
                ? sweep
                : new Sweep(
                        earlier(sweep.provenance()),
                        Exact.turn(sweep.fromRad() - azimuthRad),
                        sweep.widthRad(),
                        sweep.periodS());
    }

    private Provenance earlier(Provenance from) {
        return timeS == 0
                ? from
                : new Provenance(from.sensor(), from.observedAt().plusNs(-timeNs()), from.releasability());
    }

    private Polar off(Polar polar) {
        double range = Math.max(0, polar.rangeM() - rangeM);
        double azimuth = Exact.turn(polar.azimuthRad() - azimuthRad);
        OptionalDouble elevation = polar.elevationRad().isPresent()
                ? OptionalDouble.of(
                        Math.clamp(polar.elevationRad().getAsDouble() - elevationRad, -Math.PI / 2, Math.PI / 2))
                : polar.elevationRad();
        return new Polar(range, azimuth, elevation, polar.rangeRateMps());
    }
}
