package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.task.Work;

/** Cancelling ends the exchange itself: the server sees its connection close. */
class CancellingTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void theServerSeesTheEndWhileItThinks() throws InterruptedException {
        try (Connected c = new Connected(Connected.KEYS, r -> this::silent)) {
            check(c.cloud.lockStatus());
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void theServerSeesTheEndWhileItAnswers() throws InterruptedException {
        try (Connected c =
                new Connected(
                        Connected.KEYS,
                        r ->
                                (socket, out) -> {
                                    String head =
                                            "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{";
                                    out.write(head.getBytes(StandardCharsets.UTF_8));
                                    out.flush();
                                    return silent(socket, out);
                                })) {
            check(c.cloud.lockStatus());
        }
    }

    @Test
    void aWholeListEndsWithAllItsPages() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(RequestBudget.ALL);
        CountDownLatch gone = new CountDownLatch(RequestBudget.ALL);
        try (Connected c =
                new Connected(
                        Connected.KEYS,
                        r ->
                                (socket, out) -> {
                                    all.countDown();
                                    waitForEnd(socket);
                                    gone.countDown();
                                    return false;
                                })) {
            Work<FleetListing> work = c.cloud.allDesktops(DesktopQuery.all(), p -> {});
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            work.cancel();
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(c.server.requests()).hasSize(RequestBudget.ALL);
        }
    }

    @Test
    void closingTheConnectionEndsWhatRuns() throws InterruptedException {
        try (Connected c = new Connected(Connected.KEYS, r -> this::silent)) {
            Work<?> work = c.cloud.lockStatus();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            c.cloud.close();
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(work::await).isInstanceOf(RuntimeException.class);
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    private void check(Work<?> work) throws InterruptedException {
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        work.cancel();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(work::await).isInstanceOf(CancellationException.class);
    }

    private boolean silent(java.net.Socket socket, java.io.OutputStream out) throws IOException {
        begun.countDown();
        waitForEnd(socket);
        closed.countDown();
        return false;
    }

    /** Returns when the client closed the connection, orderly or not. */
    private static void waitForEnd(java.net.Socket socket) {
        try {
            int ignored = socket.getInputStream().read();
            assertThat(ignored).isNegative();
        } catch (IOException reset) {
            assertThat(reset).isNotNull();
        }
    }
}
