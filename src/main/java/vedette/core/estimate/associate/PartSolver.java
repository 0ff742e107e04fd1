package vedette.core.estimate.associate;

/// Solves one cluster whose weights are scaled.
@FunctionalInterface
interface PartSolver {
    /// Fills the cluster's shares.
    ///
    /// @param part the cluster
    /// @return whether the result is what the solver promises, rather than what it falls back to beyond its bound
    boolean solve(Part part);
}
