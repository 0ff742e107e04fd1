package vedette.edge.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A list of passwords that are known, in a file of the operator's: one password a line, or, as lists of breaches are
/// published, the SHA-1 of one in hex and how often it was found (`HASH:count`), in the order of the hashes.
///
/// Nothing of it is loaded. A short file is read through whenever somebody chooses a password, which is seldom; a long
/// one must be of hashes and is searched by halves, some forty short reads in a file of any size. The file may be
/// replaced while the node runs.
final class RefusedPasswords {
    /// Bytes that are read through: a fraction of a second.
    static final long SHORT = 64L << 20;

    private static final int SAMPLES = 256;
    private static final int HASH_LETTERS = 40;
    private static final int LONGEST_LINE = 512;
    private static final String OBJECTION = "it stands in the list of known passwords";

    private final Path file;
    private final long readThrough;

    /// @throws CannotServe when it cannot be read, or cannot be searched
    RefusedPasswords(Path file) {
        this(file, SHORT);
    }

    /// @param readThrough files of so many bytes are read through
    RefusedPasswords(Path file, long readThrough) {
        this.file = file;
        this.readThrough = readThrough;
        try {
            check();
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    private void check() throws IOException {
        if (Files.size(file) > readThrough && !isInOrder()) {
            throw new IOException("it is longer than " + readThrough
                    + " bytes and no list of SHA-1 hashes in their order (HASH:count)");
        }
        objection("x".toCharArray());
    }

    /// Why nobody may choose a password; empty when it does not stand in the list. Neither as it is typed nor in lower
    /// case.
    ///
    /// @throws CannotServe when the list cannot be read any more: then nobody chooses one
    String objection(char[] password) {
        String text = new String(password);
        try {
            for (String each :
                    Stream.of(text, text.toLowerCase(Locale.ROOT)).distinct().toList()) {
                if (Files.size(file) > readThrough ? isAmong(sha1(each)) : stands(each)) {
                    return OBJECTION;
                }
            }
            return "";
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    // Bytes that are no UTF-8 become marks that no password has.
    private boolean stands(String password) throws IOException {
        String hash = sha1(password);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(password) || hash(line).filter(hash::equals).isPresent()) {
                    return true;
                }
            }
            return false;
        }
    }

    // By halves: the first line that begins behind the middle tells in which half to go on.
    private boolean isAmong(String hash) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long low = 0;
            long high = in.length();
            while (low < high) {
                long middle = (low + high) >>> 1;
                String line = lineFrom(in, middle);
                if (!line.isEmpty()
                        && hash(line).orElseThrow(RefusedPasswords::noHash).compareTo(hash) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return hash(lineFrom(in, low)).filter(hash::equals).isPresent();
        }
    }

    private boolean isInOrder() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            String before = "";
            for (int i = 0; i < SAMPLES; i++) {
                Optional<String> here = hash(lineFrom(in, in.length() / SAMPLES * i));
                if (here.isEmpty() || here.get().compareTo(before) < 0) {
                    return false;
                }
                before = here.get();
            }
            return true;
        }
    }

    private static IOException noHash() {
        return new IOException("a line of it is no hash");
    }

    /// The first line that begins at or behind a place; empty at the end.
    private static String lineFrom(RandomAccessFile in, long at) throws IOException {
        long from = Math.max(0, at - 1);
        in.seek(from);
        byte[] bytes = new byte[2 * LONGEST_LINE];
        int some = Math.max(0, in.read(bytes));
        String text = new String(bytes, 0, some, StandardCharsets.ISO_8859_1);
        int begin = at == 0 ? 0 : text.indexOf('\n') + 1;
        if (at > 0 && begin == 0) {
            if (from + some < in.length()) {
                throw noHash();
            }
            return "";
        }
        int end = text.indexOf('\n', begin);
        return text.substring(begin, end < 0 ? text.length() : end).strip();
    }

    /// The hash that a line tells, where it tells one.
    private static Optional<String> hash(String line) {
        boolean isOne =
                line.length() == HASH_LETTERS || (line.length() > HASH_LETTERS && line.charAt(HASH_LETTERS) == ':');
        if (!isOne) {
            return Optional.empty();
        }
        String hash = line.substring(0, HASH_LETTERS).toUpperCase(Locale.ROOT);
        return hash.matches("[0-9A-F]{40}") ? Optional.of(hash) : Optional.empty();
    }

    // SHA-1 is what such lists are published as; nothing here rests on it.
    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }

    private CannotServe fault(IOException fault) {
        return new CannotServe(
                "Cannot search the known passwords in " + file + ": " + fault.getMessage(),
                "Give one password a line, or SHA-1 hashes in their order, or take display.refused_passwords away",
                fault);
    }
}
