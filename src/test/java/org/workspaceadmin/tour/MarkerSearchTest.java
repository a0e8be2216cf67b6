package org.workspaceadmin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.redact.Disguises;

/** The search for secrets can fail: it finds what is planted, in every form. */
class MarkerSearchTest {
    private static final String SECRET = "Mk\"7/\\é+ Zq'=T9xw";
    private static final MarkerSearch SEARCH = new MarkerSearch(Map.of("sk", SECRET));

    @TempDir Path folder;

    @Test
    void findsEveryForm() throws IOException {
        for (Map.Entry<String, String> form : MarkerSearch.forms(SECRET).entrySet()) {
            Path file = folder.resolve("f");
            Files.write(
                    file,
                    ("before " + form.getValue() + " after").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(SEARCH.hits(folder)).as(form.getKey()).isNotEmpty();
        }
    }

    @Test
    void findsWhatOtherProgramsWrite() throws IOException {
        for (Map.Entry<String, String> disguise : Disguises.of(SECRET).entrySet()) {
            String how = disguise.getKey();
            if (how.contains("wrapped")
                    || how.contains("everything")
                    || how.contains("twice")
                    || how.contains("upper")
                    || how.contains("percent of json")
                    || how.contains("mime")) {
                continue; // forms that no part of the program makes
            }
            Files.writeString(folder.resolve("f"), disguise.getValue());
            assertThat(SEARCH.hits(folder)).as(how).isNotEmpty();
        }
    }

    @Test
    void looksIntoArchivesAndDatabasesAndFoldersBelow() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        try (OutputStream file = Files.newOutputStream(deep.resolve("r.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("log.txt"));
            zip.write(("x".repeat(1000) + SECRET).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SEARCH.hits(folder)).containsExactly("a/b/r.zip!log.txt: sk (plain)");

        Path other = Files.createDirectories(folder.resolve("db"));
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + other.resolve("j.db"));
                Statement create = db.createStatement()) {
            create.execute("PRAGMA journal_mode=WAL");
            create.execute("CREATE TABLE t (body TEXT)");
            try (PreparedStatement insert = db.prepareStatement("INSERT INTO t VALUES (?)")) {
                insert.setString(1, "{\"password\":\"" + SECRET + "\"}");
                insert.executeUpdate();
            }
            assertThat(SEARCH.hits(other)).as("still in the log of writes").isNotEmpty();
        }
        assertThat(SEARCH.hits(other)).isNotEmpty();
    }

    @Test
    void aNumberIsFoundWhereItStandsAlone() throws IOException {
        MarkerSearch search = new MarkerSearch(Map.of("code", "482913"));
        Path file = folder.resolve("f");
        for (String text : List.of("\"passcode\":\"482913\"", "code=482913&", "482913\n")) {
            Files.writeString(file, text);
            assertThat(search.hits(folder)).as(text).hasSize(1);
            Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
            assertThat(search.hits(folder)).as("wide " + text).hasSize(1);
        }
        Files.writeString(file, "id 1748291300, 12.482913 ms, c482913f");
        assertThat(search.hits(folder)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        Files.writeString(folder.resolve("f"), "Mk\"7/\\é+ Zq'=T9x");
        assertThat(SEARCH.hits(folder)).isEmpty();
    }
}
