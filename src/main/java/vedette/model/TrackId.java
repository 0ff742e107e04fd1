package vedette.model;

/// The number of a track in this node's picture; never used again.
///
/// @param number counted up from 1
public record TrackId(long number) implements Comparable<TrackId> {
    @Override
    public int compareTo(TrackId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
