package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// An ID token counts if its provider signed it, for us, for this signing on, just now: otherwise not.
class IdTokenTest {
    private static final long NOW_S = 1_795_000_000;
    private static final Signer RSA = Signer.rsa("r");
    private static final Signer EC = Signer.p256("e");
    private static final Jwks BOTH = Jwks.read("{\"keys\":[" + RSA.jwk() + "," + EC.jwk() + "]}");
    private static final IdToken.Wanted WANTED = new IdToken.Wanted("https://id.example", "vedette", "n-1", NOW_S);
    private static final String RIGHT = """
            {"iss":"https://id.example","sub":"s-1","aud":"vedette","nonce":"n-1","iat":1795000000,"exp":1795000300}""";

    private static IdToken.Read read(String token) {
        return IdToken.read(token, BOTH, WANTED);
    }

    private static String why(String token) {
        return assertInstanceOf(IdToken.Refused.class, read(token)).why();
    }

    @Test
    void whatTheProviderSignedHolds() {
        assertEquals(
                "s-1",
                assertInstanceOf(IdToken.Held.class, read(RSA.token(RIGHT))).subject());
        assertEquals(
                "s-1",
                assertInstanceOf(IdToken.Held.class, read(EC.token(RIGHT))).subject());
    }

    @Test
    void aTokenWithoutTheNameOfItsKeyIsCheckedWithAllOfItsKind() {
        assertInstanceOf(IdToken.Held.class, read(EC.token("{\"alg\":\"ES256\"}", RIGHT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"iss\":\"https://id.example\" | \"iss\":\"https://evil.example\" | another issuer",
                "\"iss\":\"https://id.example\" | \"iss\":\"https://id.example/\"  | another issuer",
                "\"sub\":\"s-1\"                | \"sub\":\"\"                    | no subject",
                "\"sub\":\"s-1\"                | \"sub\":7                       | no subject",
                "\"aud\":\"vedette\"            | \"aud\":\"other\"               | made for somebody else",
                "\"aud\":\"vedette\"            | \"aud\":[\"vedette\",\"x\"]     | made for somebody else",
                "\"aud\":\"vedette\"            | \"aud\":\"vedette\",\"azp\":\"x\" | made for somebody else",
                "\"nonce\":\"n-1\"              | \"nonce\":\"n-2\"               | not made for this signing on",
                "\"nonce\":\"n-1\"              | \"x\":1                         | not made for this signing on",
                "\"exp\":1795000300             | \"exp\":1794999940              | it is over",
                "\"exp\":1795000300             | \"x\":1                         | it is over",
                "\"iat\":1795000000             | \"iat\":1795000061              | it was not made just now",
                "\"iat\":1795000000             | \"iat\":1794999399              | it was not made just now",
                "\"iat\":1795000000             | \"x\":1                         | it was not made just now",
                "\"iat\":1795000000             | \"iat\":1795000000,\"nbf\":1795000100 | it was not made just now",
            })
    void whatIsNotForUsNowIsRefused(String right, String wrong, String why) {
        assertEquals(why, why(RSA.token(RIGHT.replace(right, wrong))));
    }

    @Test
    void severalAudiencesNeedUsAsTheParty() {
        String many = RIGHT.replace("\"aud\":\"vedette\"", "\"aud\":[\"x\",\"vedette\"],\"azp\":\"vedette\"");

        assertInstanceOf(IdToken.Held.class, read(RSA.token(many)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS512", "ES256", "PS256", "rs256", ""})
    void onlyTheKeysOwnAlgorithmSigns(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"r\"}";

        assertTrue(why(RSA.token(header, RIGHT)).contains("signature"));
        assertTrue(why(Signer.text(header) + "." + Signer.text(RIGHT) + ".").contains("signature"));
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws NoSuchAlgorithmException, InvalidKeyException {
        String signed = Signer.text("{\"alg\":\"HS256\",\"kid\":\"r\"}") + "." + Signer.text(RIGHT);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(RSA.pair().getPublic().getEncoded(), "HmacSHA256"));
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));

        assertTrue(why(signed + "." + forged).contains("signature"));
    }

    @Test
    void anybodyElsesKeyIsNobody() {
        assertTrue(why(Signer.rsa("r").token(RIGHT)).contains("signature"));
        assertTrue(why(Signer.p256("e").token(RIGHT)).contains("signature"));
    }

    @Test
    void aChangedTokenIsNotSigned() {
        String token = RSA.token(RIGHT);
        String changed = Signer.text(RIGHT.replace("s-1", "s-2"));
        String[] parts = token.split("\\.");

        assertTrue(why(parts[0] + "." + changed + "." + parts[2]).contains("signature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "e30=.e30.", "W10.e30.e30", "....", "e30.e30"})
    void whatIsNoTokenIsRefused(String text) {
        assertInstanceOf(IdToken.Refused.class, read(text));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertTrue(why(RSA.token("{\"alg\":\"RS256\",\"kid\":\"r\",\"crit\":[\"b64\"]}", RIGHT))
                .contains("crit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "x",
                "{\"keys\":[{}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"AA\",\"y\":\"AA\"}]}"
            })
    void keysOfNoUseAreLeftOut(String set) {
        assertEquals(0, Jwks.read(set).size());
    }

    @Test
    void aKeyForEncryptingOrForAnotherAlgorithmSignsNothing() {
        assertEquals(
                0,
                Jwks.read(RSA.set().replace("\"use\":\"sig\"", "\"use\":\"enc\""))
                        .size());
        assertEquals(
                0,
                Jwks.read(RSA.set().replace("\"use\":\"sig\"", "\"alg\":\"RS512\""))
                        .size());
        assertEquals(0, Jwks.read(Signer.of("RS256", "weak", 1_024).set()).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"groups\":[\"a\",\"b\"]} | groups | a,b",
                "{\"groups\":\"a\"} | groups | a",
                "{\"realm_access\":{\"roles\":[\"a\",7,\"b\"]}} | realm_access.roles | a,b",
                "{\"groups\":{\"a\":1}} | groups | ''",
                "{} | groups | ''"
            })
    void aClaimIsOneTextOrSeveral(String claims, String path, String wanted) {
        Json json = JsonText.read(claims) instanceof JsonText.Read(Json value) ? value : new Json.Nothing();

        assertEquals(wanted.isEmpty() ? List.of() : List.of(wanted.split(",")), IdToken.texts(json, path));
    }
}
