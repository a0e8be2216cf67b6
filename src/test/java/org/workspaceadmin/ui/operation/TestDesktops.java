package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Term;

/** Desktops for tests of screens. */
public final class TestDesktops {
    private static final String[] USERS = {
        "a.lin", "b.ortiz", "c.weber", "d.nakamura", "e.rossi", "f.zhang", "g.silva", "h.novak"
    };

    private TestDesktops() {}

    /** Windows desktops, running, every fifth with a connected user. */
    public static List<Desktop> many(int count) {
        List<Desktop> all = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            all.add(one(i));
        }
        return all;
    }

    /** The desktop of a number. */
    public static Desktop one(int number) {
        return make(
                number,
                USERS[number % USERS.length],
                number % 5 == 0 ? LoginState.CONNECTED : LoginState.REGISTERED,
                "",
                OsFamily.WINDOWS,
                false);
    }

    /** A desktop on which a task runs. */
    public static Desktop busy(int number, String task) {
        return make(number, "a.lin", LoginState.UNREGISTER, task, OsFamily.WINDOWS, false);
    }

    /** A Linux desktop. */
    public static Desktop linux(int number) {
        return make(number, "a.lin", LoginState.REGISTERED, "", OsFamily.LINUX, false);
    }

    /** A desktop of a user. */
    public static Desktop of(int number, String user, LoginState login) {
        return make(number, user, login, "", OsFamily.WINDOWS, false);
    }

    /** A yearly/monthly desktop. */
    public static Desktop prepaid(int number) {
        return make(number, "a.lin", LoginState.REGISTERED, "", OsFamily.WINDOWS, true);
    }

    /** Its id. */
    public static String id(int number) {
        return "%08x-5161-4cb8-bf5a-155058ea58c9".formatted(number);
    }

    private static Desktop make(
            int number,
            String user,
            LoginState login,
            String task,
            OsFamily family,
            boolean prepaid) {
        return new Desktop(
                id(number),
                "FIN-%04d".formatted(number),
                "",
                Term.of(DesktopStatus.ACTIVE),
                task,
                task.isEmpty() ? null : 40,
                Term.of(login),
                "OU=Finance",
                "corp.example.com",
                user,
                List.of(),
                "administrators",
                "ATTACHED",
                Term.of(DesktopType.DEDICATED),
                "",
                "",
                List.of("10.1.0." + number % 250),
                Term.of(family),
                "Windows 11",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                false,
                prepaid,
                prepaid ? "CS-1" : "",
                "0",
                List.of(),
                null);
    }
}
