package org.workspaceadmin.connection.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.CustomEndpoints;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.Marking.Colour;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SignInKind;

/**
 * A connection as it is handed around: by region where that is enough, with addresses where they
 * differ, never with a secret. Both the export file and the administrator file hold it in this
 * form.
 *
 * @param draft where it goes and how it is marked
 * @param identity who signs in, as far as that is said
 */
public record SharedConnection(ConnectionDraft draft, Identity identity) {
    private static final int LONGEST = 256;

    /**
     * A kept connection for somebody else.
     *
     * @param connection the connection
     * @param withIdentity whether the key id or user goes along; otherwise only the kind of sign-in
     */
    public static SharedConnection of(Connection connection, boolean withIdentity) {
        Identity identity = connection.identity();
        Identity kind =
                identity.kind() == SignInKind.PASSWORD
                        ? Identity.password(identity.account(), "", "", identity.oneTimeCode())
                        : Identity.key(identity.kind(), "");
        return new SharedConnection(ConnectionDraft.of(connection), withIdentity ? identity : kind);
    }

    /**
     * Reads an entry; what is no text or too long counts as missing. Whether it is a connection
     * says {@link #check}.
     */
    public static SharedConnection read(JsonNode node) {
        Map<ServiceName, String> endpoints = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            String name = service.name().toLowerCase(Locale.ROOT);
            endpoints.put(service, text(node.path("endpoints"), name));
        }
        ConnectionDraft draft =
                new ConnectionDraft(
                        text(node, "name"),
                        text(node, "region"),
                        new CustomEndpoints(endpoints),
                        text(node, "projectId"),
                        constant(
                                GenerationChoice.class,
                                text(node, "generation"),
                                GenerationChoice.DETECT),
                        text(node, "enterpriseProjectId"),
                        new Marking(
                                constant(Colour.class, text(node, "colour"), Colour.NONE),
                                text(node, "label"),
                                node.path("guarded").asBoolean(false)));
        Identity identity =
                new Identity(
                        constant(SignInKind.class, text(node, "signIn"), SignInKind.ACCESS_KEY),
                        text(node, "accessKey"),
                        text(node, "account"),
                        text(node, "user"),
                        text(node, "userId"),
                        node.path("oneTimeCode").asBoolean(false));
        return new SharedConnection(draft, identity);
    }

    /** Puts it into a node; what is empty is left out. */
    public void write(ObjectNode node) {
        put(node, "name", draft.name());
        put(node, "region", draft.region());
        if (!draft.endpoints().texts().isEmpty()) {
            ObjectNode endpoints = node.putObject("endpoints");
            draft.endpoints()
                    .texts()
                    .forEach((service, text) ->
                            endpoints.put(service.name().toLowerCase(Locale.ROOT), text));
        }
        put(node, "projectId", draft.projectId());
        put(node, "generation", draft.generation().name().toLowerCase(Locale.ROOT));
        put(node, "enterpriseProjectId", draft.enterpriseProjectId());
        Marking marking = draft.marking();
        if (marking.colour() != Colour.NONE) {
            put(node, "colour", marking.colour().name().toLowerCase(Locale.ROOT));
        }
        put(node, "label", marking.label());
        if (marking.guarded()) {
            node.put("guarded", true);
        }
        put(node, "signIn", identity.kind().name().toLowerCase(Locale.ROOT));
        put(node, "accessKey", identity.accessKey());
        put(node, "account", identity.account());
        put(node, "user", identity.user());
        put(node, "userId", identity.userId());
        if (identity.oneTimeCode()) {
            node.put("oneTimeCode", true);
        }
    }

    /** What keeps it from being a connection, empty when nothing does. A name is needed here. */
    public List<InputFault> check() {
        List<InputFault> faults = new ArrayList<>(draft.check());
        if (draft.name().isEmpty()) {
            faults.addFirst(new InputFault(InputFault.Field.NAME, "nameMissing", List.of()));
        }
        return faults;
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String text = value.isTextual() || value.isNumber() ? value.asText() : "";
        return text.length() > LONGEST ? "" : text;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}
