package vedette.edge;

import vedette.model.Configuration;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorSite;

/// Takes measurements from feeds into the node's one order.
public interface Intake {
    /// The time to stamp arrivals with.
    Moment now();

    /// Takes a measurement, waiting for room: for connections, which can wait.
    ///
    /// @param measurement what was found
    /// @param arrivedAt when its bytes came
    /// @throws InterruptedException when the node closes while waiting
    void put(Measurement measurement, Moment arrivedAt) throws InterruptedException;

    /// Takes a measurement if there is room: for datagrams, which must not wait. What finds no room is counted as shed.
    ///
    /// @param measurement what was found
    /// @param arrivedAt when its bytes came
    /// @return whether it was taken
    boolean offer(Measurement measurement, Moment arrivedAt);

    /// Takes word of a sensor that presented itself, or presented itself anew, before its measurements. What the
    /// settings say of a sensor of that name stands.
    ///
    /// @param site what it said of itself
    /// @throws InterruptedException when the node closes while waiting
    default void presented(SensorSite site) throws InterruptedException {}

    /// Takes what one look at others' alerts brought: it is recorded and shown, and nothing else.
    ///
    /// @param foreign alerts that came, and names of those that were taken down
    /// @throws InterruptedException when the node closes while waiting
    default void overheard(Configuration.Foreign foreign) throws InterruptedException {}
}
