package org.workspaceadmin.directory;

/**
 * One record.
 *
 * @param value address, or the name pointed to without the final dot, in lower case
 * @param port of a service record, 0 otherwise
 * @param priority of a service record, 0 otherwise
 * @param weight of a service record, 0 otherwise
 */
public record DnsRecord(String value, int port, int priority, int weight) {
    /** An address or a name. */
    static DnsRecord of(String value) {
        return new DnsRecord(value, 0, 0, 0);
    }
}
