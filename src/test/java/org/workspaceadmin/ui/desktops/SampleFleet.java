package org.workspaceadmin.ui.desktops;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/** A company's desktops, the same ones for the same seed. */
final class SampleFleet {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final List<String> DEPARTMENTS = List.of("FIN", "ENG", "HR", "OPS", "LAW");
    private static final List<String> GIVEN = List.of("lin", "wang", "meyer", "okoye", "silva");

    private final Random random;

    private SampleFleet(long seed) {
        random = new Random(seed);
    }

    /** So many rows, about 6 % out of the domain and 10 % not asked yet. */
    static List<DesktopRow> rows(int count, long seed) {
        SampleFleet fleet = new SampleFleet(seed);
        List<DesktopRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(fleet.row(i));
        }
        return rows;
    }

    /** One row to build upon, with nothing remarkable. */
    static Plain plain(String id) {
        return new Plain(id);
    }

    private DesktopRow row(int i) {
        String department = DEPARTMENTS.get(i % DEPARTMENTS.size());
        boolean linux = random.nextInt(12) == 0;
        boolean off = random.nextInt(6) == 0;
        boolean error = random.nextInt(150) == 0;
        boolean busy = !off && random.nextInt(60) == 0;
        int login = random.nextInt(4);
        Plain p = plain("d-%06d".formatted(i));
        p.name = "%s-%04d".formatted(department, i / DEPARTMENTS.size() + 1);
        p.user =
                random.nextInt(40) == 0
                        ? ""
                        : (char) ('a' + i % 26) + "." + GIVEN.get(random.nextInt(GIVEN.size()));
        p.status = error ? DesktopStatus.ERROR : off ? DesktopStatus.SHUTOFF : DesktopStatus.ACTIVE;
        p.task = busy ? "rebuilding" : "";
        p.progress = busy ? random.nextInt(100) : null;
        p.login =
                p.status != DesktopStatus.ACTIVE
                        ? LoginState.UNREGISTER
                        : login == 0
                                ? LoginState.CONNECTED
                                : login == 1 ? LoginState.DISCONNECTED : LoginState.REGISTERED;
        p.family = linux ? OsFamily.LINUX : OsFamily.WINDOWS;
        p.osVersion = linux ? "Ubuntu 22.04" : i % 3 == 0 ? "Windows 10" : "Windows 11";
        p.image = (linux ? "Ubuntu_22.04_" : "Win11_23H2_") + department.toLowerCase(Locale.ROOT);
        p.address = "10.%d.%d.%d".formatted(1 + i / 65536, i / 256 % 256, i % 256);
        p.ou = "OU=%s,OU=Desktops,DC=corp,DC=example".formatted(department);
        p.pool = i % 9 == 0 ? "Pool " + department : "";
        p.tags = i % 4 == 0 ? List.of(new Tag("department", department)) : List.of();
        p.created = NOW.minus(random.nextInt(700 * 24 * 60), ChronoUnit.MINUTES);
        int roll = random.nextInt(100);
        p.membership =
                roll < 6
                        ? DomainMembership.OUT
                        : roll < 8 ? DomainMembership.NOT_REPORTED : DomainMembership.IN;
        p.asked = roll < 90 && !linux;
        return p.row();
    }

    /** A desktop in the making. */
    static final class Plain {
        String id;
        String name;
        String user = "a.lin";
        DesktopStatus status = DesktopStatus.ACTIVE;
        String task = "";
        @Nullable Integer progress;
        LoginState login = LoginState.REGISTERED;
        OsFamily family = OsFamily.WINDOWS;
        String osVersion = "Windows 11";
        String image = "Win11_23H2";
        String address = "10.0.0.1";
        String ou = "OU=Desktops,DC=corp,DC=example";
        String pool = "";
        List<Tag> tags = List.of();
        @Nullable Instant created = NOW.minus(30, ChronoUnit.DAYS);
        DomainMembership membership = DomainMembership.IN;
        boolean asked = true;

        private Plain(String id) {
            this.id = id;
            name = "PC-" + id;
        }

        Plain name(String value) {
            name = value;
            return this;
        }

        Plain user(String value) {
            user = value;
            return this;
        }

        Plain status(DesktopStatus value) {
            status = value;
            return this;
        }

        Plain task(String value, int percent) {
            task = value;
            progress = percent;
            return this;
        }

        Plain login(LoginState value) {
            login = value;
            return this;
        }

        Plain linux() {
            family = OsFamily.LINUX;
            osVersion = "Ubuntu 22.04";
            return this;
        }

        Plain address(String value) {
            address = value;
            return this;
        }

        Plain domain(DomainMembership value) {
            membership = value;
            asked = true;
            return this;
        }

        Plain notAsked() {
            asked = false;
            return this;
        }

        Plain tags(Tag... values) {
            tags = List.of(values);
            return this;
        }

        Plain created(@Nullable Instant value) {
            created = value;
            return this;
        }

        DesktopFacts facts() {
            return DesktopFacts.of(row());
        }

        DesktopRow row() {
            Desktop desktop =
                    new Desktop(
                            id,
                            name,
                            name,
                            Term.of(status),
                            task,
                            progress,
                            Term.of(login),
                            ou,
                            "corp.example",
                            user,
                            user.isEmpty()
                                    ? List.of()
                                    : List.of(
                                            new AttachedUser(
                                                    user, "users", "USER", "corp.example")),
                            "users",
                            user.isEmpty() ? "UNATTACH" : "ATTACHED",
                            Term.of(pool.isEmpty() ? DesktopType.DEDICATED : DesktopType.POOLED),
                            pool.isEmpty() ? "" : "pool-" + pool,
                            pool,
                            address.isEmpty() ? List.of() : List.of(address),
                            Term.of(family),
                            osVersion,
                            "image-" + image,
                            image,
                            "4 vCPUs | 8 GB",
                            "workspace.x86.standard",
                            "sid-" + id,
                            "subnet-1",
                            "zone-1a",
                            false,
                            false,
                            false,
                            "",
                            "0",
                            tags,
                            created);
            DomainCheck check =
                    new DomainCheck(
                            id,
                            membership,
                            membership == DomainMembership.OUT,
                            null,
                            null,
                            NOW.minusSeconds(14));
            return new DesktopRow(desktop, asked ? check : null);
        }
    }
}
