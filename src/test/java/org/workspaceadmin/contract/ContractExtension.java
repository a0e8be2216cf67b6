package org.workspaceadmin.contract;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which a {@link Watched} service met a request, or gave an answer, that its
 * description does not know. Registered for all tests; runs after their own clean-up, so that what
 * a closing client sent counts too.
 */
public final class ContractExtension implements AfterEachCallback, AfterAllCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        Watched.judge();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Watched.judge();
    }
}
