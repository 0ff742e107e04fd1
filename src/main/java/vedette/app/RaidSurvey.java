package vedette.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Configuration.Expectation;
import vedette.model.Geodetic;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// What a node would be told of its sensors beforehand, read off a recording that comes without such a file: where the
/// radars stand, how often they look and how far, and who speaks only while there is something to hear.
final class RaidSurvey {
    /// Which part of the ranges must lie within a radar's reach: a few absurd ones must not stretch it.
    private static final double WITHIN = 0.99;

    private static final double BEYOND = 1.1;

    /// A radar's performance where nobody tells it; it is learnt from then on.
    private static final double DETECTION = 0.85;

    private static final double CLUTTER = 3;

    /// Range rates of what flies low, metres a second from end to end.
    private static final double RATE_SPAN_MPS = 70;

    /// A radar that gives plots only is silent after about so long, and after no fewer looks than make an empty sky
    /// unlikely to be the reason (chance of e^-14 a time), seconds.
    private static final double SILENT_S = 8;

    private static final double SURELY = 14;

    /// Assess calls a sensor silent after so many of its periods.
    private static final double SILENT_PERIODS = 2.75;

    private static final double LATE_S = 5;
    private static final double STATUS_S = 5;

    /// Gaps between looks are quantised to this, seconds.
    private static final double GRAIN_S = 0.01;

    private final Map<SensorId, Radar> radars = new TreeMap<>();
    private final Map<SensorId, Boolean> heard = new TreeMap<>();
    private final Set<SensorId> swept = new TreeSet<>();

    private RaidSurvey() {}

    /// What was found.
    ///
    /// @param sites the radars
    /// @param expectations of all sensors
    /// @param swept radars that tell themselves when a look is over
    /// @param telling sensors that tell how they are
    record Found(List<SensorSite> sites, List<Expectation> expectations, Set<SensorId> swept, Set<SensorId> telling) {}

    /// Reads a recording.
    static Found of(List<RaidFolder.Arrival> arrivals) {
        RaidSurvey survey = new RaidSurvey();
        for (RaidFolder.Arrival arrival : arrivals) {
            survey.take(arrival.sensed().measurement(), arrival.sensed().place());
        }
        return survey.found();
    }

    private void take(Measurement measurement, Optional<Geodetic> place) {
        Provenance provenance = measurement.provenance();
        switch (measurement) {
            case RadarPlot plot ->
                place.ifPresent(at -> radars.computeIfAbsent(provenance.sensor(), _ -> new Radar(at, plot))
                        .add(plot));
            case Measurement.Bearing _, Measurement.PositionReport _, Measurement.UasReport _, Measurement.Presence _ ->
                heard.putIfAbsent(provenance.sensor(), false);
            case Measurement.StatusReport _ -> heard.put(provenance.sensor(), true);
            case Measurement.Sweep _ -> swept.add(provenance.sensor());
            case Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.FeedStatus _,
                    Measurement.SensorPose _,
                    Measurement.Sight _ -> {}
        }
    }

    private Found found() {
        List<SensorSite> sites = new ArrayList<>();
        List<Expectation> expectations = new ArrayList<>();
        radars.forEach((sensor, radar) -> {
            sites.add(radar.site(sensor));
            expectations.add(new Expectation(sensor, radar.silentS() / SILENT_PERIODS, LATE_S));
        });
        heard.forEach((sensor, tells) -> {
            if (!radars.containsKey(sensor)) {
                double periodS = tells ? STATUS_S : Double.POSITIVE_INFINITY;
                expectations.add(new Expectation(sensor, periodS, LATE_S));
            }
        });
        Set<SensorId> telling = new TreeSet<>();
        heard.forEach((sensor, tells) -> {
            if (tells) {
                telling.add(sensor);
            }
        });
        return new Found(sites, expectations, swept, telling);
    }

    /// What one radar's plots tell of it.
    private static final class Radar {
        private final Geodetic place;
        private final PlotSigma sigma;
        private final TreeMap<Long, Integer> gaps = new TreeMap<>();
        private double[] ranges = new double[1024];
        private int plots;
        private int looks = 1;
        private long lookNs;
        private boolean together;

        Radar(Geodetic place, RadarPlot first) {
            this.place = place;
            sigma = first.sigma();
            lookNs = first.provenance().observedAt().taiNs();
        }

        void add(RadarPlot plot) {
            ranges = plots < ranges.length ? ranges : Arrays.copyOf(ranges, 2 * plots);
            ranges[plots++] = plot.polar().rangeM();
            long ns = plot.provenance().observedAt().taiNs();
            if (ns > lookNs) {
                gaps.merge(Math.round((ns - lookNs) * 1e-9 / GRAIN_S), 1, Integer::sum);
                looks++;
                lookNs = ns;
            } else {
                together |= plots > 1;
            }
        }

        // The gap that comes most often; of a turning beam's plots none does, and it is taken to turn once a second.
        double periodS() {
            long likeliest = 0;
            int most = 0;
            for (Map.Entry<Long, Integer> gap : gaps.entrySet()) {
                if (gap.getValue() > most) {
                    most = gap.getValue();
                    likeliest = gap.getKey();
                }
            }
            return together && likeliest > 0 ? likeliest * GRAIN_S : 1;
        }

        double silentS() {
            double aLook = (double) plots / looks;
            return Math.max(SILENT_S, SURELY / aLook * periodS());
        }

        SensorSite site(SensorId sensor) {
            double[] sorted = Arrays.copyOf(ranges, plots);
            Arrays.sort(sorted);
            double reachM = BEYOND * Math.max(100, sorted[(int) (WITHIN * (plots - 1))]);
            return new SensorSite(
                    sensor,
                    together ? SensorSite.Kind.FRAME : SensorSite.Kind.ROTATING,
                    place,
                    SymMatrix.diagonal(1, 1, 1),
                    new SensorSite.Volume(0, reachM, 0, Exact.TWO_PI, Math.toRadians(-5), Math.toRadians(60)),
                    sigma,
                    new SensorSite.Performance(DETECTION, CLUTTER, sigma.rangeRateMps() > 0 ? RATE_SPAN_MPS : 0),
                    periodS());
        }
    }
}
