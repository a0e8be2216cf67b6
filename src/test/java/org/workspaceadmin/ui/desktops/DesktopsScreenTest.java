package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class DesktopsScreenTest {
    private static final int COUNT = 1204;

    @TempDir Path folder;

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer(SampleFleet.NOW);
    private final FakeFleet fleet = new FakeFleet();
    private final List<String> copied = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<Desktop> listed = new ArrayList<>();
    private final KeptLayout store = new KeptLayout();
    private Skin skin;
    private Scene scene;
    private UiContext context;
    private DesktopsScreen screen;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        FxUiExecutor ui = new FxUiExecutor();
        context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.sameThread(),
                        ui,
                        copied::add,
                        new Folder(),
                        page -> {});
        fleet.with(SampleFleet.rows(COUNT, 1));
        screen = new DesktopsScreen(fleet, new Opened(), context, store);
        scene = new Scene(new StackPane(screen.root()), 832, 620);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
        frame();
    }

    @AfterEach
    void nothingWasComplainedAbout(FxRobot robot) {
        robot.interact(screen::close);
        css.assertEmpty();
        css.close();
    }

    @Test
    void looksLikeAnInstrument(FxRobot robot) {
        robot.interact(() -> Pictures.save(scene, "desktops-light"));
        robot.interact(() -> table().getSelectionModel().selectRange(2, 14));
        robot.interact(() -> Pictures.save(scene, "desktops-selected"));
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        robot.interact(() -> Pictures.save(scene, "desktops-dark"));
        robot.interact(() -> texts.setLanguage(Language.CHINESE));
        robot.interact(() -> Pictures.save(scene, "desktops-dark-zh"));
        robot.interact(() -> skin.themeProperty().set(Theme.LIGHT));
        robot.interact(() -> Pictures.save(scene, "desktops-light-zh"));
        robot.interact(() -> texts.setLanguage(Language.ENGLISH));
        robot.interact(() -> table().getSelectionModel().clearAndSelect(4));
        robot.clickOn("#desktops-details-toggle");
        robot.interact(() -> Pictures.save(scene, "desktops-details-loading"));
        pass(Duration.ofSeconds(1));
        robot.interact(() -> Pictures.save(scene, "desktops-details"));
        robot.interact(() -> {
            scene.getWindow().setWidth(1000);
            scene.getWindow().setHeight(700);
        });
        robot.interact(() -> Pictures.save(scene, "desktops-1000x700"));

        assertThat(label(robot, "#desktops-count")).isEqualTo("1,204 · 1 selected");
    }

    @Test
    void typingFiltersAndEscapeShowsEverythingAgain(FxRobot robot) {
        robot.clickOn("#desktops-filter").write("name:eng-00* status:on");

        assertThat(rows()).isNotEmpty().allMatch(f -> f.desktop().name().startsWith("ENG-00"));
        assertThat(label(robot, "#desktops-count")).endsWith("of 1,204");
        robot.write(" colour:red");
        assertThat(label(robot, "#desktops-filter-hint")).startsWith("There is no field “colour”");
        assertThat(robot.lookup("#desktops-show-all").queryButton().isVisible()).isTrue();
        robot.interact(() -> Pictures.save(scene, "desktops-no-match"));
        robot.clickOn("#desktops-show-all");
        assertThat(rows()).hasSize(COUNT);

        robot.clickOn("#desktops-filter").write("lin").type(KeyCode.ESCAPE);
        assertThat(rows()).hasSize(COUNT);
        robot.write("fin").type(KeyCode.ENTER);
        assertThat(table().isFocused()).isTrue();
    }

    @Test
    void aChipTogglesItsTermAndSaysHowManyThereAre(FxRobot robot) {
        ToggleButton chip =
                robot.lookup("#desktops-chip-out_of_domain").queryAs(ToggleButton.class);
        long out = rows().stream().filter(f -> f.domain() == DomainState.OUT).count();
        assertThat(chip.getText()).isEqualTo("Out of domain " + out);

        robot.clickOn(chip);
        assertThat(rows()).hasSize((int) out);
        assertThat(field(robot).getText()).isEqualTo("domain:out");
        assertThat(chip.isSelected()).isTrue();
        assertThat(chip.getAccessibleText()).endsWith("filter on");
        robot.clickOn("#desktops-chip-error");
        assertThat(field(robot).getText()).isEqualTo("domain:out status:error");
        robot.interact(() -> Pictures.save(scene, "desktops-chips"));
        robot.clickOn("#desktops-chip-error").clickOn(chip);
        assertThat(field(robot).getText()).isEmpty();
        assertThat(chip.isSelected()).isFalse();
    }

    @Test
    void clicksAndKeysSelectRows(FxRobot robot) {
        robot.clickOn(cell("ENG-0003"));
        assertThat(selected()).containsExactly("ENG-0003");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
        assertThat(selected()).containsExactly("ENG-0003", "ENG-0004", "ENG-0005");
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        assertThat(selected()).containsExactly("ENG-0003", "ENG-0004");
        assertThat(label(robot, "#desktops-selected")).isEqualTo("2 selected:");
        robot.type(KeyCode.DOWN);
        assertThat(selected()).containsExactly("ENG-0005");

        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        assertThat(selected()).hasSize(COUNT);
        robot.clickOn(cell("ENG-0002"));
        assertThat(selected()).containsExactly("ENG-0002");
    }

    @Test
    void aHeadingSortsAndTheSelectionStaysWithItsDesktops(FxRobot robot) {
        robot.clickOn(cell("ENG-0003"));
        clickHeading(robot, "column-user");
        assertThat(rows().getFirst().desktop().userName()).startsWith("a.");
        assertThat(selected()).containsExactly("ENG-0003");
        clickHeading(robot, "column-user");
        assertThat(rows().getFirst().desktop().userName()).startsWith("z.");
        clickHeading(robot, "column-user");
        assertThat(rows().getFirst().desktop().name()).isEqualTo("ENG-0001");
    }

    @Test
    void newsArriveWithoutMovingAnything(FxRobot robot) {
        robot.interact(() -> table().scrollTo(500));
        WaitForAsyncUtils.waitForFxEvents();
        int first = flow().getFirstVisibleCell().getIndex();
        DesktopFacts shown = rows().get(first + 2);
        robot.clickOn(cell(shown.desktop().name()));
        assertThat(fleet.visible).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(fleet.visible.getLast()).contains(shown.id());

        fleet.publish(
                List.of(
                        SampleFleet.plain(shown.id())
                                .name(shown.desktop().name())
                                .user("moved.here")
                                .domain(DomainMembership.OUT)
                                .row(),
                        SampleFleet.plain("new").name("AAA-0001").row()),
                rows().get(first + 4).id());
        pass(Duration.ofMillis(20));

        assertThat(flow().getFirstVisibleCell().getIndex()).isEqualTo(first);
        assertThat(selected()).containsExactly(shown.desktop().name());
        assertThat(texts(robot)).contains("moved.here", "Gone");
        assertThat(rows().getLast().desktop().name()).isEqualTo("AAA-0001");
        assertThat(label(robot, "#desktops-count")).isEqualTo("1,204 · 1 selected");
        robot.interact(() -> Pictures.save(scene, "desktops-gone"));

        robot.clickOn("#desktops-refresh");
        pass(Duration.ofMillis(20));
        assertThat(rows().getFirst().desktop().name()).isEqualTo("AAA-0001");
        assertThat(selected()).containsExactly(shown.desktop().name());
    }

    @Test
    void anActionOpensItsDialogOrSaysWhyNot(FxRobot robot) {
        Button rejoin = robot.lookup("#desktops-action-rejoin").queryButton();
        assertThat(rejoin.getAccessibleText())
                .isEqualTo("Rejoin domain. Not possible: select desktops first.");
        robot.clickOn(rejoin);
        assertThat(opened).isEmpty();
        assertThat(label(robot, "#desktops-message")).contains("select desktops first");

        robot.clickOn("#desktops-chip-out_of_domain").clickOn("#desktops-filter");
        robot.write(" status:on -task:*").type(KeyCode.ENTER);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        int count = selected().size();
        assertThat(robot.lookup("#desktops-message").query().isVisible()).isFalse();
        robot.clickOn(rejoin).clickOn("#desktops-action-update_sids");
        robot.clickOn("#desktops-action-rebuild");
        robot.clickOn("#desktops-power").clickOn("#desktops-item-stop");

        assertThat(opened)
                .containsExactly(
                        "rejoin " + count,
                        "sids " + count,
                        "rebuild " + count,
                        "power " + count + " STOP");
        robot.interact(() -> table().requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.J);
        robot.release(KeyCode.SHIFT, KeyCode.SHORTCUT);
        assertThat(opened).hasSize(5).last().isEqualTo("rejoin " + count);
    }

    @Test
    void theContextMenuOffersTheSame(FxRobot robot) {
        robot.rightClickOn(cell("ENG-0002"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selected()).containsExactly("ENG-0002");
        List<MenuItem> items = table().getContextMenu().getItems();
        assertThat(items.getFirst().getText()).startsWith("Rejoin domain…");
        MenuItem start =
                items.stream()
                        .filter(i -> "desktops-item-start".equals(i.getId()))
                        .findFirst()
                        .orElseThrow();
        assertThat(start.isDisable()).isTrue();
        assertThat(start.getText()).isEqualTo("Start…  (no selected desktop is off or hibernated)");

        robot.clickOn("#desktops-item-update_sids");

        assertThat(opened).containsExactly("sids 1");
    }

    @Test
    void copiesAndExportsWhatIsShown(FxRobot robot) throws IOException {
        robot.clickOn(cell("ENG-0003"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        assertThat(copied.getLast().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Name\tUser\tStatus\tTask\tLogin\tDomain");
        assertThat(copied.getLast()).contains("\nENG-0003\t");
        assertThat(label(robot, "#desktops-message")).isEqualTo("One row copied.");

        robot.clickOn("#desktops-more").clickOn("#desktops-action-exportShown");
        WaitForAsyncUtils.waitForFxEvents();
        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertThat(Files.readAllLines(file)).hasSize(COUNT + 1);
            assertThat(label(robot, "#desktops-message"))
                    .isEqualTo("1,204 rows written to " + file.getFileName() + ".");
        }
    }

    @Test
    void columnsAreShownHiddenAndRemembered(FxRobot robot) {
        robot.interact(() -> table().getColumns().addFirst(table().getColumns().remove(1)));
        robot.clickOn("#desktops-columns").clickOn("#desktops-show-ou");
        robot.clickOn("#desktops-columns").clickOn("#desktops-show-task");
        pass(Duration.ofSeconds(1));

        TableLayout kept = Objects.requireNonNull(store.kept);
        assertThat(kept.columns().getFirst().key()).isEqualTo("user");
        assertThat(shown(kept)).contains("ou").doesNotContain("task");

        robot.interact(() -> {
            screen.close();
            screen = new DesktopsScreen(fleet, new Opened(), context, store);
            ((StackPane) scene.getRoot()).getChildren().setAll(screen.root());
        });
        pass(Duration.ofMillis(20));
        assertThat(table().getVisibleLeafColumns().getFirst().getText()).isEqualTo("User");
        assertThat(table().getVisibleLeafColumns())
                .extracting(c -> c.getText())
                .contains("OU")
                .doesNotContain("Task");
        robot.clickOn("#desktops-columns").clickOn("#desktops-columns-reset");
        assertThat(table().getVisibleLeafColumns().getFirst().getText()).isEqualTo("Name");
        robot.clickOn("#desktops-columns").moveTo("#desktops-interval");
        robot.clickOn("#desktops-interval").clickOn("#desktops-interval-15");
        assertThat(fleet.interval).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void detailsAreAskedForFailedAskedAgainAndCopied(FxRobot robot) {
        fleet.details = id -> Work.failed(new ProblemException(problem()));
        robot.clickOn(cell("ENG-0003")).type(KeyCode.ENTER);
        pass(Duration.ofSeconds(1));
        assertThat(label(robot, "#desktops-details-title")).isEqualTo("ENG-0003");
        robot.interact(() -> Pictures.save(scene, "desktops-details-failed"));

        fleet.details = new FakeFleet().with(fleet.rows()).details;
        robot.clickOn("#desktops-details-retry");
        pass(Duration.ofSeconds(1));
        robot.interact(() ->
                robot.lookup("#desktops-details-raw").queryAs(TitledPane.class).setExpanded(true));
        robot.clickOn("#desktops-details-copy");
        assertThat(copied.getLast()).contains("Name: ENG-0003", "root_volume.size: 80");
        robot.clickOn("#desktops-details-close");
        assertThat(robot.lookup("#desktops-details").tryQuery()).isEmpty();
    }

    @Test
    void everyTextFollowsTheLanguage(FxRobot robot) {
        robot.interact(() -> texts.setLanguage(Language.CHINESE));
        assertThat(texts(robot)).contains("云桌面", "运行中", "就绪", "重新入域…").doesNotContain("On");
        robot.clickOn("#desktops-filter").write("状态:已关机");
        assertThat(rows()).isNotEmpty().allMatch(f -> f.status() == DesktopStatus.SHUTOFF);
    }

    @Test
    void oldRowsStayUnderTheReasonWhyTheyAreOld(FxRobot robot) {
        fleet.tellProblem(problem());
        pass(Duration.ofSeconds(90));

        assertThat(robot.lookup("#desktops-stale").query().isVisible()).isTrue();
        assertThat(texts(robot)).contains("The list is not fresh. It was last read 1 min ago.");
        robot.interact(() -> Pictures.save(scene, "desktops-stale"));
        robot.clickOn(".retry");
        fleet.tellRead();
        pass(Duration.ofMillis(20));
        assertThat(fleet.refreshes).isEqualTo(1);
        assertThat(robot.lookup("#desktops-stale").query().isVisible()).isFalse();
    }

    @Test
    void anUnreadFleetShowsItsStructureThenWhyItFailed(FxRobot robot) {
        FakeFleet unread = new FakeFleet();
        robot.interact(() -> {
            screen.close();
            screen = new DesktopsScreen(unread, new Opened(), context, store);
            ((StackPane) scene.getRoot()).getChildren().setAll(screen.root());
        });
        assertThat(robot.lookup(".skeleton").query().isVisible()).isTrue();
        unread.tellProblem(problem());
        pass(Duration.ofMillis(20));
        assertThat(robot.lookup(".skeleton").query().isVisible()).isFalse();
        robot.interact(() -> Pictures.save(scene, "desktops-failed"));
        unread.duringRefresh =
                () -> unread.tell(new FleetStatus(false, 0, 0, SampleFleet.NOW, null, 0, true));
        Node retry =
                robot.lookup((Node n) -> n.getStyleClass().contains("retry") && shown(n)).query();
        robot.clickOn(retry);
        pass(Duration.ofMillis(20));
        assertThat(texts(robot)).contains("There are no desktops yet");
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> shown(TableLayout layout) {
        return layout.columns().stream()
                .filter(TableLayout.Column::shown)
                .map(TableLayout.Column::key)
                .toList();
    }

    private static Problem problem() {
        return new Problem(
                Problem.Kind.SERVER,
                "GET /v2/{project_id}/desktops/detail",
                503,
                "WKS.1",
                "busy",
                "",
                "",
                "r1",
                "",
                null,
                SampleFleet.NOW);
    }

    private Node cell(String text) {
        return table().lookupAll(".table-cell").stream()
                .filter(n -> n instanceof TableCell<?, ?> c && text.equals(c.getText()) && shown(n))
                .findFirst()
                .orElseThrow();
    }

    /** The headless robot marks every press as one for a menu, which a heading does not sort by. */
    private void clickHeading(FxRobot robot, String id) {
        Node heading =
                table().lookupAll(".column-header").stream()
                        .filter(n -> id.equals(n.getId()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> {
            heading.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
            heading.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                20,
                10,
                20,
                10,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private List<DesktopFacts> rows() {
        return table().getItems().stream().map(DesktopItem::facts).toList();
    }

    private List<String> selected() {
        return table().getSelectionModel().getSelectedItems().stream()
                .map(item -> item.facts().desktop().name())
                .toList();
    }

    private List<String> texts(FxRobot robot) {
        return robot.lookup((Node n) -> n instanceof Labeled && shown(n)).queryAll().stream()
                .map(n -> ((Labeled) n).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table().lookup(".virtual-flow");
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#desktops-filter").queryAs(TextField.class);
    }

    @SuppressWarnings("unchecked") // the one table of the screen
    private TableView<DesktopItem> table() {
        return (TableView<DesktopItem>) scene.lookup("#desktops-table");
    }

    private static String label(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private void pass(Duration time) {
        timer.advance(time);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void frame() {
        timer.advance(Duration.ofMillis(16));
    }

    private static final class KeptLayout implements TableLayout.Store {
        @Nullable TableLayout kept;

        @Override
        public Optional<TableLayout> load() {
            return Optional.ofNullable(kept);
        }

        @Override
        public void save(TableLayout layout) {
            kept = layout;
        }
    }

    private final class Folder implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }

    @Test
    void moreOperationsAndListsAreInTheMenuBesidePower(FxRobot robot) {
        robot.clickOn("#desktops-more").clickOn("#desktops-action-renameFromList");
        robot.clickOn("#desktops-more").clickOn("#desktops-action-usersFromList");
        assertThat(opened).containsExactly("rename 0", "users");
        opened.clear();

        List<Desktop> chosen =
                fleet.rows().stream()
                        .map(DesktopRow::desktop)
                        .filter(Desktop::hasSession)
                        .skip(3)
                        .limit(2)
                        .toList();
        listed.addAll(chosen);
        listed.add(SampleFleet.plain("d-gone").row().desktop());
        robot.interact(() -> screen.search("status:error"));
        robot.clickOn("#desktops-more").clickOn("#desktops-action-chooseFromList");

        assertThat(field(robot).getText()).as("nothing is filtered away").isEmpty();
        assertThat(table().getSelectionModel().getSelectedItems())
                .extracting(DesktopItem::id)
                .containsExactlyInAnyOrderElementsOf(chosen.stream().map(Desktop::id).toList());
        for (String item : List.of("log_off", "notify", "rename")) {
            robot.clickOn("#desktops-more").clickOn("#desktops-item-" + item);
        }
        assertThat(opened).containsExactly("list", "log off 2", "message 2", "rename 2");
    }

    private final class Opened implements OperationDialogs {
        @Override
        public void rejoin(List<Desktop> desktops) {
            opened.add("rejoin " + desktops.size());
        }

        @Override
        public void updateSids(List<Desktop> desktops) {
            opened.add("sids " + desktops.size());
        }

        @Override
        public void changeUserName(@Nullable Desktop desktop) {
            opened.add("user " + (desktop == null ? "" : desktop.userName()));
        }

        @Override
        public void rebuild(List<Desktop> desktops) {
            opened.add("rebuild " + desktops.size());
        }

        @Override
        public void power(List<Desktop> desktops, Draft.PowerAction action) {
            opened.add("power " + desktops.size() + " " + action);
        }

        @Override
        public void logOff(List<Desktop> desktops) {
            opened.add("log off " + desktops.size());
        }

        @Override
        public void sendMessage(List<Desktop> desktops) {
            opened.add("message " + desktops.size());
        }

        @Override
        public void maintenance(List<Desktop> desktops, boolean on) {
            opened.add("maintenance " + desktops.size() + " " + on);
        }

        @Override
        public void rename(List<Desktop> desktops) {
            opened.add("rename " + desktops.size());
        }

        @Override
        public void changeUserNames() {
            opened.add("users");
        }

        @Override
        public void chooseFromList(Consumer<List<Desktop>> chosen) {
            opened.add("list");
            chosen.accept(listed);
        }
    }
}
