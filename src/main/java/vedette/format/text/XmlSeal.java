package vedette.format.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Enveloped XML signatures (W3C XML Signature 1.1, §8.6.4): made with rsa-sha256, and told what they are worth.
///
/// Wrapping is met by what is taken at all: a signature is a child of the root and has one reference, to the whole
/// document, with no transform but "without this signature" and canonical forms. So what it covers is what is read.
public final class XmlSeal {
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    private static final String SHA1_DIGEST = "http://www.w3.org/2000/09/xmldsig#sha1";
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final List<String> METHODS = List.of(
            RSA_SHA256,
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    private static final List<String> DIGESTS = List.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");
    private static final List<String> TRANSFORMS = List.of(
            Transform.ENVELOPED,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    /// Signatures of one document that are looked at.
    private static final int MOST = 8;

    private XmlSeal() {}

    /// Whose word is taken.
    ///
    /// @param trusted certificates whose keys are known to be their senders'; their dates are seen to before
    /// @param old whether rsa-sha1 is taken, which can be forged
    public record Trust(List<X509Certificate> trusted, boolean old) {
        /// Copies the list.
        public Trust {
            trusted = List.copyOf(trusted);
        }
    }

    /// What one signature is worth.
    ///
    /// @param valid whether a trusted key signed the whole document
    /// @param method how it was signed
    /// @param reason who signed, or why it is not valid
    public record Verdict(boolean valid, String method, String reason) {}

    /// Signs a document.
    ///
    /// @param xml the document
    /// @param key an RSA key of the certificate
    /// @param certificate told with the signature
    /// @return the document with one more signature at its end
    /// @throws GeneralSecurityException when the key does not serve, or the text is no XML
    public static String sign(String xml, PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        try {
            Document document = parse(xml.getBytes(StandardCharsets.UTF_8));
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            KeyInfo info = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
            factory.newXMLSignature(signedInfo(factory), info)
                    .sign(new DOMSignContext(key, document.getDocumentElement()));
            return text(document);
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | MarshalException
                | XMLSignatureException
                | TransformerException fault) {
            throw new GeneralSecurityException("cannot sign: " + fault.getMessage(), fault);
        }
    }

    private static SignedInfo signedInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
        Reference whole = factory.newReference(
                "",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(
                        factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                        factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(RSA_SHA256, null),
                List.of(whole));
    }

    /// What the signatures of a document are worth, in their order. It never throws.
    ///
    /// @param xml the whole document
    public static List<Verdict> verify(byte[] xml, Trust trust) {
        try {
            Document document = parse(xml);
            List<Verdict> verdicts = new ArrayList<>();
            NodeList all = document.getElementsByTagNameNS(SIGNATURES, "Signature");
            for (int i = 0; i < Math.min(MOST, all.getLength()); i++) {
                verdicts.add(verdict(document, (Element) all.item(i), trust));
            }
            return verdicts;
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException fault) {
            return List.of(new Verdict(false, "", "cannot be read: " + fault.getMessage()));
        }
    }

    private static Verdict verdict(Document document, Element signature, Trust trust) {
        String method = only(signature, "SignatureMethod");
        String fault = fault(document, signature, method, trust);
        if (!fault.isEmpty()) {
            return new Verdict(false, method, fault);
        }
        for (X509Certificate each : trust.trusted) {
            if (holds(signature, each, trust) || holdsAlone(document, signature, each, trust)) {
                return new Verdict(
                        true,
                        method,
                        "signed by " + each.getSubjectX500Principal().getName());
            }
        }
        return new Verdict(false, method, "no trusted key made it, or the document was changed");
    }

    private static String fault(Document document, Element signature, String method, Trust trust) {
        if (!signature.getParentNode().isSameNode(document.getDocumentElement())) {
            return "the signature is no child of the root";
        }
        boolean old = method.equals(SHA1);
        if (!METHODS.contains(method) && !(old && trust.old)) {
            return old ? "rsa-sha1 is refused: it can be forged" : "method '" + method + "' is not taken";
        }
        String digest = only(signature, "DigestMethod");
        if (!DIGESTS.contains(digest) && !(trust.old && digest.equals(SHA1_DIGEST))) {
            return "digest '" + digest + "' is not taken";
        }
        NodeList references = signature.getElementsByTagNameNS(SIGNATURES, "Reference");
        boolean whole = references.getLength() == 1
                && ((Element) references.item(0)).hasAttribute("URI")
                && ((Element) references.item(0)).getAttribute("URI").isEmpty();
        return whole ? transformFault(signature) : "it does not cover the whole document";
    }

    private static String transformFault(Element signature) {
        NodeList transforms = signature.getElementsByTagNameNS(SIGNATURES, "Transform");
        boolean enveloped = false;
        for (int i = 0; i < transforms.getLength(); i++) {
            Element each = (Element) transforms.item(i);
            String name = each.getAttribute("Algorithm");
            if (!TRANSFORMS.contains(name) || each.getElementsByTagName("*").getLength() > 0) {
                return "transform '" + name + "' is not taken";
            }
            enveloped |= name.equals(Transform.ENVELOPED);
        }
        return enveloped ? "" : "it is not enveloped";
    }

    /// The algorithm of the only element of a name; nothing when there are none or several.
    private static String only(Element signature, String name) {
        NodeList found = signature.getElementsByTagNameNS(SIGNATURES, name);
        return found.getLength() == 1 ? ((Element) found.item(0)).getAttribute("Algorithm") : "";
    }

    private static boolean holds(Element signature, X509Certificate certificate, Trust trust) {
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", !trust.old);
        try {
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .validate(context);
        } catch (MarshalException | XMLSignatureException | RuntimeException fault) {
            return false;
        }
    }

    /// One who signed before others did covered a document without their signatures.
    private static boolean holdsAlone(Document document, Element signature, X509Certificate by, Trust trust) {
        Element root = document.getDocumentElement();
        List<Node> others = new ArrayList<>();
        for (Node each = root.getFirstChild(); each != null; each = each.getNextSibling()) {
            boolean seal = SIGNATURES.equals(each.getNamespaceURI()) && "Signature".equals(each.getLocalName());
            if (seal && !each.isSameNode(signature)) {
                others.add(each);
            }
        }
        if (others.isEmpty()) {
            return false;
        }
        List<Node> next = others.stream().map(Node::getNextSibling).toList();
        others.forEach(root::removeChild);
        boolean holds = holds(signature, by, trust);
        for (int i = others.size() - 1; i >= 0; i--) {
            root.insertBefore(others.get(i), next.get(i));
        }
        return holds;
    }

    private static Document parse(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        if (XmlText.read(xml) instanceof XmlText.NotXml(String reason, int _)) {
            throw new SAXException(reason);
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String text(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        document.setXmlStandalone(true);
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
