package org.workspaceadmin.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.simulator.world.World;

/** The way of every request: log, latency, faults, sign-in, the answering call, and back. */
public final class Gateway extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String CONTROL = "/_simulator/";

    private final World world;
    private final Router router;
    private final Router control;
    private final Access access;
    private final Faults faults;
    private final RequestLog log;
    private final Duration latency;
    private final Listener listener;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger();

    /** Told about every exchange that ended. */
    @FunctionalInterface
    public interface Listener {
        /**
         * An exchange ended.
         *
         * @param request as it came in
         * @param answer what went back or would have
         * @param headers of the answer
         * @param injected whether a fault changed it
         */
        void ended(
                Incoming request,
                Answer answer,
                Map<String, List<String>> headers,
                boolean injected);
    }

    /**
     * Makes the gateway.
     *
     * @param world what it stands for
     * @param router the service's calls
     * @param control the calls below {@code /_simulator}
     * @param access the door
     * @param faults planned disturbances
     * @param log the requests
     * @param latency added to each answer
     * @param listener told about exchanges, except those of the control path
     */
    public Gateway(
            World world,
            Router router,
            Router control,
            Access access,
            Faults faults,
            RequestLog log,
            Duration latency,
            Listener listener) {
        this.world = world;
        this.router = router;
        this.control = control;
        this.access = access;
        this.faults = faults;
        this.log = log;
        this.latency = latency;
        this.listener = listener;
    }

    /**
     * How many exchanges have begun and not ended.
     *
     * @return without those of the control path
     */
    public int open() {
        return open.get();
    }

    /**
     * The number of the newest request.
     *
     * @return 0 before the first
     */
    public long newest() {
        return numbers.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String path = request.getHttpURI().getPath();
        if (path.startsWith(CONTROL)) {
            Incoming incoming = read(request, 0);
            write(response, outcome(incoming, control), headers("control"), callback);
            return true;
        }
        open.incrementAndGet();
        try {
            serve(request, response, callback);
        } finally {
            open.decrementAndGet();
        }
        return true;
    }

    private void serve(Request request, Response response, Callback callback) throws IOException {
        Incoming incoming = read(request, numbers.incrementAndGet());
        Client client = new Client(request);
        Map<String, List<String>> headers = headers(world.dice().hex("request", incoming.number()));
        Fault fault = faults.next(incoming);
        client.await(latency.dividedBy(2));
        client.await(pause(fault, Fault.Moment.BEFORE));
        boolean processed = fault == null || fault.takesEffect();
        Answer answer = processed ? outcome(incoming, router) : Answer.empty(0);
        client.await(pause(fault, Fault.Moment.AFTER));
        client.await(latency.minus(latency.dividedBy(2)));
        if (fault != null) {
            answer = Disturbance.replace(fault, answer, incoming, requestId(headers), world);
        }
        // To be asked before the answer: after it, the next request may come in on the same
        // connection.
        boolean gone = client.gone();
        boolean sent = send(fault, client, response, answer, headers, callback);
        String name = fault == null ? null : fault.kind().name().toLowerCase(Locale.ROOT);
        log.add(incoming, sent ? answer : null, processed, gone || client.left(), name);
        listener.ended(
                incoming, answer, headers, fault != null && fault.kind() != Fault.Kind.DELAY);
    }

    private static Duration pause(@Nullable Fault fault, Fault.Moment moment) {
        if (fault == null || fault.kind() != Fault.Kind.DELAY || fault.moment() != moment) {
            return Duration.ZERO;
        }
        return fault.delay();
    }

    private boolean send(
            @Nullable Fault fault,
            Client client,
            Response response,
            Answer answer,
            Map<String, List<String>> headers,
            Callback callback) {
        Fault.Kind kind = fault == null ? Fault.Kind.DELAY : fault.kind();
        try {
            switch (kind) {
                case RESET -> {
                    client.reset();
                    callback.failed(new EofException("reset on request"));
                    return false;
                }
                case STALL -> {
                    client.awaitLeave();
                    client.hangUp();
                    callback.failed(new EofException("stalled on request"));
                    return false;
                }
                case TRUNCATE -> {
                    start(response, answer, headers);
                    byte[] all = answer.body().array();
                    Content.Sink.write(
                            response, false, ByteBuffer.wrap(Arrays.copyOf(all, all.length / 2)));
                    client.hangUp();
                    callback.failed(new EofException("truncated on request"));
                    return false;
                }
                case STATUS, THROTTLE, DENY, DELAY -> write(response, answer, headers, callback);
            }
            return true;
        } catch (IOException e) {
            LOG.debug("the client left before the answer was written", e);
            callback.failed(e);
            return false;
        }
    }

    private Answer outcome(Incoming incoming, Router routes) {
        String id = world.dice().hex("request", incoming.number());
        try {
            Router.Match match = routes.find(incoming.method(), incoming.path());
            Caller caller = access.enter(incoming, match.route(), match.variables());
            Call call = new Call(incoming, match.variables(), caller);
            return world.with(() -> match.route().handler().handle(call));
        } catch (Refusal refusal) {
            return refusal.answer(id);
        } catch (RuntimeException e) {
            LOG.error("the simulator failed on {} {}", incoming.method(), incoming.path(), e);
            return Answer.failure(500, "WKS.0001", "the simulator failed: " + e, null);
        }
    }

    private static void write(
            Response response, Answer answer, Map<String, List<String>> headers, Callback callback)
            throws IOException {
        start(response, answer, headers);
        ByteBuffer body =
                answer.body().size() == 0
                        ? BufferUtil.EMPTY_BUFFER
                        : ByteBuffer.wrap(answer.body().array());
        Content.Sink.write(response, true, body);
        callback.succeeded();
    }

    private static void start(Response response, Answer answer, Map<String, List<String>> headers) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        if (answer.body().size() > 0) {
            headers.putIfAbsent("Content-Type", List.of("application/json"));
        }
        headers.forEach((name, values) -> values.forEach(v -> response.getHeaders().add(name, v)));
        if (answer.status() != 204) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().size());
        }
    }

    private Map<String, List<String>> headers(String requestId) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("X-Request-Id", List.of(requestId));
        headers.put("Date", List.of(DateGenerator.formatDate(world.now())));
        headers.put("Server", List.of("api-gateway"));
        return headers;
    }

    private static String requestId(Map<String, List<String>> headers) {
        return headers.getOrDefault("X-Request-Id", List.of("")).getFirst();
    }

    private Incoming read(Request request, long number) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(
                            field.getName().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(field.getValue() == null ? "" : recode(field.getValue()));
        }
        String authority = request.getHttpURI().getAuthority();
        if (authority != null) {
            headers.putIfAbsent("host", List.of(authority));
        }
        byte[] body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
        return new Incoming(
                number,
                world.now(),
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                headers,
                body.length == 0 ? Bytes.NONE : new Bytes(body));
    }

    /** Header values come as single-byte characters; clients that send UTF-8 mean UTF-8. */
    private static String recode(String value) {
        return value.chars().allMatch(c -> c < 0x80)
                ? value
                : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
