package org.workspaceadmin.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionSecretStoreTest {
    private final SessionSecretStore store = new SessionSecretStore();

    @Test
    void givesBackACopyOfACopy() {
        char[] secret = "s3cret".toCharArray();
        assertThat(store.store("a", secret)).isEqualTo(Kept.SESSION);
        secret[0] = 'x';

        char[] first = store.read("a").orElseThrow();
        assertThat(first).containsExactly('s', '3', 'c', 'r', 'e', 't');
        first[0] = 'y';
        assertThat(store.read("a").orElseThrow()[0]).isEqualTo('s');
    }

    @Test
    void takesAbsenceCalmly() {
        assertThat(store.read("nothing")).isEmpty();
        assertThat(store.delete("nothing")).isTrue();
        assertThat(store.state().isReady()).isTrue();
    }

    @Test
    void replacesAndForgets() {
        store.store("a", new char[] {'1'});
        store.store("a", new char[] {'2'});
        assertThat(store.read("a").orElseThrow()).containsExactly('2');

        store.delete("a");
        assertThat(store.read("a")).isEmpty();
    }

    @Test
    void keepsNothingOnceClosed() {
        store.store("a", new char[] {'1'});

        store.close();

        assertThat(store.state().isReady()).isFalse();
        assertThat(store.read("a")).isEmpty();
        assertThat(store.store("b", new char[] {'2'})).isEqualTo(Kept.NOT);
        assertThat(store.read("b")).isEmpty();
    }
}
