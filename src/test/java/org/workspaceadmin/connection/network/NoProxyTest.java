package org.workspaceadmin.connection.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, https://example.com, true",
        "example.com, https://iam.example.com, true",
        "EXAMPLE.com, https://iam.Example.COM, true",
        "example.com, https://badexample.com, false",
        "example.com, https://example.com.evil, false",
        ".example.com, https://iam.example.com, true",
        ".example.com, https://example.com, false",
        "*.example.com, https://iam.example.com, true",
        "*.example.com, https://example.com, false",
        "*, https://anything.test, true",
        "example.com:8443, https://example.com:8443, true",
        "example.com:8443, https://example.com, false",
        "example.com:443, https://example.com, true",
        "10.1.2.3, https://10.1.2.3, true",
        "10.1.2.3, https://110.1.2.3, false",
        "2.3, https://10.1.2.3, false",
        "10.0.0.0/8, https://10.200.3.4, true",
        "10.0.0.0/8, https://11.0.0.1, false",
        "192.168.4.0/22, https://192.168.7.255, true",
        "192.168.4.0/22, https://192.168.8.0, false",
        "0.0.0.0/0, https://8.8.8.8, true",
        "10.0.0.0/33, https://10.0.0.1, false",
        "10.0.0.0/8, https://ten.example, false",
        "[2001:db8::1], https://[2001:db8::1], true",
        "2001:db8::1, https://[2001:db8::1]:8443, true",
        "[2001:db8::1]:8443, https://[2001:db8::1], false",
        "example.com, https://example.com., true",
    })
    void anEntryMatches(String entry, URI uri, boolean matches) {
        assertThat(NoProxy.of(List.of(entry)).match(uri).isPresent()).isEqualTo(matches);
    }

    @Test
    void oneTextMayHoldManyEntriesAndTheOneThatDecidedIsTold() {
        NoProxy list = NoProxy.of(List.of(" a.test, b.test;c.test  .d.test", ""));

        assertThat(list.match(URI.create("https://x.d.test"))).contains(".d.test");
        assertThat(list.match(URI.create("https://b.test"))).contains("b.test");
        assertThat(list.match(URI.create("https://e.test"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.9.9", "[::1]"})
    void thisMachineIsKnownByEveryName(String host) {
        assertThat(NoProxy.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.example", "128.0.0.1", "127.0.0.1.example", "127.1"})
    void otherMachinesAreNot(String host) {
        assertThat(NoProxy.isLoopback(host)).isFalse();
    }
}
