package vedette.house;

/// One place where the code breaks a rule of the house: where, which rule, and what to do instead.
public record Violation(String file, long line, String rule, String remedy) implements Comparable<Violation> {
    @Override
    public int compareTo(Violation other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + rule + ": " + remedy;
    }
}
