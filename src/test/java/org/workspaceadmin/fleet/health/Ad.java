package org.workspaceadmin.fleet.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.ComputerReading;
import org.workspaceadmin.directory.Container;
import org.workspaceadmin.directory.Principal;

/** A directory as it was read, for tests. */
final class Ad {
    static final String DOMAIN = "corp.example.test";
    static final String BASE = "DC=corp,DC=example,DC=test";
    static final String SALES = "OU=Sales,OU=Desktops," + BASE;
    static final Principal ADMINS = new Principal("S-1-5-21-1-2-3-512", "Domain Admins", true);
    static final Principal JOINER = new Principal("S-1-5-21-1-2-3-1100", "joiner", false);
    static final Principal HELPDESK = new Principal("S-1-5-21-1-2-3-1101", "helpdesk", false);

    private Ad() {}

    /** A healthy object. */
    static Computer computer(String name) {
        return computer(name, name, SALES, true, 3, ADMINS, Principal.UNKNOWN, RowBuilder.NOW);
    }

    static Computer computer(
            String name,
            String account,
            String ou,
            boolean enabled,
            int days,
            Principal owner,
            Principal creator,
            @Nullable Instant created) {
        return new Computer(
                account,
                name,
                "CN=" + name + "," + ou,
                enabled,
                RowBuilder.NOW.minus(Duration.ofDays(days)),
                "S-1-5-21-1-2-3-" + (10_000 + Math.abs(account.hashCode() % 10_000)),
                owner,
                creator,
                created,
                null,
                "Windows 11",
                "");
    }

    static ComputerReading reading(List<Computer> computers) {
        return new ComputerReading(
                RowBuilder.NOW,
                "10.0.0.1",
                DOMAIN,
                BASE,
                JOINER,
                computers,
                List.of(
                        new Container("CN=Computers," + BASE, true),
                        new Container("OU=Desktops," + BASE, false),
                        new Container(SALES, true),
                        new Container("OU=Closed,OU=Desktops," + BASE, false)));
    }

    static Known known(Computer... computers) {
        return known(List.of(computers), Map.of());
    }

    static Known known(List<Computer> computers, Map<String, String> replaced) {
        return new Known(
                new ComputerIndex(reading(computers)),
                JOINER,
                true,
                replaced,
                new ConcurrentHashMap<>(),
                DOMAIN,
                null,
                null);
    }
}
