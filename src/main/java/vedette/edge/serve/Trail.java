package vedette.edge.serve;

import java.util.OptionalDouble;

/// Where a track has been: a ring of the latest places, oldest forgotten.
final class Trail {
    /// Places kept a track: five minutes of a radar that turns in four seconds.
    static final int LENGTH = 75;

    /// Places closer in time than this are one: a receiver that hears an aircraft twice a second would fill
    /// the ring in half a minute.
    private static final long CLOSEST_MS = 900;

    private final Place[] places = new Place[LENGTH];
    private int size;
    private int next;

    /// A place and its time.
    ///
    /// @param atMs milliseconds of UTC
    /// @param lonDeg longitude east, degrees
    /// @param latDeg latitude, degrees
    /// @param heightM height in whatever datum the track has it, where known
    record Place(long atMs, double lonDeg, double latDeg, OptionalDouble heightM) {}

    void add(Place place) {
        if (size > 0 && place.atMs() - newest().atMs() < CLOSEST_MS) {
            return;
        }
        places[next] = place;
        next = (next + 1) % LENGTH;
        size = Math.min(size + 1, LENGTH);
    }

    int size() {
        return size;
    }

    /// The places from the oldest, from 0.
    Place get(int i) {
        return places[Math.floorMod(next - size + i, LENGTH)];
    }

    private Place newest() {
        return get(size - 1);
    }
}
