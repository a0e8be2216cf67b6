package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Dice;

/** The disturbances that are planned; the first that fits a request hits it. */
public final class Faults {
    private final Dice dice;
    private final List<Planned> planned = new ArrayList<>();
    private long number;

    private static final class Planned {
        final Fault fault;
        long left;
        long seen;
        long hits;

        Planned(Fault fault, long left) {
            this.fault = fault;
            this.left = left;
        }
    }

    /**
     * Starts without any.
     *
     * @param dice for shares of calls
     */
    public Faults(Dice dice) {
        this.dice = dice;
    }

    /**
     * Plans one.
     *
     * @param wish {@code {kind, method?, path?, body_contains?, moment?, status?, body?, delay_ms?,
     *     times?, share?, reason?}}
     * @return its id
     * @throws Refusal 400 when it makes no sense
     */
    public synchronized long add(JsonNode wish) {
        try {
            Fault.Kind kind =
                    Fault.Kind.valueOf(wish.path("kind").asText("").toUpperCase(Locale.ROOT));
            Fault.Moment moment =
                    Fault.Moment.valueOf(
                            wish.path("moment").asText("before").toUpperCase(Locale.ROOT));
            JsonNode body = wish.path("body");
            Fault fault =
                    new Fault(
                            ++number,
                            wish.path("method").isTextual()
                                    ? wish.path("method").textValue()
                                    : null,
                            Pattern.compile(wish.path("path").asText("")),
                            wish.path("body_contains").isTextual()
                                    ? wish.path("body_contains").textValue()
                                    : null,
                            kind,
                            moment,
                            wish.path("status").asInt(503),
                            body.isMissingNode() || body.isNull()
                                    ? null
                                    : body.isTextual() ? body.textValue() : body.toString(),
                            Duration.ofMillis(wish.path("delay_ms").asLong(1000)),
                            wish.path("share").asDouble(1),
                            wish.path("reason").isTextual()
                                    ? wish.path("reason").textValue()
                                    : null);
            planned.add(new Planned(fault, wish.path("times").asLong(Long.MAX_VALUE)));
            return fault.id();
        } catch (PatternSyntaxException bad) {
            throw Refusal.badRequest("path is no regular expression");
        } catch (IllegalArgumentException bad) {
            throw Refusal.badRequest("kind or moment is unknown");
        }
    }

    /** Forgets all. */
    public synchronized void clear() {
        planned.clear();
    }

    /**
     * Forgets one.
     *
     * @param id which
     * @return whether it was there
     */
    public synchronized boolean remove(long id) {
        return planned.removeIf(p -> p.fault.id() == id);
    }

    /**
     * What hits a request.
     *
     * @param request as it came in
     * @return the fault, or null
     */
    synchronized @Nullable Fault next(Incoming request) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned plan = all.next();
            if (plan.left > 0 && plan.fault.matches(request)) {
                long turn = plan.seen++;
                if (dice.share("fault" + plan.fault.id(), turn) < plan.fault.share()) {
                    plan.hits++;
                    plan.left--;
                    return plan.fault;
                }
            }
        }
        return null;
    }

    /**
     * What is planned.
     *
     * @return a JSON array
     */
    public synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        for (Planned plan : planned) {
            Fault fault = plan.fault;
            ObjectNode node = list.addObject();
            node.put("id", fault.id())
                    .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .put("moment", fault.moment().name().toLowerCase(Locale.ROOT))
                    .put("method", fault.method())
                    .put("path", fault.path().pattern())
                    .put("share", fault.share())
                    .put("hits", plan.hits);
            if (plan.left < 1L << 60) {
                node.put("left", plan.left);
            }
        }
        return list;
    }
}
