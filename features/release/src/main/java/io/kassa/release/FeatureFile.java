package io.kassa.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

/** A feature repository of Karaf with those features that are shipped; the demo's are left out. */
final class FeatureFile {

    /** One bundle that a feature names by its Maven coordinates. */
    record Coordinates(String group, String artifact, String version) {

        private static final Pattern MVN = Pattern.compile("mvn:([^/]+)/([^/]+)/([^/]+)");

        static Coordinates of(String url) {
            Matcher matcher = MVN.matcher(url.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not group, artifact and version: " + url);
            }
            return new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3));
        }

        String file() {
            return artifact + "-" + version + ".jar";
        }

        /** Where it stands in a Maven repository. */
        String path() {
            return group.replace('.', '/') + "/" + artifact + "/" + version + "/" + file();
        }
    }

    private final Document document;

    private FeatureFile(Document document) {
        this.document = document;
    }

    static FeatureFile of(byte[] xml, Set<String> shipped) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setIgnoringComments(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            for (Element feature : children(document, "features", "feature")) {
                if (!shipped.contains(feature.getAttribute("name"))) {
                    withItsLine(feature);
                }
            }
            return new FeatureFile(document);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("No feature repository", e);
        }
    }

    List<Coordinates> bundles() {
        return children(document, "feature", "bundle").stream()
                .map(bundle -> Coordinates.of(bundle.getTextContent()))
                .toList();
    }

    byte[] xml() throws IOException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.append("\n").toString().getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException e) {
            throw new IOException("The feature repository cannot be written", e);
        }
    }

    private static List<Element> children(Document document, String parent, String name) {
        NodeList found = document.getElementsByTagName(name);
        return new ArrayList<>(IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .filter(element -> element.getParentNode().getNodeName().equals(parent))
                .toList());
    }

    private static void withItsLine(Element feature) {
        Node before = feature.getPreviousSibling();
        if (before != null && before.getNodeType() == Node.TEXT_NODE) {
            feature.getParentNode().removeChild(before);
        }
        feature.getParentNode().removeChild(feature);
    }
}
