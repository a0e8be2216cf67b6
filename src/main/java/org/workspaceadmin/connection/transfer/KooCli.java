package org.workspaceadmin.connection.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.workspaceadmin.connection.transfer.FileText.Refused;
import org.workspaceadmin.connection.transfer.Found.Note;
import org.workspaceadmin.connection.transfer.Unreadable.Reason;
import org.workspaceadmin.model.Secret;

/**
 * Reads the configuration of KooCLI ({@code hcloud}): {@code current} and {@code profiles[]} with
 * {@code name}, {@code mode}, {@code accessKeyId}, {@code secretAccessKey}, {@code securityToken},
 * {@code region}, {@code projectId}, {@code agencyName}, {@code ssoAuth} (source of the vendor's
 * Terraform provider, {@code config}, which reads the same file). Unless told otherwise by {@code
 * hcloud configure set --cli-auth-encrypt=false} the tool encrypts key id and secret and says so by
 * {@code authEncrypt}, as a text (the provider's {@code docs/index.md}); the rest can be read.
 */
final class KooCli {
    private static final int MOST_PROFILES = 1000;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final List<Profile> profiles = new ArrayList<>();
    private String current = "";
    private boolean encrypted;

    private KooCli(JsonParser parser) {
        this.parser = parser;
    }

    private static final class Profile {
        final Clues clues = new Clues();
        String name = "";
        boolean other;
    }

    /**
     * Reads a file's text.
     *
     * @throws Refused when it is not such a configuration
     */
    static List<Found> read(FileText file, String where) throws Refused {
        try (JsonParser parser = JSON.createParser(file.characters())) {
            KooCli config = new KooCli(parser);
            boolean whole = false;
            try {
                config.root();
                whole = true;
            } finally {
                if (!whole) {
                    config.profiles.forEach(profile -> profile.clues.wipe());
                }
            }
            return config.found(new Origin(Origin.Kind.KOOCLI_FILE, where));
        } catch (IOException e) {
            // The parser's text would quote the file.
            throw new Refused(Reason.NOT_UNDERSTOOD);
        }
    }

    private void root() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        while (nextField()) {
            switch (parser.currentName()) {
                case "current" -> current = text();
                case "authEncrypt" -> encrypted = text().equalsIgnoreCase("true");
                case "profiles" -> profiles();
                default -> skip();
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("more behind the object");
        }
    }

    private void profiles() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the list has no end");
            }
            if (parser.currentToken() == JsonToken.START_OBJECT
                    && profiles.size() < MOST_PROFILES) {
                Profile profile = new Profile();
                profiles.add(profile);
                read(profile);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void read(Profile profile) throws IOException {
        Clues clues = profile.clues;
        while (nextField()) {
            switch (parser.currentName()) {
                case "name" -> profile.name = text();
                case "accessKeyId" -> clues.accessKey = text();
                case "secretAccessKey" -> clues.secretKey = secret(clues.secretKey);
                case "securityToken" -> clues.token = secret(clues.token);
                case "region" -> clues.region = text();
                case "projectId" -> clues.projectId = text();
                case "mode" -> profile.other |= isOtherMode(text());
                case "agencyName" -> profile.other |= !text().isEmpty();
                default -> skip();
            }
        }
    }

    private static boolean isOtherMode(String mode) {
        return !mode.isEmpty() && !mode.equalsIgnoreCase("AKSK");
    }

    private List<Found> found(Origin origin) {
        List<Found> found = new ArrayList<>();
        for (Profile profile : profiles) {
            Clues clues = profile.clues;
            clues.name = profile.name.equalsIgnoreCase("default") ? "" : profile.name;
            if (encrypted) {
                clues.wipe();
                clues.secretKey = Secret.of("");
                clues.token = Secret.of("");
                clues.accessKey = "";
                clues.notes.add(Note.ENCRYPTED);
            }
            if (profile.other) {
                clues.notes.add(Note.OTHER_SIGN_IN);
            }
            if (!current.isEmpty() && profile.name.equals(current)) {
                clues.notes.add(Note.CURRENT);
            }
            boolean useful =
                    clues.namesSomebody() || !clues.region.isEmpty() || !clues.projectId.isEmpty();
            if (useful) {
                found.add(clues.found(origin, profile.name));
            } else {
                clues.wipe();
            }
        }
        return found;
    }

    private boolean nextField() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("the object has no end");
        }
        return token == JsonToken.FIELD_NAME;
    }

    private void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    /** The field's value as a text; empty for null and for what is no plain value. */
    private String text() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || token.isStructStart()) {
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
    }

    private Secret secret(Secret before) throws IOException {
        before.close();
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return Secret.of("");
        }
        int from = parser.getTextOffset();
        char[] copy =
                Arrays.copyOfRange(parser.getTextCharacters(), from, from + parser.getTextLength());
        try {
            return Secret.of(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }
}
