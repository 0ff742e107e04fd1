package vedette.edge;

import vedette.model.Operator;
import vedette.model.Order;

/// Where orders of authenticated people are handed in.
@FunctionalInterface
public interface Desk {
    /// Hands in an order; it is taken before all waiting measurements.
    ///
    /// @param operator who
    /// @param order what
    /// @return whether it was taken; never refused but when the node closes
    boolean place(Operator operator, Order order);
}
