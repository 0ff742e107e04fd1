package vedette.edge.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What requests are signed with. The secret itself stands in a file and is read for each use: it can be changed while
/// the node runs, and stays out of the settings, the journal and every message.
///
/// @param keyId tells the receiver which of its secrets it is
/// @param file whose first line is the secret
public record Secret(String keyId, Path file) {
    /// The HMAC-SHA256 (RFC 2104) of a text, in hexadecimal digits.
    ///
    /// @throws IOException when the file cannot be read or its first line is empty
    String sign(String text) throws IOException {
        String secret = firstLine(file);
        if (secret.isEmpty()) {
            throw new IOException("The first line of " + file + " is empty");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new IOException("This Java has no HMAC-SHA256", fault);
        }
    }

    /// The first line of a file, without blanks around it; empty when it has none.
    static String firstLine(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        }
    }
}
