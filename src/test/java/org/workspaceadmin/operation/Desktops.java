package org.workspaceadmin.operation;

import java.util.List;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Term;

/** Desktops for tests: an idle Windows desktop that is on, and variations of it. */
public final class Desktops {
    private Desktops() {}

    public static Desktop windows(String id) {
        return desktop(id, "ACTIVE", "", "Windows", "user-" + id, "REGISTERED", false, false);
    }

    static Desktop of(String id, String status, String task) {
        return desktop(id, status, task, "Windows", "user-" + id, "REGISTERED", false, false);
    }

    static Desktop ofUser(String id, String user) {
        return desktop(id, "ACTIVE", "", "Windows", user, "REGISTERED", false, false);
    }

    static Desktop desktop(
            String id,
            String status,
            String task,
            String os,
            String user,
            String login,
            boolean frozen,
            boolean prepaid) {
        return desktop(
                id, status, task, os, user, login, frozen, prepaid, "DEDICATED", false, "image-1");
    }

    /** Registered, with an image. */
    static Desktop registered(String id, String image) {
        return desktop(
                id,
                "ACTIVE",
                "",
                "Windows",
                "u",
                "REGISTERED",
                false,
                false,
                "DEDICATED",
                false,
                image);
    }

    static Desktop desktop(
            String id,
            String status,
            String task,
            String os,
            String user,
            String login,
            boolean frozen,
            boolean prepaid,
            String type,
            boolean maintenance,
            String image) {
        Term<DesktopStatus> state =
                status.isEmpty()
                        ? new Term<>(DesktopStatus.DELETING, "")
                        : Term.of(DesktopStatus.class, status);
        return new Desktop(
                id,
                "PC-" + id,
                "PC-" + id,
                state,
                task,
                null,
                Term.of(LoginState.class, login),
                "OU=Desktops",
                "corp.example.com",
                user,
                List.of(new AttachedUser(user, "users", "USER", "corp.example.com")),
                "users",
                "ATTACHED",
                Term.of(DesktopType.class, type),
                "",
                "",
                List.of("10.0.0.9"),
                Term.of(OsFamily.class, os),
                "Windows 11",
                image,
                "Windows 11 24H2",
                "2 vCPUs",
                "product-1",
                "sid-" + id,
                "subnet-1",
                "az-1",
                maintenance,
                frozen,
                prepaid,
                prepaid ? "order-1" : "",
                "0",
                List.of(),
                null);
    }
}
