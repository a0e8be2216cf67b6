package org.workspaceadmin.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.model.Generation;

/**
 * A connection as typed, without its sign-in.
 *
 * @param name what the operator calls it; empty takes the region or the host
 * @param region region id; with addresses of its own it only names the project
 * @param endpoints addresses typed by hand, usually none
 * @param projectId project id, empty to find it by the region's name
 * @param generation v1.0, v2, or to be detected
 * @param enterpriseProjectId enterprise project, empty for none; {@code 0} is the default one
 * @param marking colour, label and guard
 */
public record ConnectionDraft(
        String name,
        String region,
        CustomEndpoints endpoints,
        String projectId,
        GenerationChoice generation,
        String enterpriseProjectId,
        Marking marking) {
    /** 32 hexadecimal digits everywhere we know of; other clouds may differ a little. */
    private static final Pattern PROJECT = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** An empty form. */
    public static final ConnectionDraft EMPTY =
            new ConnectionDraft(
                    "", "", CustomEndpoints.NONE, "", GenerationChoice.DETECT, "", Marking.NONE);

    /** Most characters of a name. */
    public static final int LONGEST_NAME = 64;

    /** Takes the blanks off that come along with copying. */
    public ConnectionDraft {
        name = CONTROL.matcher(name).replaceAll(" ").strip();
        region = region.strip();
        projectId = projectId.strip();
        enterpriseProjectId = enterpriseProjectId.strip();
        marking =
                new Marking(
                        marking.colour(),
                        CONTROL.matcher(marking.label()).replaceAll(" ").strip(),
                        marking.guarded());
    }

    /**
     * One without enterprise project and marking.
     *
     * @param endpoint address of Workspace, empty for the region's own
     */
    public ConnectionDraft(
            String name, String region, String endpoint, String projectId, Generation generation) {
        this(
                name,
                region,
                CustomEndpoints.workspace(endpoint),
                projectId,
                GenerationChoice.of(generation),
                "",
                Marking.NONE);
    }

    /** A kept connection as it would be typed; {@link #applyTo} leads back to it. */
    public static ConnectionDraft of(Connection connection) {
        return new ConnectionDraft(
                connection.name(),
                connection.region(),
                CustomEndpoints.leadingTo(
                        connection.endpoints(), Regions.find(connection.region())),
                connection.projectId(),
                GenerationChoice.of(connection.generation()),
                connection.enterpriseProjectId(),
                connection.marking());
    }

    /** Everything that is wrong, in the order of the inputs; empty when nothing is. */
    public List<InputFault> check() {
        List<InputFault> faults = new ArrayList<>();
        if (length(name) > LONGEST_NAME) {
            faults.add(InputFault.of(Field.NAME, "nameLength", Integer.toString(LONGEST_NAME)));
        }
        if (endpoints.text(ServiceName.WORKSPACE).isEmpty()) {
            checkRegion(faults);
        } else if (projectId.isEmpty() && region.isEmpty()) {
            // A project is found by the region's name, so one of the two is needed.
            faults.add(InputFault.of(Field.PROJECT, "projectOrRegion"));
        }
        faults.addAll(endpoints.check());
        if (!projectId.isEmpty() && !PROJECT.matcher(projectId).matches()) {
            faults.add(InputFault.of(Field.PROJECT, "projectSyntax"));
        }
        if (!enterpriseProjectId.isEmpty() && !PROJECT.matcher(enterpriseProjectId).matches()) {
            faults.add(InputFault.of(Field.ENTERPRISE_PROJECT, "enterpriseProjectSyntax"));
        }
        if (length(marking.label()) > Marking.LONGEST_LABEL) {
            faults.add(
                    InputFault.of(
                            Field.LABEL, "labelLength", Integer.toString(Marking.LONGEST_LABEL)));
        }
        faults.sort((a, b) -> a.field().compareTo(b.field()));
        return faults;
    }

    /**
     * The same, and whether the name is free.
     *
     * @param kept the connections there are
     * @param ownId id of the connection that is edited, empty for a new one
     */
    public List<InputFault> check(Collection<Connection> kept, String ownId) {
        List<InputFault> faults = new ArrayList<>(check());
        if (!name.isEmpty() && names(kept, ownId).contains(folded(name))) {
            faults.addFirst(InputFault.of(Field.NAME, "nameTaken", name));
        }
        return faults;
    }

    /**
     * With a name: the one typed, else the region or the host, numbered when that is taken.
     *
     * @param kept the connections there are
     * @param ownId id of the connection that is edited, empty for a new one
     */
    public ConnectionDraft named(Collection<Connection> kept, String ownId) {
        return name.isEmpty() ? withName(freeName(usualName(), names(kept, ownId))) : this;
    }

    /** With a name none of the given connections has: its own, numbered when that is taken. */
    public ConnectionDraft freeOf(Collection<Connection> kept) {
        String wanted = name.isEmpty() ? usualName() : name;
        return withName(freeName(wanted, names(kept, "")));
    }

    /**
     * The connection this describes, under a new id.
     *
     * @param signIn how it signs in; only what is no secret is kept
     * @throws IllegalArgumentException when {@link #check()} finds anything
     */
    public Connection connection(SignIn signIn) {
        return connection(UUID.randomUUID().toString(), "", signIn.identity());
    }

    /** The same, by somebody who is not signing in now. */
    public Connection connection(Identity identity) {
        return connection(UUID.randomUUID().toString(), "", identity);
    }

    /**
     * A kept connection as it is after editing: under its old id, so that its secrets and its open
     * operations stay with it.
     *
     * @param edited as it was
     * @param identity who signs in from now on
     * @throws IllegalArgumentException when {@link #check()} finds anything
     */
    public Connection applyTo(Connection edited, Identity identity) {
        String projectName = projectId.equals(edited.projectId()) ? edited.projectName() : "";
        return connection(edited.id(), projectName, identity);
    }

    /** Where it goes; empty when that is not known from what was typed. */
    public Optional<Endpoints> addresses() {
        return endpoints.endpoints(Regions.find(region));
    }

    /** With another name. */
    public ConnectionDraft withName(String other) {
        return new ConnectionDraft(
                other, region, endpoints, projectId, generation, enterpriseProjectId, marking);
    }

    /** For another region. */
    public ConnectionDraft withRegion(String other) {
        return new ConnectionDraft(
                name, other, endpoints, projectId, generation, enterpriseProjectId, marking);
    }

    /** With other addresses. */
    public ConnectionDraft withEndpoints(CustomEndpoints other) {
        return new ConnectionDraft(
                name, region, other, projectId, generation, enterpriseProjectId, marking);
    }

    /** For another project. */
    public ConnectionDraft withProject(String other) {
        return new ConnectionDraft(
                name, region, endpoints, other, generation, enterpriseProjectId, marking);
    }

    /** With another API generation. */
    public ConnectionDraft withGeneration(GenerationChoice other) {
        return new ConnectionDraft(
                name, region, endpoints, projectId, other, enterpriseProjectId, marking);
    }

    /** With another enterprise project. */
    public ConnectionDraft withEnterpriseProject(String other) {
        return new ConnectionDraft(name, region, endpoints, projectId, generation, other, marking);
    }

    /** With another marking. */
    public ConnectionDraft withMarking(Marking other) {
        return new ConnectionDraft(
                name, region, endpoints, projectId, generation, enterpriseProjectId, other);
    }

    private void checkRegion(List<InputFault> faults) {
        if (region.isEmpty()) {
            faults.add(InputFault.of(Field.REGION, "regionMissing"));
        } else if (Regions.find(region).isEmpty()) {
            String id =
                    Regions.withoutWorkspace().contains(region)
                            ? "regionWithoutWorkspace"
                            : "regionUnknown";
            faults.add(InputFault.of(Field.REGION, id, region));
        }
    }

    private Connection connection(String id, String projectName, Identity identity) {
        List<InputFault> faults = check();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not a connection: " + faults.getFirst().id());
        }
        return new Connection(
                id,
                name.isEmpty() ? usualName() : name,
                addresses().orElseThrow(),
                region,
                projectId,
                projectName,
                generation.generation(),
                identity,
                enterpriseProjectId,
                marking,
                false);
    }

    private String usualName() {
        return region.isEmpty()
                ? addresses().map(to -> to.workspace().getAuthority()).orElse("")
                : region;
    }

    private static Set<String> names(Collection<Connection> kept, String ownId) {
        Set<String> names = new HashSet<>();
        for (Connection connection : kept) {
            if (!connection.id().equals(ownId)) {
                names.add(folded(connection.name()));
            }
        }
        return names;
    }

    /**
     * A name nobody has.
     *
     * @param wanted the name to begin with
     * @param taken names in small letters
     */
    static String freeName(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; taken.contains(folded(name)); number++) {
            String suffix = " (" + number + ")";
            int room = Math.min(length(wanted), LONGEST_NAME - suffix.length());
            name = wanted.substring(0, wanted.offsetByCodePoints(0, room)).strip() + suffix;
        }
        return name;
    }

    /** A name as it is compared: without difference of capital letters. */
    public static String folded(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
