package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import vedette.core.estimate.Blend;
import vedette.core.estimate.Hypotheses;
import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.core.estimate.Regime;
import vedette.core.estimate.associate.Associator;
import vedette.core.sense.RadarView;
import vedette.math.Lanes;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// The tools and benches of the tracker: filters, views, arrays. It remembers nothing that matters: all of
/// it could be made anew before each step and give the same results.
final class Workshop {
    private static final double NS = 1e-9;
    private static final int FEW_SITES = 8;

    final Imm imm = new Imm();
    final Associator associator;
    final Look look = new Look();
    final Blend blend = new Blend();
    final Lesson lesson = new Lesson();
    final Gate gate;
    final Nouns nouns = new Nouns();
    private boolean[] keep = new boolean[64];
    final Lanes lanes;
    private final List<Workshop> others = new ArrayList<>();
    private final Supplier<Motions> moving;
    private final Motions motions;

    private List<SensorSite> sites = List.of();
    private List<RadarView> views = List.of();
    private Knowledge knowledge = Knowledge.NONE;
    private Whereabouts[] places = {};
    private Poses[] poses = {};
    private int[] first = {};
    private HashMap<SensorId, Integer> indices = new HashMap<>();

    Workshop(Associator associator) {
        this(associator, Motions::usual, Lanes.ONE);
    }

    Workshop(Associator associator, Supplier<Motions> moving, Lanes lanes) {
        this.associator = associator;
        this.moving = moving;
        this.lanes = lanes;
        motions = moving.get();
        gate = new Gate(motions);
    }

    /// The tools of a lane: these for the first, others of their own for each other one.
    Workshop lane(int number) {
        while (others.size() < number) {
            others.add(new Workshop(associator, moving, Lanes.ONE));
        }
        return number == 0 ? this : others.get(number - 1);
    }

    Motions.Kind kind(Realm realm) {
        return motions.of(realm);
    }

    /// How a new object of a realm moves.
    Regime regime(Realm realm) {
        return kind(realm).regimes().get(kind(realm).regimes().size() / 2);
    }

    private Regime regime(TrackFile file, double[] blocks) {
        Motions.Kind kind = kind(file.realm());
        List<Regime> regimes = Hovering.is(kind, blocks) ? kind.hovering() : kind.regimes();
        return regimes.get(Liveliness.regime(file.liveliness(), kind));
    }

    /// A row of flags to write on.
    boolean[] keep(int count) {
        if (keep.length < count) {
            keep = new boolean[2 * count];
        }
        return keep;
    }

    /// Blocks in a group of a realm's mixture.
    int models(Realm realm, double[] blocks) {
        Motions.Kind kind = kind(realm);
        int models = kind.regimes().getFirst().size();
        return Hovering.is(kind, blocks) ? models + 1 : models;
    }

    /// The view from a sensor; views are made again when the sites change.
    RadarView view(Sensors sensors, int sensor) {
        see(sensors.sites());
        place(sensors.knowledge());
        return views.get(sensor);
    }

    // A sensor that moves, or was found out of its place, is seen from where it really stands.
    @SuppressWarnings("ReferenceEquality") // an equal place that is another object costs one making too many
    private void place(Knowledge now) {
        if (knowledge == now) {
            return;
        }
        knowledge = now;
        for (int i = 0; i < places.length; i++) {
            Whereabouts place = now.of(i).place();
            Poses moving = now.of(i).poses();
            if (places[i] != place || poses[i] != moving) {
                places[i] = place;
                poses[i] = moving;
                views.set(i, new RadarView(place.of(moving.of(sites.get(i)))));
            }
        }
    }

    /// All views, after one was asked for.
    List<RadarView> views() {
        return views;
    }

    /// The first of the sensors that may be one with this, maybe itself; −1 for one that stands alone.
    int firstOf(TrackState state, int sensor) {
        see(state.sites());
        return first[sensor];
    }

    private int firstLike(int sensor) {
        int found = -1;
        int like = 0;
        for (int i = sites.size() - 1; i >= 0; i--) {
            if (Twin.mayBe(sites.get(i), sites.get(sensor))) {
                found = i;
                like++;
            }
        }
        return like > 1 ? found : -1;
    }

    /// The index of a sensor, or −1.
    @SuppressWarnings("ReferenceEquality") // the usual case first; equal names are found by the hash
    int index(Sensors sensors, SensorId sensor) {
        see(sensors.sites());
        for (int i = 0; i < sites.size() && i < FEW_SITES; i++) {
            if (sites.get(i).sensor() == sensor) {
                return i;
            }
        }
        Integer index = indices.get(sensor);
        return index == null ? -1 : index;
    }

    @SuppressWarnings("ReferenceEquality") // another list of equal sites costs one making too many, never a fault
    private void see(List<SensorSite> wanted) {
        if (sites == wanted) {
            return;
        }
        sites = wanted;
        knowledge = Knowledge.NONE;
        views = new ArrayList<>();
        indices = new HashMap<>();
        for (SensorSite site : sites) {
            indices.putIfAbsent(site.sensor(), views.size());
            views.add(new RadarView(site));
        }
        places = new Whereabouts[sites.size()];
        Arrays.fill(places, Whereabouts.STATED);
        poses = new Poses[sites.size()];
        Arrays.fill(poses, Poses.NONE);
        first = new int[sites.size()];
        Arrays.setAll(first, this::firstLike);
    }

    /// A track's estimate moved on to a time, in arrays of its own; not moved when it is already for that time or
    /// a later one. A seed's filters begin.
    TrackFile.Estimate moved(Sensors sensors, TrackFile file, long ns) {
        TrackFile.Estimate from = file.estimate();
        double[] blocks = ahead(sensors, file, ns);
        return new TrackFile.Estimate(Math.max(ns, from.ns()), from.frame(), blocks, merged(blocks));
    }

    /// The mixture of [#moved] alone.
    double[] ahead(Sensors sensors, TrackFile file, long ns) {
        TrackFile.Estimate from = file.estimate();
        double[] blocks = file.seed().isPresent()
                ? begun(sensors, file, file.seed().get())
                : from.blocks().clone();
        double dtS = (ns - from.ns()) * NS;
        if (dtS > 0) {
            imm.predict(blocks, regime(file, blocks), dtS);
        }
        return blocks;
    }

    private double[] begun(Sensors sensors, TrackFile file, RadarPlot seed) {
        int sensor = index(sensors, seed.provenance().sensor());
        RadarView view = sensor < 0 ? views.getFirst() : view(sensors, sensor);
        view.face(file.estimate().frame());
        return new Birth(this, view).blocks(seed, file.realm());
    }

    /// An estimate near the origin of its frame: the same, or carried over to a new one.
    ///
    /// @param realm the track's
    /// @param fewer its mixture; the filter for hovering comes and goes with its speed
    TrackFile.Estimate near(long ns, double[] frame, Realm realm, double[] fewer) {
        double[] merged = merged(fewer);
        double[] blocks = Hovering.paced(kind(realm), fewer, merged);
        if (Tangent.reaches(frame, merged, Mixture.MEAN)) {
            return new TrackFile.Estimate(ns, frame, blocks, merged);
        }
        double[] place = new double[3];
        Tangent.place(frame, merged, Mixture.MEAN, place);
        double[] here = Tangent.at(place);
        for (int at = 0; at < blocks.length; at += Mixture.BLOCK) {
            Tangent.carry(frame, here, blocks, at + Mixture.MEAN, at + Mixture.COVARIANCE);
        }
        return new TrackFile.Estimate(ns, here, blocks, merged(blocks));
    }

    /// The squared normalised distance of a measurement from one Gaussian.
    double distance2(double[] block, Imm.Observer observer) {
        return imm.distance2(block, observer);
    }

    /// A mixture without the hypotheses that are ruled out.
    double[] reduced(double[] blocks, Realm realm) {
        return Hypotheses.reduced(blocks, models(realm, blocks));
    }

    static double[] merged(double[] blocks) {
        double[] merged = new double[Mixture.BLOCK];
        Mixture.merged(blocks, 0, Mixture.blocks(blocks), merged, 0);
        return merged;
    }
}
