package org.workspaceadmin.report;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.redact.Pseudonyms;

/** Collects the names of people and desktops from everything a report is made of. */
final class Naming {
    private static final String USER = "user";
    private static final String DESKTOP = "desktop";

    /** Fields of the service's answers, in bodies that the log quotes, escaped or not. */
    private static final Pattern QUOTED =
            Pattern.compile(
                    "\"(?<field>computer_name|desktop_name|hostname|user_name|username|login_user"
                            + "|old_username|new_username|attach_user_name|user_email|email"
                            + "|owner_name|login_status_user)\\\\*\"\\s*:\\s*\\\\*\""
                            + "(?<name>[^\"\\\\]{1,256})");

    private final Pseudonyms pseudonyms = new Pseudonyms();

    /** What the program knows now. */
    void known(Collection<String> users, Collection<String> desktops) {
        pseudonyms.learn(USER, users);
        pseudonyms.learn(DESKTOP, desktops);
    }

    /** Who signs in. */
    void connections(List<Connection> connections) {
        for (Connection connection : connections) {
            pseudonyms.learn(
                    USER, List.of(connection.identity().user(), connection.identity().account()));
        }
    }

    /** Whom operations were about. */
    void operations(List<Recorded> operations) {
        for (Recorded recorded : operations) {
            recorded.targets().forEach(row -> target(row.state()));
            for (Field parameter : recorded.operation().parameters()) {
                if (parameter.path().endsWith("username")) {
                    pseudonyms.learn(USER, List.of(parameter.value()));
                }
            }
        }
    }

    /** Who is named in a text by fields of the service. */
    void text(String text) {
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            String field = matcher.group("field");
            boolean desktop =
                    field.equals("computer_name")
                            || field.equals("desktop_name")
                            || field.equals("hostname");
            pseudonyms.learn(desktop ? DESKTOP : USER, List.of(matcher.group("name")));
        }
    }

    /** Who works here; the folder of the user's own files tells it too. */
    void workstation() {
        pseudonyms.learn(USER, List.of(System.getProperty("user.name", "")));
    }

    /** What was collected. */
    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    private void target(TargetState state) {
        switch (state.target().type()) {
            case DESKTOP -> pseudonyms.learn(DESKTOP, List.of(state.target().name()));
            case USER_NAME ->
                    pseudonyms.learn(USER, List.of(state.target().id(), state.target().name()));
            case SERVICE -> {
                // the service of a project is nobody's name
            }
        }
    }
}
