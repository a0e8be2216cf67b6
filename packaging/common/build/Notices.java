import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The list of everything inside that others made, with its licences and their texts, as {@code
 * THIRD-PARTY.txt} beside the jars. The names come from the bill of materials Maven has made, the
 * texts from there and from the jars themselves.
 */
final class Notices {
    private static final String FILE = "THIRD-PARTY.txt";
    private static final String LINE = "=".repeat(100) + "\n";

    private Notices() {}

    static void write(Plan plan) throws IOException {
        Plan.say("third-party licences");
        StringBuilder list = new StringBuilder();
        Map<String, String> texts = new TreeMap<>();
        for (Element component : components(plan.work().resolve("bom.xml"))) {
            List<String> names = new ArrayList<>();
            licences(component).forEach((name, text) -> {
                names.add(name);
                if (!text.isEmpty()) {
                    texts.putIfAbsent(name, text);
                }
            });
            if (names.isEmpty()) {
                throw new IllegalStateException("no licence is known of " + title(component));
            }
            list.append("%-52s %s%n".formatted(title(component), String.join(" or ", names)));
        }
        StringBuilder all = new StringBuilder("Workspace Admin contains the work of others.\n\n");
        all.append("Java runtime (OpenJDK): GPL-2.0 with Classpath Exception; its own notices are in ");
        all.append("the runtime's folder \"legal\".\n\n").append(list).append('\n');
        texts.forEach((name, text) ->
                all.append(LINE).append(name).append('\n').append(LINE).append(text).append("\n\n"));
        for (Map.Entry<String, String> own : ownTexts(plan).entrySet()) {
            all.append(LINE).append(own.getKey()).append('\n').append(LINE);
            all.append(own.getValue()).append("\n\n");
        }
        Files.writeString(plan.input().resolve(FILE), all.toString().replace("\r\n", "\n"));
    }

    /** What stands in the jars: notices must travel with the work. */
    private static Map<String, String> ownTexts(Plan plan) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Path> jars;
        try (Stream<Path> all = Files.list(plan.input())) {
            jars = all.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                    if (entry.getName().matches("(META-INF/)?(LICEN[SC]E|NOTICE)(\\.txt|\\.md)?")) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            texts.put(
                                    jar.getFileName() + ": " + entry.getName(),
                                    new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
                        }
                    }
                }
            }
        }
        return texts;
    }

    private static List<Element> components(Path bom) throws IOException {
        try {
            Element root =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(bom.toFile())
                            .getDocumentElement();
            return children(children(root, "components").getFirst(), "component");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Name to text, which is empty where the bill of materials has none. */
    private static Map<String, String> licences(Element component) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Element licences : children(component, "licenses")) {
            for (Element licence : children(licences, "license")) {
                String name = text(licence, "id") + text(licence, "name");
                String encoded = text(licence, "text").strip();
                found.put(
                        name,
                        new String(
                                        Base64.getMimeDecoder().decode(encoded),
                                        StandardCharsets.UTF_8)
                                .strip());
            }
            children(licences, "expression").forEach(e -> found.put(e.getTextContent(), ""));
        }
        return found;
    }

    private static String title(Element component) {
        return text(component, "group") + ":" + text(component, "name") + " " + text(component, "version");
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().map(Node::getTextContent).findFirst().orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
