package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.List;

/**
 * What one DNS server said to one question.
 *
 * @param state what kind of answer
 * @param records what it named; empty unless found
 * @param detail the server's word or the fault, for the eyes
 * @param took how long it took
 */
public record DnsAnswer(State state, List<DnsRecord> records, String detail, Duration took) {
    /** Kinds of answers. */
    public enum State {
        /** There are records. */
        FOUND,
        /** The name does not exist. */
        NO_NAME,
        /** The name exists and has no such record. */
        NO_RECORD,
        /** The server does not want to answer. */
        REFUSED,
        /** The server tried and failed. */
        FAILED,
        /** Nothing came back in time. */
        SILENT,
        /** The way there is closed. */
        UNREACHABLE,
        /** Something came back that is no answer. */
        BROKEN
    }

    /** Copies the list. */
    public DnsAnswer {
        records = List.copyOf(records);
    }

    /** Whether there are records. */
    public boolean found() {
        return state == State.FOUND;
    }
}
