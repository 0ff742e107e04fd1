package vedette.app;

/// The entry of the program.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param args the command and its arguments
    public static void main(String[] args) {
        System.out.println("vedette " + args.length);
    }
}
