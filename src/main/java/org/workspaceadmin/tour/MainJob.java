package org.workspaceadmin.tour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;

/**
 * The main job of an administrator, step by step: open the demo, find what fell out of the domain,
 * repair it with each operation, watch the jobs; then the same screens dark and in Chinese. A step
 * ends with what it expects to see.
 */
final class MainJob {
    /** Longer than the demo's jobs take. */
    private static final Duration JOBS = Duration.ofMinutes(4);

    private static final Duration SWEEP = Duration.ofSeconds(60);

    private final Program program;
    private final Hands hands;
    private final Window window;

    MainJob(Program program, Hands hands) {
        this.program = program;
        this.hands = hands;
        window = new Window(program, hands);
    }

    /** The steps by name, in order. */
    Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("welcome", this::welcome);
        steps.put("desktops", this::desktops);
        steps.put("domain-health", this::domainHealth);
        steps.put("domain-health-details", this::domainHealthDetails);
        steps.put("out-of-domain", this::outOfDomain);
        steps.put("details", this::details);
        steps.put("rejoin", this::rejoin);
        steps.put("rejoin-forecast", this::rejoinForecast);
        steps.put("rejoin-forecast-dark-zh", this::forecastAgain);
        steps.put("rejoin-requests", this::rejoinRequests);
        steps.put("rejoin-jobs", this::rejoinJobs);
        steps.put("rebuild", this::rebuild);
        steps.put("rebuild-jobs", () -> submit());
        steps.put("user-name", this::userName);
        steps.put("sids", this::sids);
        steps.put("power", this::power);
        steps.put("jobs", this::jobs);
        steps.put("jobs-dark", this::dark);
        steps.put("desktops-dark", () -> window.place("desktops"));
        steps.put("desktops-dark-zh", () -> window.language(Language.CHINESE));
        steps.put("rebuild-dark-zh", this::rebuildAgain);
        steps.put("rebuild-zh", () -> window.theme(Theme.LIGHT));
        steps.put("jobs-zh", this::jobsAgain);
        steps.put("overview-dark-zh", this::overview);
        steps.put("overview", this::overviewAgain);
        steps.put("activity", this::activity);
        steps.put("activity-verified", this::activityVerified);
        steps.put("keys", this::keys);
        return steps;
    }

    private void welcome() {
        Hands.onUi(() -> {
            program.connectElsewhere();
            program.context().texts().setLanguage(Language.ENGLISH);
            program.skin().themeProperty().set(Theme.LIGHT);
            return true;
        });
        hands.find("#demo");
    }

    private void desktops() {
        hands.click("#demo");
        hands.until("the table holds the fleet", () -> table().getItems().size() >= 1000);
        Steady outOfDomain = new Steady();
        hands.until(
                "the domain state of the whole fleet is known",
                SWEEP,
                () -> outOfDomain.isSteady(number("#desktops-chip-out_of_domain")));
    }

    private void domainHealth() {
        hands.until(
                "the directory told its part of every desktop",
                SWEEP,
                () -> number("#desktops-chip-needs_repair") > 0);
        hands.click("#desktops-chip-needs_repair");
        hands.until("only those are left that need repair", () -> table().getItems().size() < 300);
        hands.until(
                "the directory's words are in the column",
                () ->
                        shows("Object missing")
                                || shows("Object disabled")
                                || shows("Password stale"));
    }

    private void domainHealthDetails() {
        filter("domain:object_disabled");
        hands.click("#desktops-table .table-row-cell");
        if (!hands.sees("#desktops-details-copy")) {
            hands.click("#desktops-details-toggle");
        }
        hands.until(
                "cause and suggestion are shown",
                () ->
                        ((Labeled) window.node("#desktops-details-domain-state"))
                                .getText()
                                .contains("disabled"));
    }

    private void outOfDomain() {
        if (hands.sees("#desktops-details-copy")) {
            hands.click("#desktops-details-toggle");
        }
        hands.enter("#desktops-filter", "");
        hands.until("the whole fleet is back", () -> table().getItems().size() >= 1000);
        hands.click("#desktops-chip-out_of_domain");
        hands.until("only some desktops are left", () -> table().getItems().size() < 300);
        hands.click("#desktops-table .table-row-cell");
        hands.shortcut(KeyCode.A);
        hands.until(
                "all of them are selected",
                () ->
                        table().getSelectionModel().getSelectedIndices().size()
                                == table().getItems().size());
        hands.find("#desktops-action-rejoin");
    }

    private void details() {
        hands.click("#desktops-table .table-row-cell");
        // Two clicks on a row in quick succession have opened the pane already.
        if (!hands.sees("#desktops-details-copy")) {
            hands.click("#desktops-details-toggle");
        }
        hands.find("#desktops-details-copy");
    }

    private void rejoin() {
        hands.click("#desktops-details-toggle");
        hands.click("#desktops-table .table-row-cell");
        hands.shortcut(KeyCode.A);
        hands.click("#desktops-action-rejoin");
        hands.find(".operation-submit");
    }

    private void rejoinForecast() {
        hands.until(
                "the forecast tells what will fail and what will work",
                () -> shows("Will fail") && window.node(".forecast-WORKS").isVisible());
        hands.click(".forecast-leave-out");
        hands.until("those that will fail are left out", () -> !shows("Will fail"));
    }

    private void forecastAgain() {
        hands.click(".forecast-take-back");
        hands.until("they are taken back", () -> shows("Will fail"));
        window.theme(Theme.DARK);
        window.language(Language.CHINESE);
    }

    private void rejoinRequests() {
        window.theme(Theme.LIGHT);
        window.language(Language.ENGLISH);
        hands.click(".tab-requests");
        hands.until(
                "the exact request is shown",
                () -> textOf(".request-text").contains("desktop_ids"));
    }

    private void rejoinJobs() {
        submit();
        window.place("jobs");
        hands.until("the operation is listed", () -> rows(".jobs-table") >= 1);
    }

    private void rebuild() {
        window.place("desktops");
        filter("name:FIN os:windows -domain:out status:on");
        hands.click("#desktops-table .table-row-cell");
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.click("#desktops-action-rebuild");
        hands.click(".source-private");
        hands.until("images are listed", () -> !images().getItems().isEmpty());
        hands.click(".image-list");
        hands.press(KeyCode.HOME);
        hands.enter(".rebuild-delay", "15");
        hands.enter(".rebuild-message", "Please save your work. Your desktop is renewed tonight.");
        confirm();
    }

    private void rebuildAgain() {
        filter("name:SALES os:windows status:on");
        hands.click("#desktops-table .table-row-cell");
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.click("#desktops-action-rebuild");
        hands.click(".source-private");
        hands.until("images are listed", () -> !images().getItems().isEmpty());
    }

    private void userName() {
        filter("name:HR status:on os:windows");
        hands.click("#desktops-table .table-row-cell");
        hands.click("#desktops-action-change_user");
        hands.enter(".new-name", "n.newman");
        hands.until("the desktops of the user are listed", () -> number(".who-count") >= 1);
        submit();
    }

    private void sids() {
        filter("name:ENG domain:out os:windows");
        hands.click("#desktops-table .table-row-cell");
        hands.shortcut(KeyCode.A);
        hands.click("#desktops-action-update_sids");
        submit();
    }

    private void power() {
        filter("status:off");
        hands.click("#desktops-table .table-row-cell");
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.click("#desktops-power");
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.ENTER);
        hands.find(".operation-submit");
    }

    private void jobs() {
        submit();
        window.place("jobs");
        hands.until("five operations are listed", () -> rows(".jobs-table") >= 5);
        hands.until("all of them ended", JOBS, () -> program.shell().openJobsProperty().get() == 0);
    }

    private void jobsAgain() {
        hands.press(KeyCode.ESCAPE);
        window.place("jobs");
    }

    private void dark() {
        window.theme(Theme.DARK);
    }

    private void keys() {
        window.language(Language.ENGLISH);
        hands.press(KeyCode.F1);
        hands.find("#keys-sheet");
    }

    private void overview() {
        window.theme(Theme.DARK);
        window.place("overview");
        hands.find("#overview-domain-domain-in");
    }

    private void overviewAgain() {
        window.theme(Theme.LIGHT);
        window.language(Language.ENGLISH);
    }

    private void activity() {
        window.place("activity");
        hands.until("every step of the operations is an entry", () -> rows("#activity-table") > 15);
        hands.click("#activity-table .table-row-cell");
        hands.find("#activity-title");
    }

    private void activityVerified() {
        hands.click("#activity-verify");
        hands.until(
                "the chain is proven",
                () -> window.node("#activity-band").getStyleClass().contains("good"));
    }

    /** Types what the label beside the field asks for: the number of desktops. */
    private void confirm() {
        Node field = hands.find(".operation-confirm");
        String label =
                Hands.onUi(() ->
                        ((Labeled) field.getParent().getChildrenUnmodifiable().getFirst())
                                .getText());
        hands.enter(".operation-confirm", label.replaceAll("\\D+", ""));
        hands.enter(".operation-reason", "CHG-1042");
        hands.find(".operation-submit");
    }

    private void submit() {
        hands.click(".operation-submit");
        hands.until(
                "the dialog closed after the intent was written",
                () -> hands.scene().getRoot().lookup(".operation-dialog") == null);
    }

    private void filter(String text) {
        hands.enter("#desktops-filter", text);
        hands.until("the filter left something", () -> !table().getItems().isEmpty());
        hands.settle();
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#desktops-table");
    }

    private ListView<?> images() {
        return (ListView<?>) window.node(".image-list");
    }

    /** Whether a text is somewhere in the window. */
    private boolean shows(String text) {
        return hands.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node ->
                        node instanceof Labeled label
                                && label.getText() != null
                                && label.getText().contains(text));
    }

    private int rows(String selector) {
        return ((TableView<?>) window.node(selector)).getItems().size();
    }

    private String textOf(String selector) {
        return window.node(selector) instanceof TextInputControl text ? text.getText() : "";
    }

    private int number(String selector) {
        String digits = ((Labeled) window.node(selector)).getText().toLowerCase(Locale.ROOT);
        String number = digits.replaceAll("\\D", "");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    /** A number that stopped changing; the sweep asks for a hundred desktops a second. */
    private static final class Steady {
        private static final long QUIET = Duration.ofSeconds(4).toNanos();
        private int last;
        private long since = System.nanoTime();

        boolean isSteady(int now) {
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            return last > 0 && System.nanoTime() - since > QUIET;
        }
    }
}
