package vedette.edge.serve;

import vedette.model.Operator;

/// Whether a request may order or sign anything.
sealed interface Acting {
    /// It comes from nobody who is known.
    record Stranger() implements Acting {}

    /// It comes from somebody who did nothing for so long that they must prove anew who they are.
    record Lapsed(Operator who) implements Acting {}

    /// It comes from somebody who is there, and from now on the idle time counts anew.
    record Acts(Operator who) implements Acting {}
}
