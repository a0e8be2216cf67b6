package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One thing that was seen; how it reads is decided where it is shown. Never a secret. */
public sealed interface Value {
    /** The value as data: text as it is, times by ISO 8601, a word by its code. */
    String plain();

    /**
     * A name, an address, a text of the service: shown as it is.
     *
     * @param plain the text
     */
    record Text(String plain) implements Value {}

    /**
     * One of our own words.
     *
     * @param plain its code; the text is {@code probe.word.<code>}, or {@code probe.<code>} for a
     *     code with a dot
     */
    record Word(String plain) implements Value {}

    /**
     * Several of our own words.
     *
     * @param codes their codes
     */
    record Words(List<String> codes) implements Value {
        /** Copies the list. */
        public Words {
            codes = List.copyOf(codes);
        }

        @Override
        public String plain() {
            return String.join(" ", codes);
        }
    }

    /**
     * A point in time.
     *
     * @param at when
     */
    record Moment(Instant at) implements Value {
        @Override
        public String plain() {
            return at.toString();
        }
    }

    /**
     * A length of time, possibly negative.
     *
     * @param time how long
     */
    record Span(Duration time) implements Value {
        @Override
        public String plain() {
            return time.toString();
        }
    }

    /**
     * A number of things.
     *
     * @param number how many
     */
    record Count(long number) implements Value {
        @Override
        public String plain() {
            return Long.toString(number);
        }
    }
}
