package org.workspaceadmin.fleet.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Term;

/** Rows for tests: a healthy desktop, with the few values the test is about. */
final class RowBuilder {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final String name;
    private String hostName;
    private DesktopStatus status = DesktopStatus.ACTIVE;
    private LoginState login = LoginState.REGISTERED;
    private DesktopType type = DesktopType.DEDICATED;
    private OsFamily family = OsFamily.WINDOWS;
    private String task = "";
    private String ou = "Desktops/Sales";
    private String domain = "corp.example.test";
    private List<String> addresses = List.of("10.1.0.1");
    private boolean maintenance;
    private boolean frozen;
    private @Nullable Instant created = NOW;
    private @Nullable DomainMembership membership = DomainMembership.IN;
    private boolean able = true;
    private @Nullable String error;

    RowBuilder(String name) {
        this.name = name;
        hostName = name;
    }

    RowBuilder hostName(String value) {
        hostName = value;
        return this;
    }

    RowBuilder status(DesktopStatus value) {
        status = value;
        return this;
    }

    RowBuilder login(LoginState value) {
        login = value;
        return this;
    }

    RowBuilder type(DesktopType value) {
        type = value;
        return this;
    }

    RowBuilder family(OsFamily value) {
        family = value;
        return this;
    }

    RowBuilder task(String value) {
        task = value;
        return this;
    }

    RowBuilder ou(String value) {
        ou = value;
        return this;
    }

    RowBuilder domain(String value) {
        domain = value;
        return this;
    }

    RowBuilder addresses(String... values) {
        addresses = List.of(values);
        return this;
    }

    RowBuilder maintenance() {
        maintenance = true;
        return this;
    }

    RowBuilder frozen() {
        frozen = true;
        return this;
    }

    RowBuilder created(@Nullable Instant value) {
        created = value;
        return this;
    }

    RowBuilder out() {
        membership = DomainMembership.OUT;
        return this;
    }

    RowBuilder check(@Nullable DomainMembership value) {
        membership = value;
        return this;
    }

    RowBuilder notAble(String code) {
        able = false;
        error = code;
        return this;
    }

    DesktopRow build() {
        String id = "id-" + name;
        Desktop desktop =
                new Desktop(
                        id,
                        name,
                        hostName,
                        Term.of(status),
                        task,
                        null,
                        Term.of(login),
                        ou,
                        domain,
                        "user-" + name,
                        List.of(),
                        "users",
                        "ATTACHED",
                        Term.of(type),
                        "pool-1",
                        "Pool",
                        addresses,
                        Term.of(family),
                        "Windows 11",
                        "image-1",
                        "Windows 11",
                        "4 vCPUs | 8 GB",
                        "product-1",
                        "sid-of-the-service",
                        "subnet-1",
                        "zone-1",
                        maintenance,
                        frozen,
                        false,
                        "",
                        "0",
                        List.of(),
                        created);
        DomainMembership said = membership;
        return new DesktopRow(
                desktop,
                said == null
                        ? null
                        : new DomainCheck(
                                id, said, able, error, error == null ? null : "why", NOW));
    }
}
