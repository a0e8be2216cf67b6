package org.workspaceadmin.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Dice;
import org.workspaceadmin.simulator.world.Project;

/** Issued tokens: 24 hours each, for one project or for the account. */
public final class Tokens {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private final Dice dice;
    private final InstantSource clock;
    private final Map<String, Token> tokens = new HashMap<>();
    private int number;

    /**
     * A token.
     *
     * @param text what the client sends
     * @param project what it is for, or null for the account
     * @param issued when
     * @param expires when it ends
     */
    public record Token(String text, @Nullable Project project, Instant issued, Instant expires) {}

    /**
     * Makes a store without tokens.
     *
     * @param dice for their text
     * @param clock the time
     */
    public Tokens(Dice dice, InstantSource clock) {
        this.dice = dice;
        this.clock = clock;
    }

    /**
     * Issues one.
     *
     * @param project what it is for, or null for the account
     * @return the token
     */
    public synchronized Token issue(@Nullable Project project) {
        Instant now = clock.instant();
        String text = "MIIF" + dice.word("token" + number++, 1400, LETTERS);
        Token token = new Token(text, project, now, now.plus(LIFE));
        tokens.put(text, token);
        return token;
    }

    /** Makes every token issued so far ask for renewal, as a change of permissions does. */
    public synchronized void outdate() {
        tokens.replaceAll((text, old) -> new Token(text, old.project(), old.issued(), Instant.MIN));
    }

    /**
     * Checks a token.
     *
     * @param text as sent
     * @return the token
     * @throws Refusal 401, with 0307 for an outdated one
     */
    public synchronized Token check(String text) {
        Token token = tokens.get(text);
        if (token == null) {
            throw Refusal.unauthenticated("decrypt token fail");
        }
        if (!clock.instant().isBefore(token.expires())) {
            throw Refusal.gateway(401, "APIGW.0307", "The token must be updated.");
        }
        return token;
    }

    /**
     * Looks a token up.
     *
     * @param text as sent
     * @return the token, or null when unknown or ended
     */
    public synchronized @Nullable Token find(String text) {
        Token token = tokens.get(text);
        return token == null || !clock.instant().isBefore(token.expires()) ? null : token;
    }
}
