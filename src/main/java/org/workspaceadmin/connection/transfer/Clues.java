package org.workspaceadmin.connection.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.CustomEndpoints;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.transfer.Found.Note;
import org.workspaceadmin.model.Secret;

/**
 * What one place says about one connection, gathered piece by piece. The pieces are texts of
 * people, so each is taken for what it can be and no more.
 */
final class Clues {
    /**
     * What an id can look like. Anything else is taken for a damaged line, which could hold the
     * secret of the next one, so it is not shown.
     */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,128}");

    private static final Pattern NAME = Pattern.compile("[^=:\\p{Cntrl}]{1,64}");

    private static final String USUAL_CLOUD = "myhuaweicloud.com";

    String name = "";
    String region = "";
    String projectId = "";
    String projectName = "";
    String enterpriseProjectId = "";
    String accessKey = "";
    String account = "";
    String user = "";
    String userId = "";
    String iam = "";
    String cloud = "";
    final Map<ServiceName, String> endpoints = new EnumMap<>(ServiceName.class);
    final Set<Note> notes = EnumSet.noneOf(Note.class);
    Secret secretKey = Secret.of("");
    Secret password = Secret.of("");
    Secret token = Secret.of("");

    /** Whether anybody could sign in with it, once the secret is there. */
    boolean namesSomebody() {
        tidy();
        return !accessKey.isEmpty() || !user.isEmpty();
    }

    /**
     * What it comes to. The secrets go over to the result; the others are wiped.
     *
     * @param profile the name it has in its place
     */
    Found found(Origin origin, String profile) {
        tidy();
        boolean byPassword = accessKey.isEmpty() && !user.isEmpty();
        SignInKind kind =
                byPassword
                        ? SignInKind.PASSWORD
                        : token.isEmpty() ? SignInKind.ACCESS_KEY : SignInKind.TEMPORARY_KEY;
        Secret secret = byPassword ? password : secretKey;
        (byPassword ? secretKey : password).close();
        Identity identity =
                byPassword
                        ? Identity.password(account, user, userId, false)
                        : Identity.key(kind, accessKey);
        ConnectionDraft draft = draft();
        note(draft, kind, secret);
        return new Found(origin, like(NAME, profile), draft, identity, secret, token, notes);
    }

    /** Wipes everything, when it comes to nothing. */
    void wipe() {
        secretKey.close();
        password.close();
        token.close();
    }

    private void tidy() {
        accessKey = like(ID, accessKey);
        region = like(ID, region);
        projectId = like(ID, projectId);
        enterpriseProjectId = like(ID, enterpriseProjectId);
        name = like(NAME, name);
    }

    private static String like(Pattern pattern, String text) {
        return pattern.matcher(text.strip()).matches() ? text.strip() : "";
    }

    private void note(ConnectionDraft draft, SignInKind kind, Secret secret) {
        boolean located = !draft.endpoints().text(ServiceName.WORKSPACE).isEmpty();
        if (draft.region().isEmpty()) {
            notes.add(Note.REGION_MISSING);
        } else if (!located && Regions.find(draft.region()).isEmpty()) {
            notes.add(Note.REGION_UNKNOWN);
        }
        if (secret.isEmpty()) {
            notes.add(Note.SECRET_MISSING);
        }
        if (kind == SignInKind.TEMPORARY_KEY) {
            notes.add(Note.TEMPORARY);
        }
    }

    private ConnectionDraft draft() {
        String id = region.isEmpty() ? regionOfProject() : region.toLowerCase(Locale.ROOT).strip();
        return new ConnectionDraft(
                name,
                id,
                new CustomEndpoints(addresses(id)),
                projectId,
                GenerationChoice.DETECT,
                enterpriseProjectId,
                Marking.NONE);
    }

    /** A project is named after its region, a sub-project has more behind an underscore. */
    private String regionOfProject() {
        String first = projectName.strip().split("_", 2)[0];
        return Regions.find(first).isPresent() ? first : "";
    }

    private Map<ServiceName, String> addresses(String regionId) {
        Map<ServiceName, String> addresses = new EnumMap<>(ServiceName.class);
        Optional<Region> known = Regions.find(regionId);
        String iamHost = host(iam);
        if (known.isEmpty()
                && iamHost.startsWith("iam.")
                && !iamHost.equals("iam." + USUAL_CLOUD)) {
            addresses.put(ServiceName.WORKSPACE, "https://workspace." + iamHost.substring(4));
        }
        if (!cloud.isBlank() && !regionId.isEmpty()) {
            String own = "https://workspace." + regionId + "." + cloud.strip();
            if (known.isEmpty() || !known.get().endpoints().workspace().toString().equals(own)) {
                addresses.put(ServiceName.WORKSPACE, own);
            }
        }
        addresses.putAll(endpoints);
        addresses.replaceAll((service, text) -> isNeeded(service, text, known) ? text : "");
        // A region already knows where to sign in; what is said beside it is the same, or global.
        if (known.isEmpty() && !iamHost.isEmpty()) {
            addresses.putIfAbsent(ServiceName.IAM, "https://" + iamHost);
        }
        return addresses;
    }

    private static boolean isNeeded(ServiceName service, String text, Optional<Region> known) {
        String host = host(text);
        return !host.isEmpty()
                && (known.isEmpty()
                        || !host.equals(known.get().endpoints().of(service).getAuthority()));
    }

    /** Host and port of an address as tools take it, such as {@code https://iam.…/v3}. */
    private static String host(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean plain = uri.getRawUserInfo() == null && uri.getHost() != null;
            return plain && "https".equalsIgnoreCase(uri.getScheme())
                    ? uri.getAuthority().toLowerCase(Locale.ROOT)
                    : "";
        } catch (URISyntaxException e) {
            return ""; // no address
        }
    }
}
