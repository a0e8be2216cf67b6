package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.model.Generation;

class CloudSettingsTest {
    private static CloudSettings at(String endpoint) {
        return CloudSettings.single(URI.create(endpoint), "p", "r", Generation.V2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://workspace.example.com",
                "https://10.0.0.1:8443",
                "http://127.0.0.1:8080",
                "http://localhost:1",
                "http://[::1]:9"
            })
    void takesHttpsAndThisMachine(String endpoint) {
        assertThat(at(endpoint).workspace()).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://workspace.example.com",
                "http://10.0.0.1",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "workspace.example.com",
                "https://user:pw@example.com"
            })
    void refusesEverythingElse(String endpoint) {
        assertThatThrownBy(() -> at(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw@");
    }

    @Test
    void refusesAProjectIdThatWouldChangeThePath() {
        assertThatThrownBy(() ->
                        CloudSettings.single(
                                URI.create("https://e.com"), "p/../q", "", Generation.V2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
