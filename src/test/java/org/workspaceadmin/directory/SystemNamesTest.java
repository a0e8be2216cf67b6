package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.spi.InetAddressResolverProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SystemNamesTest {
    @Test
    void theFirstProviderTheRuntimeMeetsIsOursThoughTheDnsLibraryOffersItself() {
        assertThat(ServiceLoader.load(InetAddressResolverProvider.class))
                .extracting(provider -> provider.getClass().getSimpleName())
                .startsWith("SystemNames")
                .contains("DnsjavaInetAddressResolverProvider");
    }
}
