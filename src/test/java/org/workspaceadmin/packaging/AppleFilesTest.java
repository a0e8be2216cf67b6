package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What macOS is asked to permit, and the form of every XML file of the packaging. */
class AppleFilesTest {
    private static final Path ENTITLEMENTS = Path.of("packaging", "macos", "entitlements.plist");

    /** The exceptions of the hardened runtime that Apple documents. */
    private static final Set<String> KNOWN =
            Set.of(
                    "com.apple.security.cs.allow-jit",
                    "com.apple.security.cs.allow-unsigned-executable-memory",
                    "com.apple.security.cs.allow-dyld-environment-variables",
                    "com.apple.security.cs.disable-library-validation",
                    "com.apple.security.cs.disable-executable-page-protection",
                    "com.apple.security.cs.debugger");

    @TempDir Path folder;

    @Test
    void onlyWhatAJavaRuntimeNeedsIsPermitted() throws IOException {
        Map<String, String> entitlements = entitlements(ENTITLEMENTS);

        assertThat(entitlements.keySet()).isSubsetOf(KNOWN);
        assertThat(entitlements)
                .isEqualTo(
                        Map.of(
                                "com.apple.security.cs.allow-jit", "true",
                                "com.apple.security.cs.allow-unsigned-executable-memory", "true"));
    }

    @Test
    void aPropertyListOfAnotherFormIsRefused() throws IOException {
        Path file = folder.resolve("x.plist");
        Files.writeString(file, "<plist version=\"1.0\"><dict><true/></dict></plist>");
        assertThatThrownBy(() -> entitlements(file)).hasMessageContaining("true");
        Files.writeString(file, "<plist version=\"1.0\"><dict></plist>");
        assertThatThrownBy(() -> entitlements(file)).isInstanceOf(IOException.class);
    }

    @Test
    void everyXmlFileIsWellFormed() throws IOException {
        List<String> endings = List.of(".plist", ".wsf", ".wxs", ".wxi", ".wxl", ".xml");
        List<Path> found;
        try (Stream<Path> files = Files.walk(Path.of("packaging"))) {
            found = files.filter(f -> endings.stream().anyMatch(f.toString()::endsWith)).toList();
        }

        assertThat(found).hasSizeGreaterThan(1);
        for (Path file : found) {
            assertThat(Pom.parse(file).getDocumentElement()).as(file.toString()).isNotNull();
        }
    }

    private static Map<String, String> entitlements(Path file) throws IOException {
        Element plist = Pom.parse(file).getDocumentElement();
        assertThat(plist.getTagName()).isEqualTo("plist");
        Map<String, String> values = new TreeMap<>();
        String key = "";
        for (Node n = plist.getElementsByTagName("dict").item(0).getFirstChild();
                n != null;
                n = n.getNextSibling()) {
            if (n instanceof Element element) {
                boolean isKey = element.getTagName().equals("key");
                if (isKey != key.isEmpty()) {
                    throw new IllegalArgumentException("out of order: " + element.getTagName());
                }
                if (isKey) {
                    key = element.getTextContent();
                } else {
                    values.put(key, element.getTagName());
                    key = "";
                }
            }
        }
        assertThat(key).isEmpty();
        return values;
    }
}
