package vedette.edge.feed;

import vedette.model.Measurement;
import vedette.model.Measurement.FeedStatus;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.SensorPose;
import vedette.model.Measurement.StatusReport;
import vedette.model.Measurement.Sweep;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Measurement.TransponderReport;
import vedette.model.Moment;
import vedette.model.Provenance;

/// Measurements as they would be had they been observed at another time.
final class Retimed {
    private Retimed() {}

    static Measurement observedAt(Measurement measurement, Moment at) {
        Provenance told = measurement.provenance();
        return told.observedAt().equals(at)
                ? measurement
                : by(measurement, new Provenance(told.sensor(), at, told.releasability()));
    }

    private static Measurement by(Measurement measurement, Provenance p) {
        return switch (measurement) {
            case RadarPlot m ->
                new RadarPlot(
                        p,
                        m.polar(),
                        m.sigma(),
                        m.altitude(),
                        m.identity(),
                        m.detection(),
                        m.sensorTrack(),
                        m.signature());
            case PositionReport m ->
                new PositionReport(
                        p, m.position(), m.sigmaM(), m.altitude(), m.velocity(), m.identity(), m.onGround(), m.claim());
            case Measurement.UasReport m ->
                new Measurement.UasReport(p, m.serial(), m.stations(), m.operatorId(), m.lateS());
            case TransponderReport m -> new TransponderReport(p, m.identity(), m.altitude());
            case SystemTrack m ->
                new SystemTrack(
                        p, m.number(), m.phase(), m.position(), m.altitude(), m.velocity(), m.identity(), m.sigmaM());
            case Sweep m -> new Sweep(p, m.fromRad(), m.widthRad(), m.periodS());
            case StatusReport m -> new StatusReport(p, m.about(), m.condition(), m.words());
            case FeedStatus m -> new FeedStatus(p, m.received(), m.rejected(), m.shed(), m.connected(), m.words());
            case SensorPose m -> new SensorPose(p, m.place(), m.covariance());
            case Measurement.Presence m -> new Measurement.Presence(p, m.place(), m.bearingRad(), m.confidence());
            case Measurement.Bearing m -> new Measurement.Bearing(p, m.from(), m.direction(), m.identity(), m.claim());
            case Measurement.Sight m -> new Measurement.Sight(p, m.from(), m.along(), m.sigmaRad());
        };
    }
}
