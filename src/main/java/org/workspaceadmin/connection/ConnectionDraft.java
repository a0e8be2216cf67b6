package org.workspaceadmin.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.workspaceadmin.model.Generation;

/**
 * A connection as typed, without its sign-in.
 *
 * @param name what the operator calls it; empty takes the region or the host
 * @param region region id, empty when an address is given
 * @param endpoint address of Workspace, empty for the region's own; the other services are derived
 *     from it
 * @param projectId project id, empty to find it by the region's name
 * @param generation v1.0 or v2
 */
public record ConnectionDraft(
        String name, String region, String endpoint, String projectId, Generation generation) {
    /** 32 hexadecimal digits everywhere we know of; other clouds may differ a little. */
    private static final Pattern PROJECT = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private static final int LONGEST_NAME = 64;

    /** Takes the blanks off that come along with copying. */
    public ConnectionDraft {
        name = name.strip();
        region = region.strip();
        endpoint = endpoint.strip();
        projectId = projectId.strip();
    }

    /** Everything that is wrong, in the order of the inputs; empty when nothing is. */
    public List<InputFault> check() {
        List<InputFault> faults = new ArrayList<>();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(
                    InputFault.of(
                            InputFault.Field.NAME, "nameLength", Integer.toString(LONGEST_NAME)));
        }
        if (!endpoint.isEmpty()) {
            InputFault fault = EndpointText.read(endpoint).fault();
            if (fault != null) {
                faults.add(fault);
            }
            if (projectId.isEmpty() && region.isEmpty()) {
                // A project is found by the region's name, so one of the two is needed.
                faults.add(InputFault.of(InputFault.Field.PROJECT, "projectOrRegion"));
            }
        } else if (region.isEmpty()) {
            faults.add(InputFault.of(InputFault.Field.REGION, "regionMissing"));
        } else if (Regions.find(region).isEmpty()) {
            faults.add(InputFault.of(InputFault.Field.REGION, "regionUnknown", region));
        }
        if (!projectId.isEmpty() && !PROJECT.matcher(projectId).matches()) {
            faults.add(InputFault.of(InputFault.Field.PROJECT, "projectSyntax"));
        }
        return faults;
    }

    /**
     * The connection this describes, under a new id.
     *
     * @param signIn how it signs in; only what is no secret is kept
     * @throws IllegalArgumentException when {@link #check()} finds anything
     */
    public Connection connection(SignIn signIn) {
        List<InputFault> faults = check();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not a connection: " + faults.getFirst().id());
        }
        Endpoints endpoints = endpoints().orElseThrow();
        String host = endpoints.workspace().getAuthority();
        return new Connection(
                UUID.randomUUID().toString(),
                !name.isEmpty() ? name : region.isEmpty() ? host : region,
                endpoints,
                region,
                projectId,
                "",
                generation,
                signIn.identity(),
                "",
                Marking.NONE,
                false);
    }

    /** Where it goes; empty when that is not known from what was typed. */
    public Optional<Endpoints> endpoints() {
        if (endpoint.isEmpty()) {
            return Regions.find(region).map(Region::endpoints);
        }
        Optional<URI> workspace = EndpointText.read(endpoint).endpoint();
        return workspace.map(Endpoints::around);
    }
}
