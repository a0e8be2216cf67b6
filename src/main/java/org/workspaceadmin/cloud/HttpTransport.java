package org.workspaceadmin.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;

/**
 * One exchange over {@code java.net.http}: blocks until the whole answer is there. Interrupting the
 * thread closes the exchange (HTTP/1.1: its connection; HTTP/2: its stream).
 */
final class HttpTransport implements AutoCloseable {
    private final WireClients clients;
    private final Timer timer;
    private final Trace trace;
    private final HealthMeter health;

    /** Opens nothing yet. */
    HttpTransport(Supplier<WireOptions> options, Timer timer, Trace trace, HealthMeter health) {
        this.clients = new WireClients(options, new Freshness(timer, System::nanoTime));
        this.timer = timer;
        this.trace = trace;
        this.health = health;
    }

    /**
     * Sends a call once and waits for the answer, whatever its status.
     *
     * @param call the call
     * @param base scheme, host and port
     * @param headers headers without {@code Host}
     * @return the answer
     * @throws ProblemException when no whole answer came
     * @throws InterruptedException when the caller was cancelled; the exchange is closed
     */
    Reply exchange(Call call, URI base, Map<String, String> headers) throws InterruptedException {
        // A write or a sign-in on a connection that died unseen would end as unknown for nothing.
        WireClients.Wire wire = call.traits().retried() ? clients.now() : clients.once();
        HttpRequest.Builder request = request(call, base, headers);
        ProxyLeg way = ProxyLeg.to(base, wire.options());
        long begin = System.nanoTime();
        try {
            way.begin(request, call.name(), timer.instant());
            trace.sent(call, headers);
            HttpResponse<byte[]> answer = await(wire, request.build());
            long nanos = System.nanoTime() - begin;
            Problem byProxy =
                    way.answered(
                            answer.statusCode(), answer.headers(), call.name(), timer.instant());
            if (byProxy != null) {
                trace.failed(call, byProxy, nanos);
                throw new ProblemException(byProxy);
            }
            Reply reply =
                    new Reply(answer.statusCode(), answer.headers(), answer.body(), base.getHost());
            health.answered(nanos, timer.instant(), reply.header("Date"));
            health.protectedBy(wire.tls().of(answer));
            trace.received(call, reply, nanos);
            return reply;
        } catch (TimeoutException e) {
            clients.broke(wire);
            Problem problem =
                    Problem.without(
                                    Kind.TIMEOUT,
                                    call.name(),
                                    "no whole answer within "
                                            + wire.options().requestTimeout().toMillis()
                                            + " ms",
                                    timer.instant())
                            .withEvidence(way.evidence());
            trace.failed(call, problem, System.nanoTime() - begin);
            throw new ProblemException(problem);
        } catch (IOException e) {
            way.failed(e);
            clients.broke(wire);
            Problem problem = IoFailures.read(call.name(), e, timer.instant(), way);
            trace.failed(call, problem, System.nanoTime() - begin);
            throw new ProblemException(problem);
        } finally {
            way.over();
            clients.ended(wire);
        }
    }

    private static HttpRequest.Builder request(Call call, URI base, Map<String, String> headers) {
        boolean tls = "https".equalsIgnoreCase(base.getScheme());
        URI uri = URI.create(base.getScheme() + "://" + base.getRawAuthority() + call.target());
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri)
                        .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                        .method(
                                call.method(),
                                call.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(call.bytes()));
        headers.forEach(builder::header);
        return builder;
    }

    /**
     * The client's own request timeout ends with the headers; this one covers the body too. That is
     * the only reason not to call the blocking {@code send}, which cancels in the same way.
     */
    private static HttpResponse<byte[]> await(WireClients.Wire wire, HttpRequest request)
            throws InterruptedException, IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                wire.client().sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return exchange.get(wire.options().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException e) {
            exchange.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof IOException io ? io : new IOException(cause);
        }
    }

    /** Ends every exchange and drops the connections. */
    @Override
    public void close() {
        clients.close();
    }
}
