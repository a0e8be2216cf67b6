package org.workspaceadmin.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the POM says, as far as packaging uses it. */
final class Pom {
    private Pom() {}

    /** The project's version. */
    static String version() throws IOException {
        return properties().getOrDefault("project.version", "");
    }

    /** Properties by the names that Maven fills in, also those of profiles. */
    static Map<String, String> properties() throws IOException {
        Element project = parse(Path.of("pom.xml")).getDocumentElement();
        Map<String, String> values = new HashMap<>();
        for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                values.put("project." + element.getTagName(), element.getTextContent().strip());
            }
        }
        values.put(
                "project.build.finalName",
                values.get("project.artifactId") + "-" + values.get("project.version"));
        NodeList blocks = project.getElementsByTagName("properties");
        for (int i = 0; i < blocks.getLength(); i++) {
            NodeList children = blocks.item(i).getChildNodes();
            for (int j = 0; j < children.getLength(); j++) {
                if (children.item(j) instanceof Element element) {
                    values.put(element.getTagName(), element.getTextContent().strip());
                }
            }
        }
        // One of them is made of another.
        values.replaceAll((name, value) -> filled(value, values));
        return values;
    }

    /** An XML file; nothing is fetched for it. */
    static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file.toString(), e);
        }
    }

    private static String filled(String value, Map<String, String> values) {
        String whole = value;
        for (String name : new String[] {"project.inceptionYear", "project.version"}) {
            whole = whole.replace("${" + name + "}", values.getOrDefault(name, ""));
        }
        return whole;
    }
}
