package org.workspaceadmin.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

/** A program that tells everything a report asks for. */
public final class FakeSources implements ReportSources {
    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final Path folder;

    /** What the journal holds. */
    public final List<Recorded> operations = new ArrayList<>();

    /** What broke. */
    public final UncaughtFailures failures = new UncaughtFailures();

    /** Connection tests. */
    public final List<TestedConnection> tests = new ArrayList<>();

    /** Network facts. */
    public final List<Field> network =
            new ArrayList<>(List.of(new Field("proxy", "http://prx-user:Pr0xyPw!@proxy:3128")));

    /** Settings in a folder, logs in its {@code logs}. */
    public FakeSources(Path folder) {
        this.folder = folder;
        operations.add(rebuild("op-0", false));
        operations.add(rebuild("op-1", true));
        operations.add(rename("op-2"));
    }

    @Override
    public List<Field> program() {
        return List.of(new Field("version", "1.2.3"), new Field("javaFx", "26.0.2"));
    }

    @Override
    public Path settings() {
        return folder.resolve("settings.json");
    }

    @Override
    public List<Connection> connections() {
        return List.of(
                new Connection(
                        "c1",
                        "Production",
                        Endpoints.single(URI.create("https://workspace.example.com")),
                        "ap-southeast-3",
                        "0123456789abcdef",
                        "ap-southeast-3",
                        Generation.V2,
                        Identity.key(SignInKind.ACCESS_KEY, "HPUAABCDEFGHIJKLMNOP"),
                        "0",
                        new Marking(Marking.Colour.RED, "production", true),
                        false),
                new Connection(
                        "c2",
                        "Lab",
                        Endpoints.single(URI.create("https://lab.example.com:8443")),
                        "",
                        "p2",
                        "",
                        Generation.V1,
                        Identity.password("acme-corp", "j.doe", "u-1", true),
                        "",
                        Marking.NONE,
                        false));
    }

    @Override
    public List<Field> network() {
        return network;
    }

    @Override
    public List<TestedConnection> tests() {
        return tests;
    }

    @Override
    public Path logs() {
        return folder.resolve("logs");
    }

    @Override
    public List<Recorded> operations(int endedAtMost) {
        return operations;
    }

    @Override
    public UncaughtFailures failures() {
        return failures;
    }

    @Override
    public Collection<String> users() {
        return List.of("a.lin", "王伟");
    }

    @Override
    public Collection<String> desktops() {
        return List.of("FIN-0012", "FIN-0013");
    }

    /** An operation that is open, or ended an hour ago, with one refused request. */
    public static Recorded rebuild(String id, boolean open) {
        Problem refused =
                new Problem(
                        Problem.Kind.CONFLICT,
                        "POST /v2/{project_id}/desktops/rebuild",
                        409,
                        "WKS.00010007",
                        "desktop FIN-0012 of a.lin is busy",
                        "",
                        "",
                        "req-4711",
                        "",
                        null,
                        NOW.minusSeconds(3600));
        WriteRequest request =
                new WriteRequest(
                        WriteKind.REBUILD,
                        "POST",
                        "/v2/p/desktops/rebuild",
                        "{\"desktop_ids\":[\"d-1\"],\"admin_password\":\"•••\"}");
        OperationRow row =
                new OperationRow(
                        id,
                        "c1",
                        "Production",
                        "p",
                        Generation.V2,
                        OperationKind.REBUILD,
                        List.of(new Field("image_id", "i-1")),
                        "asked for by a.lin",
                        "",
                        NOW.minusSeconds(3700),
                        open ? null : NOW.minusSeconds(3500));
        return new Recorded(
                row,
                List.of(
                        RequestRow.intended(0, request, NOW.minusSeconds(3700))
                                .leaving(NOW.minusSeconds(3650))
                                .stopped(
                                        org.workspaceadmin.journal.RequestState.REFUSED,
                                        refused,
                                        NOW.minusSeconds(3600))),
                List.of(
                        new TargetRow(
                                0,
                                0,
                                new TargetState(
                                        new Target(Target.Type.DESKTOP, "d-1", "FIN-0012"),
                                        Outcome.FAILED,
                                        null,
                                        "",
                                        null,
                                        NOW.minusSeconds(3600),
                                        "WKS.00010007",
                                        "desktop FIN-0012 of a.lin is busy",
                                        true))));
    }

    private static Recorded rename(String id) {
        OperationRow row =
                new OperationRow(
                        id,
                        "c2",
                        "Lab",
                        "p2",
                        Generation.V1,
                        OperationKind.CHANGE_USER_NAME,
                        List.of(
                                new Field("old_username", "b.old"),
                                new Field("new_username", "n.newman")),
                        "",
                        "",
                        NOW.minusSeconds(60),
                        null);
        WriteRequest request =
                new WriteRequest(
                        WriteKind.CHANGE_USER_NAME,
                        "POST",
                        "/v1.0/p2/desktops/batch-change-user",
                        "{\"old_username\":\"b.old\",\"new_username\":\"n.newman\"}");
        return new Recorded(
                row,
                List.of(RequestRow.intended(0, request, NOW.minusSeconds(60))),
                List.of(
                        new TargetRow(
                                0,
                                0,
                                new TargetState(
                                        new Target(Target.Type.USER_NAME, "b.old", "b.old"),
                                        Outcome.WAITING,
                                        null,
                                        "",
                                        null,
                                        null,
                                        "",
                                        "",
                                        true))));
    }
}
