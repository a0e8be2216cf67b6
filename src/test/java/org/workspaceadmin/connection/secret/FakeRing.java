package org.workspaceadmin.connection.secret;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.connection.secret.StoreState.Store;

/** A key store in memory that fails the ways real ones do. */
final class FakeRing implements KeyRing {
    final Map<String, String> entries = new TreeMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile StoreState state = StoreState.ready(Store.CREDENTIAL_MANAGER);
    private volatile boolean hangs;
    private volatile int callsLeft = Integer.MAX_VALUE;
    private volatile @Nullable Throwable failure;

    void state(Kind kind) {
        state = new StoreState(Store.CREDENTIAL_MANAGER, kind, "as the test wants");
    }

    /** No call returns until {@link #release}. */
    void hang() {
        hangs = true;
    }

    void release() {
        hangs = false;
        released.countDown();
    }

    /** Throws this after so many more calls, as when the store goes away in the middle. */
    void failAfter(int calls, Throwable thrown) {
        failure = thrown;
        callsLeft = calls;
    }

    void recover() {
        callsLeft = Integer.MAX_VALUE;
    }

    @Override
    public Store which() {
        return Store.CREDENTIAL_MANAGER;
    }

    @Override
    public StoreState look() {
        if (hangs) {
            awaitRelease();
        }
        return state;
    }

    @Override
    public Ring open() {
        return new MemoryRing();
    }

    @Override
    public StoreState because(Throwable thrown) {
        return new StoreState(which(), Kind.FAILED, thrown.getClass().getSimpleName());
    }

    /** Like a native call: deaf to interruption. */
    private void awaitRelease() {
        boolean interrupted = false;
        while (true) {
            try {
                released.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class MemoryRing implements Ring {
        @Override
        public Optional<String> get(String account) throws Exception {
            call();
            return Optional.ofNullable(entries.get(account));
        }

        @Override
        public void set(String account, String text) throws Exception {
            call();
            if (text.isEmpty() || text.length() > 1_280) {
                throw new IllegalArgumentException("Credential Manager would not take it");
            }
            entries.put(account, text);
        }

        @Override
        public void delete(String account) throws Exception {
            call();
            entries.remove(account);
        }

        @Override
        public void close() {}

        private void call() throws Exception {
            if (hangs) {
                awaitRelease();
            }
            if (callsLeft-- <= 0) {
                switch (failure) {
                    case Exception e -> throw e;
                    case Error e -> throw e;
                    case null, default -> throw new IllegalStateException();
                }
            }
        }
    }
}
