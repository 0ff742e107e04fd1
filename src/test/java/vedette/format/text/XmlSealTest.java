package vedette.format.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;

class XmlSealTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALERT =
            "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>A</identifier><info>Ä &lt;</info></alert>";

    @TempDir
    static Path folder;

    private static KeyStore mine;
    private static KeyStore theirs;

    @BeforeAll
    static void makeKeys() throws Exception {
        mine = keys("mine");
        theirs = keys("theirs");
    }

    private static KeyStore keys(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> words = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", "key", "-keyalg", "RSA"));
        words.addAll(List.of("-keysize", "2048", "-dname", "CN=" + name, "-storetype", "PKCS12"));
        words.addAll(List.of("-keystore", file.toString(), "-storepass", "changeit"));
        assertEquals(
                0,
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start()
                        .waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static X509Certificate certificate(KeyStore store) throws Exception {
        return (X509Certificate) store.getCertificate("key");
    }

    private static String signed(String xml) throws Exception {
        return XmlSeal.sign(xml, (PrivateKey) mine.getKey("key", PASSWORD), certificate(mine));
    }

    private static List<XmlSeal.Verdict> verdicts(String xml, KeyStore trusted) throws Exception {
        return XmlSeal.verify(
                xml.getBytes(StandardCharsets.UTF_8), new XmlSeal.Trust(List.of(certificate(trusted)), false));
    }

    private static XmlSeal.Verdict verdict(String xml) throws Exception {
        return verdicts(xml, mine).getFirst();
    }

    @Test
    void whatIsSignedIsProvenByItsKeyOnly() throws Exception {
        String sealed = signed(ALERT);

        assertTrue(verdict(sealed).valid(), verdict(sealed).reason());
        assertTrue(verdict(sealed).method().endsWith("rsa-sha256"));
        assertFalse(verdicts(sealed, theirs).getFirst().valid());
        assertEquals(List.of(), verdicts(ALERT, mine));
    }

    @Test
    void aChangedLetterBreaksIt() throws Exception {
        assertFalse(verdict(signed(ALERT).replace(">A<", ">B<")).valid());
    }

    @Test
    void anAlertWrappedAroundASignedOneIsNotProven() throws Exception {
        String sealed = signed(ALERT);
        String inner = sealed.substring(sealed.indexOf("<alert"));
        String signature = inner.substring(inner.indexOf("<Signature"), inner.indexOf("</alert>"));
        String forged = ALERT.replace(">A<", ">F<");

        // the whole signed alert carried inside a forged one
        assertFalse(verdict(forged.replace("</alert>", inner + "</alert>")).valid());
        // its signature moved to the forged one, the signed alert carried along
        assertFalse(verdict(forged.replace("</alert>", signature + inner.replace(signature, "") + "</alert>"))
                .valid());
        // its signature points at a part by its name
        assertFalse(verdict(sealed.replace("URI=\"\"", "URI=\"#x\"").replace("<alert ", "<alert Id=\"x\" "))
                .valid());
        // nothing is referred to
        assertFalse(
                verdict(sealed.replaceAll("(?s)<Reference.*</Reference>", "")).valid());
    }

    @Test
    void transformsThatPickPartsAreRefused() throws Exception {
        String picked = signed(ALERT)
                .replaceFirst(
                        "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
                        "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>1</XPath></Transform>");

        assertTrue(
                verdict(picked).reason().contains("REC-xpath"), verdict(picked).reason());
    }

    @Test
    void sha1IsRefusedUnlessAskedFor() throws Exception {
        String old = signed(ALERT)
                .replace(
                        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                        "http://www.w3.org/2000/09/xmldsig#rsa-sha1");

        assertTrue(
                verdict(old).reason().contains("rsa-sha1 is refused"),
                verdict(old).reason());
    }

    @Test
    void hostileXmlIsNoSeal() throws Exception {
        for (String xml : List.of("", "<a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")) {
            assertFalse(verdict(xml).valid());
        }
    }

    @Test
    void theCanadianSampleIsSignedTheOldWayAndRefused() throws Exception {
        byte[] sample = Files.readAllBytes(Shared.file("data/dissemination/cap/canada_signed.cap"));
        List<X509Certificate> both = List.of(pem("naads_x509_cert.pem"), pem("environment_canada_x509_cert.pem"));

        List<XmlSeal.Verdict> now = XmlSeal.verify(sample, new XmlSeal.Trust(both, false));
        List<XmlSeal.Verdict> old = XmlSeal.verify(sample, new XmlSeal.Trust(both, true));

        assertEquals(2, now.size());
        assertTrue(now.stream().noneMatch(XmlSeal.Verdict::valid));
        assertTrue(now.get(1).reason().contains("rsa-sha1 is refused"), now.toString());
        // the issuer's own signature holds; the distributor's over it does not over this copy
        assertEquals(
                List.of(false, true), old.stream().map(XmlSeal.Verdict::valid).toList());
        assertTrue(old.get(1).reason().contains("CN=meteo.gc.ca"), old.toString());
    }

    private static X509Certificate pem(String name) throws Exception {
        try (InputStream in = Files.newInputStream(Shared.file("data/dissemination/cap/" + name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
