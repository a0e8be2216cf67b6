package org.workspaceadmin.cloud;

/**
 * What came of knocking at an address: one request without sign-in, of which only the way there
 * matters. Whatever status the service answers with, it was reached.
 *
 * @param status HTTP status of the answer
 * @param health how long it took, the service's clock, and how the answer was protected
 */
public record Knock(int status, Health health) {}
