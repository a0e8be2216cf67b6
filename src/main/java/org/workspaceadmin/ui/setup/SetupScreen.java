package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Texts;

/**
 * Set-up: the wizard while there is no service, its progress while one opens, and the service's
 * state when there is one. v1.0 cannot tell its state, so there the last application stands beside
 * the offer.
 */
public final class SetupScreen implements Screen {
    private final StackPane root = new StackPane();
    private final SetupContext context;
    private final ServiceViewModel service;
    private final ProgressViewModel progress;
    private final ServicePane servicePane;
    private @Nullable WizardViewModel wizard;
    private @Nullable WizardView wizardView;
    private @Nullable CheckDirectoryView checking;
    private boolean inWizard;

    /**
     * A screen that reads nothing before it is shown.
     *
     * @param context what it works with
     */
    public SetupScreen(SetupContext context) {
        this.context = context;
        service = new ServiceViewModel(context);
        progress = new ProgressViewModel(context);
        servicePane = new ServicePane(context, service, this::openCheck);
        root.setId("setup-screen");
        root.getStyleClass().add("setup-screen");
        service.serviceProperty().subscribe(details -> choose());
        service.stateProperty().subscribe(state -> choose());
        progress.operationProperty().subscribe(operation -> choose());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        service.refresh();
        choose();
    }

    @Override
    public void hidden() {
        service.stop();
        WizardViewModel open = wizard;
        if (open != null) {
            open.stop();
        }
        CheckDirectoryView check = checking;
        if (check != null) {
            check.model().stop();
        }
    }

    @Override
    public void refresh() {
        service.refresh();
    }

    @Override
    public void close() {
        hidden();
        CheckDirectoryView check = checking;
        if (check != null) {
            check.close();
        }
        service.close();
        progress.close();
    }

    /** The wizard that is open, null when none is. */
    @Nullable WizardViewModel wizard() {
        return wizard;
    }

    /** What fits the state; a wizard that is open stays open. */
    private void choose() {
        if (inWizard || checking != null) {
            return;
        }
        OperationState applied = progress.operationProperty().get();
        if (applied != null && applied.open()) {
            openWizard(SetupStep.PROGRESS);
            return;
        }
        ServiceDetails known = service.serviceProperty().get();
        if (known != null && !service.canApply()) {
            root.getChildren().setAll(servicePane);
        } else if (service.canApply()) {
            root.getChildren().setAll(offer(applied));
        } else {
            root.getChildren().setAll(servicePane);
        }
    }

    private Node offer(@Nullable OperationState applied) {
        Texts texts = context.ui().texts();
        Button begin = new Button();
        begin.setId("setup-begin");
        begin.getStyleClass().add("accent");
        begin.textProperty().bind(texts.text("setup.offer.begin"));
        begin.setOnAction(e -> openWizard(SetupStep.KIND));
        boolean told = service.stateProperty().get() != ServiceViewModel.State.NOT_TOLD;
        String key = told ? "setup.offer" : "setup.offer.V1";
        if (applied == null) {
            return new EmptyState(
                    Icons.SETTINGS,
                    texts.text(key + ".title"),
                    texts.text(key + ".text"),
                    begin,
                    check());
        }
        begin.getStyleClass().remove("accent");
        begin.textProperty().bind(texts.text("setup.offer.again"));
        Button last = new Button();
        last.setId("setup-last");
        last.getStyleClass().add("accent");
        last.textProperty().bind(texts.text("setup.offer.last"));
        last.setOnAction(e -> openWizard(SetupStep.PROGRESS));
        return new EmptyState(
                Icons.SETTINGS,
                texts.text(key + ".title"),
                texts.text(key + ".text"),
                last,
                begin,
                check());
    }

    private Button check() {
        Button check = new Button();
        check.setId("setup-check-directory");
        check.textProperty().bind(context.ui().texts().text("setup.directory.later.open"));
        check.setOnAction(e -> openCheck());
        return check;
    }

    /** The directory can be looked at whether there is a service or not. */
    private void openCheck() {
        ServiceDetails known = service.serviceProperty().get();
        boolean told = known != null && !service.canApply() && ServicePane.hasDirectory(known);
        CheckDirectoryView view =
                new CheckDirectoryView(context, told ? known.domain() : null, this::closeCheck);
        checking = view;
        root.getChildren().setAll(view);
    }

    private void closeCheck() {
        CheckDirectoryView open = checking;
        if (open != null) {
            open.close();
        }
        checking = null;
        choose();
    }

    private void openWizard(SetupStep at) {
        WizardViewModel open = wizard;
        if (open == null) {
            open = new WizardViewModel(context);
            wizard = open;
        }
        if (wizardView == null) {
            wizardView = new WizardView(context, open, progress, this::finished);
        }
        inWizard = true;
        root.getChildren().setAll(wizardView);
        open.go(at);
    }

    private void finished() {
        WizardViewModel done = wizard;
        if (done != null) {
            done.done();
            done.stop();
        }
        wizard = null;
        wizardView = null;
        inWizard = false;
        service.refresh();
        choose();
    }
}
