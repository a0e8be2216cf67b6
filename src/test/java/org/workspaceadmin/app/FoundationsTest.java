package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.shell.WindowBounds;

class FoundationsTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir private Path folder;

    @Test
    void aSecondProgramWithTheSameFolderIsRefusedInWords() throws Exception {
        Home home = Home.open(folder);
        Foundations first = Foundations.open(home, new SessionSecretStore(), settings -> {});
        try {
            assertThatThrownBy(
                            () -> Foundations.open(home, new SessionSecretStore(), settings -> {}))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> {
                                assertThat(e.reason()).isEqualTo(JournalException.Cause.IN_USE);
                                assertThat(StartFailure.of(e, Language.ENGLISH).advice())
                                        .startsWith("Workspace Admin is already running")
                                        .contains(home.journal().toString());
                            });
        } finally {
            first.close();
        }
    }

    @Test
    void secretsAreMaskedInTheLog() throws Exception {
        Home home = Home.open(folder);
        Foundations below = Foundations.open(home, new SessionSecretStore(), settings -> {});
        below.redactor().remember("Sup3rSecretKey".toCharArray());
        LoggerFactory.getLogger("test")
                .info("sent Sup3rSecretKey", new IllegalStateException("with Sup3rSecretKey"));
        below.close();
        String log = Files.readString(home.logs().resolve("workspace-admin.log"));
        assertThat(log).contains("sent •••", "with •••").doesNotContain("Sup3rSecretKey");
    }

    @Test
    void whatTheFrameRemembersOutlivesTheProgram() throws Exception {
        Home home = Home.open(folder);
        Foundations below = Foundations.open(home, new SessionSecretStore(), settings -> {});
        SettingsMemory memory = new SettingsMemory(below.settings());
        assertThat(memory.bounds()).isEmpty();
        memory.bounds(new WindowBounds(10, 20, 1100, 800, true));
        memory.theme(Theme.DARK);
        memory.language(Language.CHINESE);
        memory.place("jobs");
        below.close();

        Foundations again = Foundations.open(home, new SessionSecretStore(), settings -> {});
        memory = new SettingsMemory(again.settings());
        assertThat(memory.bounds()).contains(new WindowBounds(10, 20, 1100, 800, true));
        assertThat(memory.theme()).isEqualTo(Theme.DARK);
        assertThat(memory.language()).isEqualTo(Language.CHINESE);
        assertThat(memory.place()).isEqualTo("jobs");
        again.close();
    }

    @Test
    void whatAnEarlierDemoLeftOpenIsEndedAndNothingElse() throws Exception {
        Home home = Home.open(folder);
        try (Journal journal = Journal.open(home.journal(), body -> body, () -> THEN)) {
            journal.intend(recorded("1", "demo-earlier", Outcome.RUNNING));
            journal.intend(recorded("2", "real", Outcome.RUNNING));
        }
        Foundations below = Foundations.open(home, new SessionSecretStore(), settings -> {});
        OperationState demo = state(below, "1");
        assertThat(demo.open()).isFalse();
        assertThat(demo.targets().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(demo.targets().getFirst().code()).isEqualTo("wa.demo.ended");
        assertThat(state(below, "2").open()).isTrue();
        below.close();
    }

    private static OperationState state(Foundations below, String id) {
        return below.engine().all().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Recorded recorded(String id, String connectionId, Outcome outcome) {
        WriteRequest request = new WriteRequest(WriteKind.REJOIN, "POST", "/v2/p/x", "");
        return new Recorded(
                new OperationRow(
                        id,
                        connectionId,
                        "Somewhere",
                        "p",
                        Generation.V2,
                        OperationKind.REJOIN_DOMAIN,
                        List.of(),
                        "",
                        "",
                        THEN,
                        null),
                List.of(RequestRow.intended(0, request, THEN)),
                List.of(
                        new TargetRow(
                                0,
                                0,
                                new TargetState(
                                        new Target(Target.Type.DESKTOP, "d" + id, "D"),
                                        outcome,
                                        null,
                                        "job",
                                        null,
                                        null,
                                        "",
                                        "",
                                        true))));
    }
}
