package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.task.ManualTimer;

class ConnectionsTest {
    @TempDir Path folder;
    private final ManualTimer timer = new ManualTimer();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("connections.json");
    }

    @Test
    void keepsConnectionsAcrossAStartInTheirOrder() {
        Connections connections = open();
        connections.add(connection("b", "Beijing"));
        connections.add(connection("a", "Singapore"));
        connections.add(connection("b", "Beijing, production"));

        Connections again = open();

        assertThat(again.list()).isEqualTo(connections.list());
        assertThat(again.list())
                .extracting(Connection::name)
                .containsExactly("Beijing, production", "Singapore");
        assertThat(again.find("a")).contains(connection("a", "Singapore"));
    }

    @Test
    void forgetsAConnection() {
        Connections connections = open();
        connections.add(connection("a", "A"));
        connections.add(connection("b", "B"));

        connections.remove("a");
        connections.remove("never");

        assertThat(open().list()).extracting(Connection::id).containsExactly("b");
    }

    @Test
    void neverKeepsTheDemo() {
        Connection c = connection("demo", "Demo");
        Connection demo =
                new Connection(
                        c.id(),
                        c.name(),
                        c.endpoints(),
                        c.region(),
                        c.projectId(),
                        c.projectName(),
                        c.generation(),
                        c.identity(),
                        c.enterpriseProjectId(),
                        c.marking(),
                        true);
        Connections connections = open();

        connections.add(demo);

        assertThat(connections.list()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void keepsWhatItDoesNotUnderstand() throws IOException {
        Files.writeString(
                file,
                """
                {"format": 2, "connections": [
                  {"id": "a", "endpoints": {"workspace": "https://workspace.example"}, "flavour": 7},
                  {"id": "broken", "endpoints": {"workspace": "gopher://x"}},
                  "not even an object"]}
                """);
        Connections connections = open();
        assertThat(connections.list()).extracting(Connection::id).containsExactly("a");

        connections.add(connection("a", "renamed"));

        var json = new ObjectMapper().readTree(Files.readAllBytes(file));
        assertThat(json.path("format").asInt()).isEqualTo(2);
        assertThat(json.path("connections")).hasSize(3);
        assertThat(json.path("connections").get(0).path("flavour").asInt()).isEqualTo(7);
        assertThat(json.path("connections").get(0).path("name").asText()).isEqualTo("renamed");
    }

    @Test
    void setsADamagedFileAside() throws IOException {
        Files.writeString(file, "{oops");

        Connections connections = open();

        assertThat(connections.list()).isEmpty();
        assertThat(connections.setAside()).isPresent();
    }

    @Test
    void changesNothingInMemoryWhenTheFileCannotBeWritten() {
        Connections connections =
                Connections.open(folder.resolve("missing").resolve("c.json"), timer);

        assertThatThrownBy(() -> connections.add(connection("a", "A")))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(connections.list()).isEmpty();
    }

    private Connections open() {
        return Connections.open(file, timer);
    }

    static Connection connection(String id, String name) {
        return new Connection(
                id,
                name,
                Endpoints.around(URI.create("https://workspace.cn-north-4.myhuaweicloud.com")),
                "cn-north-4",
                "0123456789abcdef0123456789abcdef",
                "cn-north-4",
                Generation.V1,
                Identity.password("account", "user", "0123456789abcdef0123456789abcdef", true),
                "0",
                new Marking(Marking.Colour.RED, "production", true),
                false);
    }
}
