/**
 * The simulated company's directory on loopback: two controllers with LDAP, LDAPS, StartTLS, the
 * locator's ping, DNS and time; fed from the simulated fleet, so that what is done to a desktop
 * shows here too.
 *
 * <p>It does what AD does where a client can tell. Anybody may read the root entry, everything else
 * wants a bind; a simple bind wants TLS; a refusal carries AD's data code (525, 52e, 775, 533, 701,
 * 532, 773), and five wrong passwords lock an account for half an hour. A search without paging
 * ends after 1,000 entries. What can be found: the fleet's computers, a share of them broken in the
 * ways that companies know; its people; and accounts of every state ({@link
 * org.workspaceadmin.simulator.directory.Accounts}). A password is right unless it contains {@code
 * wrong}, which is the rule of the whole simulator.
 *
 * <p>What it has not: Kerberos, whose port answers every request with "a service is not available",
 * and anything behind the ports of RPC and SMB, which only accept a connection.
 *
 * <p>A rejoin or a rebuilt system disk enters a computer anew: the object is created or replaced,
 * enabled, in its unit, with a new password and a right address. An object that somebody else owns
 * blocks that (error 0xAAC).
 */
@NullMarked
package org.workspaceadmin.simulator.directory;

import org.jspecify.annotations.NullMarked;
