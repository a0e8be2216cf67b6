package org.workspaceadmin.fleet;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/** Desktops for tests, each with the few values the test is about. */
final class SampleDesktop {
    private SampleDesktop() {}

    static Desktop windows(String id) {
        return desktop(id, "user-" + id, OsFamily.WINDOWS, "");
    }

    static Desktop linux(String id) {
        return desktop(id, "user-" + id, OsFamily.LINUX, "");
    }

    static Desktop of(String id, String user) {
        return desktop(id, user, OsFamily.WINDOWS, "");
    }

    static Desktop busy(String id, String task) {
        return desktop(id, "user-" + id, OsFamily.WINDOWS, task);
    }

    /** Ids {@code d0} to {@code d<count - 1>}. */
    static List<Desktop> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> windows("d" + i)).toList();
    }

    private static Desktop desktop(String id, String user, OsFamily family, String task) {
        // New strings on purpose: every answer brings its own copies.
        return new Desktop(
                new String(id),
                "PC-" + id,
                "PC-" + id,
                Term.of(DesktopStatus.ACTIVE),
                task,
                null,
                Term.of(LoginState.REGISTERED),
                new StringBuilder("OU=Desktops,DC=corp,DC=example").toString(),
                new StringBuilder("corp.example").toString(),
                user,
                List.of(new AttachedUser(user, "users", "USER", "corp.example")),
                "users",
                "ATTACHED",
                Term.of(DesktopType.DEDICATED),
                "",
                "",
                List.of("10.0.0." + id.length()),
                Term.of(family),
                new StringBuilder("Windows 11").toString(),
                new StringBuilder("image-1").toString(),
                new StringBuilder("Windows 11 Enterprise 64bit").toString(),
                new StringBuilder("4 vCPUs | 8 GB").toString(),
                "product-1",
                "sid-" + id,
                "subnet-1",
                "zone-1",
                false,
                false,
                false,
                "",
                "0",
                List.of(new Tag(new StringBuilder("team").toString(), "sales")),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
