package vedette.edge.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vedette.format.share.Envelope;
import vedette.format.share.Octets;
import vedette.format.share.Sealing;
import vedette.model.NodeId;

/// Keys: ours, which signs what our engine made, and those of the nodes whose items we believe (Ed25519, RFC 8032).
public final class Signing implements Sealing.Signer, Sealing.Salts {
    private static final String KIND = "Ed25519";
    private static final int SALT = 16;

    /// So many verified signatures are remembered: a catch-up needs one for every 256 items.
    private static final int REMEMBERED = 4_096;

    private final PrivateKey ours;
    private final SortedMap<NodeId, PublicKey> theirs;
    private final SecretKeySpec secret;
    private final Map<String, Octets> verified = new LinkedHashMap<>();

    private Signing(PrivateKey ours, SortedMap<NodeId, PublicKey> theirs) {
        this.ours = ours;
        this.theirs = new TreeMap<>(theirs);
        secret = new SecretKeySpec(ours.getEncoded(), "HmacSHA256");
    }

    /// Our key from its file, or a new one; its public half is put beside it, for the others' settings.
    ///
    /// @param file PKCS #8, base64; `.pub` beside it gets the public half
    /// @param others public halves by node: X.509, base64
    /// @throws IOException when a file cannot be read, written or understood
    public static Signing of(Path file, SortedMap<NodeId, String> others) throws IOException {
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            KeyFactory factory = KeyFactory.getInstance(KIND);
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(base64(Files.readString(file))));
            SortedMap<NodeId, PublicKey> theirs = new TreeMap<>();
            for (Map.Entry<NodeId, String> each : others.entrySet()) {
                theirs.put(each.getKey(), factory.generatePublic(new X509EncodedKeySpec(base64(each.getValue()))));
            }
            return new Signing(key, theirs);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new IOException(file + " or a node's public key is no Ed25519 key: " + fault.getMessage(), fault);
        }
    }

    private static void generate(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.getFileStore(file.toAbsolutePath().getRoot()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        Files.writeString(
                publicFile(file),
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    /// Where the public half of a key stands.
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.strip());
    }

    @Override
    public byte[] sign(byte[] root) {
        try {
            Signature signature = Signature.getInstance(KIND);
            signature.initSign(ours);
            signature.update(root);
            return signature.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("the key was read as an Ed25519 key", fault);
        }
    }

    @Override
    public byte[] salt(String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)), SALT);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", fault);
        }
    }

    /// Whether an item's maker has signed it; empty when so, else why not.
    String objection(Envelope envelope) {
        NodeId maker = envelope.origin().node();
        @Nullable PublicKey key = theirs.get(maker);
        if (key == null) {
            return "no key of " + maker + " in the settings";
        }
        Octets root = envelope.signed();
        String known = maker + " " + root;
        if (isVerified(known, envelope.signature())) {
            return "";
        }
        if (!isSigned(key, root, envelope.signature())) {
            return "not signed by " + maker;
        }
        remember(known, envelope.signature());
        return "";
    }

    private synchronized boolean isVerified(String known, Octets signature) {
        return signature.equals(verified.get(known));
    }

    private synchronized void remember(String known, Octets signature) {
        verified.put(known, signature);
        if (verified.size() > REMEMBERED) {
            verified.remove(verified.keySet().iterator().next());
        }
    }

    private static boolean isSigned(PublicKey key, Octets root, Octets signature) {
        try {
            Signature verifier = Signature.getInstance(KIND);
            verifier.initVerify(key);
            verifier.update(root.bytes());
            return verifier.verify(signature.bytes());
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }
}
