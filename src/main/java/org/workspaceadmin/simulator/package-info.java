/**
 * The embedded Workspace service: real HTTP on loopback, deterministic by seed, sharing no code
 * with the client.
 *
 * <p>Its parts: {@code http} is the front (server, routing, sign-in, faults, log of requests),
 * {@code world} what the cloud holds and how time moves it, {@code job} the asynchronous work,
 * {@code api} the answers, one class per area. Nothing runs in the background: what is due happens
 * when the next request looks, in order of its due time, so that a run under a stopped clock can be
 * repeated exactly.
 *
 * <h2>What it takes from the job time</h2>
 *
 * <p>A job ends within its job time {@code J}: sub-jobs stay invisible for {@code 0.12 J}, start
 * one after the other over {@code 0.25 J} and run {@code 0.45 J} to {@code 0.65 J}; the parent ends
 * {@code 0.05 J} after the last. Power changes take {@code 0.5 J}, a changed user name shows after
 * {@code 0.2 J}, a minute of {@code delay_time} lasts {@code 0.25 J}.
 *
 * <h2>What makes things fail</h2>
 *
 * <p>About one first try in twenty-five of a rejoin, SID update, rebuild or start fails with a
 * realistic code; a second try succeeds. A desktop whose SID differs fails every rejoin until the
 * SID is updated. A domain password that contains {@code wrong} is refused by the company's
 * controllers, and controllers in 192.0.2.0/24 cannot be reached.
 *
 * <h2>The control path</h2>
 *
 * <p>Below {@code /_simulator}, JSON, without sign-in, neither logged nor disturbed by faults:
 *
 * <ul>
 *   <li>{@code GET state}: open exchanges, connections, number of the newest request, jobs, open
 *       jobs, time.
 *   <li>{@code GET faults}, {@code POST faults}, {@code DELETE faults}, {@code DELETE faults/{id}}:
 *       planned faults. A fault has {@code kind} ({@code status}, {@code reset}, {@code stall},
 *       {@code truncate}, {@code delay}, {@code throttle}, {@code deny}), and if wanted {@code
 *       method}, {@code path} (a regular expression found anywhere in the path), {@code
 *       body_contains}, {@code moment} ({@code before}, the default: the request has no effect;
 *       {@code after}: it has, and its answer is lost or replaced), {@code times} (without it: for
 *       good), {@code share} of the matching calls (0 to 1, by seed), {@code status} and {@code
 *       body} for kind status, {@code delay_ms} for kind delay. The first fault that matches hits.
 *       {@code reset} sends a TCP reset, {@code stall} waits until the client goes, {@code
 *       truncate} ends the connection in the middle of the body, {@code deny} answers 403 with a
 *       message that the decode call explains: the {@code reason} given as text, or who lacks which
 *       action on what. A {@code deny} of the decode call itself is that of a user who may not
 *       decode.
 *   <li>{@code GET requests?since=N}: the last 10,000 requests with a number above N: number, time,
 *       method, path, query, body (passwords masked), status (0 when nothing was answered), job id,
 *       whether it was processed, whether the client went away before the answer, and the fault
 *       that hit it.
 *   <li>{@code GET desktops?domain=in|out|unknown&limit=N}, {@code GET desktops/{id}}: what is
 *       really so.
 *   <li>{@code POST desktops/{id}}: changes {@code domain}, {@code sid_differs}, {@code status},
 *       {@code task_status}, {@code login_status}, {@code in_maintenance_mode}, {@code user_name},
 *       {@code order_id}, {@code image_id}, or orders the {@code outcome} of what is done next
 *       ({@code succeed}, {@code fail}, {@code chance}).
 *   <li>{@code POST tokens/outdate}: every token issued so far asks for renewal (401, 0307).
 *   <li>{@code POST projects/{id}/lock} with {@code {"reason": …}}: locks a service; null unlocks
 *       it.
 * </ul>
 */
@NullMarked
package org.workspaceadmin.simulator;

import org.jspecify.annotations.NullMarked;
