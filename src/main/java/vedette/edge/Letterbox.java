package vedette.edge;

import vedette.model.SensorId;

/// A feed to which programs bring bytes through the node's own door (HTTP): what they bring is whole.
public interface Letterbox {
    /// Longer letters are refused, bytes.
    int LONGEST = 1 << 20;

    /// The feed's name, by which the letterbox is found.
    SensorId id();

    /// Takes a letter; waits for room in the node.
    ///
    /// @param bytes what was brought
    /// @return what became of it
    /// @throws InterruptedException when the node closes while there is no room
    Answer post(byte[] bytes) throws InterruptedException;

    /// What became of a letter.
    ///
    /// @param taken measurements that the node has
    /// @param refused pieces that were refused
    /// @param why the first of them was; empty when none was
    record Answer(long taken, long refused, String why) {}
}
