package vedette.core.track;

import java.util.List;
import vedette.model.SensorSite;

/// The sensors, and what is known of them from what they measured: between two steps, or within one.
interface Sensors {
    /// The known sensors.
    List<SensorSite> sites();

    /// What is known of them, in the same order.
    Knowledge knowledge();
}
