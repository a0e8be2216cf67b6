package org.workspaceadmin.ui.operation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Texts;

/** Opens the operation dialogs of one connection in the window's overlay. */
public final class DialogLayer implements OperationDialogs {
    private final DialogContext context;
    private final Overlay overlay;
    private final Consumer<String> onSubmitted;
    private Consumer<String> onShowJob = id -> {};
    private @Nullable OperationDialog open;

    /**
     * Dialogs of a connection.
     *
     * @param context what they work with
     * @param overlay where they are shown
     * @param onSubmitted hears of every new operation's id, on the UI thread
     */
    public DialogLayer(DialogContext context, Overlay overlay, Consumer<String> onSubmitted) {
        this.context = context;
        this.overlay = overlay;
        this.onSubmitted = onSubmitted;
    }

    @Override
    public void rejoin(List<Desktop> desktops) {
        RejoinViewModel model = new RejoinViewModel(context, desktops);
        open(
                model,
                context.directory() == null ? new NoFields() : new RejoinForm(model, context.ui()));
    }

    @Override
    public void updateSids(List<Desktop> desktops) {
        open(new UpdateSidsViewModel(context, desktops), new NoFields());
    }

    @Override
    public void changeUserName(@Nullable Desktop desktop) {
        change(new ChangeUserNameViewModel(context, desktop));
    }

    @Override
    public void rebuild(List<Desktop> desktops) {
        rebuild(new RebuildViewModel(context, desktops));
    }

    @Override
    public void power(List<Desktop> desktops, PowerAction action) {
        power(new PowerViewModel(context, desktops, action));
    }

    @Override
    public void retry(Draft draft) {
        switch (draft) {
            case Draft.Rejoin rejoin -> rejoin(rejoin.desktops());
            case Draft.UpdateSids sids -> updateSids(sids.desktops());
            case Draft.Rebuild rebuild ->
                    rebuild(new RebuildViewModel(context, rebuild.desktops(), rebuild.order()));
            case Draft.Power power -> {
                PowerViewModel model =
                        new PowerViewModel(context, power.desktops(), power.action());
                model.hardProperty().set(power.hard());
                power(model);
            }
            case Draft.OfService ignored -> {
                // Set-up has screens of its own.
            }
            case Draft.LogOff logOff ->
                    message(MessageViewModel.logOff(context, logOff.desktops(), logOff.message()));
            case Draft.Notify notify ->
                    message(
                            MessageViewModel.notification(
                                    context, notify.desktops(), notify.message()));
            case Draft.Maintenance mode -> maintenance(mode.desktops(), mode.on());
            case Draft.Rename rename -> rename(rename);
            case Draft.ChangeUserNames names -> {
                NameListViewModel model = NameListViewModel.users(context);
                model.source().textProperty().set(NameListTexts.of(names));
                names(model);
            }
            case Draft.ChangeUserName name ->
                    change(new ChangeUserNameViewModel(context, name.change()));
        }
    }

    @Override
    public void logOff(List<Desktop> desktops) {
        message(MessageViewModel.logOff(context, desktops, ""));
    }

    @Override
    public void sendMessage(List<Desktop> desktops) {
        message(MessageViewModel.notification(context, desktops, ""));
    }

    @Override
    public void maintenance(List<Desktop> desktops, boolean on) {
        open(new MaintenanceViewModel(context, desktops, on), new NoFields());
    }

    @Override
    public void rename(List<Desktop> desktops) {
        rename(
                new Draft.Rename(
                        desktops.stream().map(d -> new Draft.NewName(d, d.name())).toList()));
    }

    @Override
    public void changeUserNames() {
        names(NameListViewModel.users(context));
    }

    @Override
    public void chooseFromList(Consumer<List<Desktop>> chosen) {
        close();
        FromListViewModel model = new FromListViewModel(context.fleet(), context.ui());
        FromListDialog dialog = new FromListDialog(model, context.ui(), overlay::close, chosen);
        dialog.start();
        overlay.open(dialog, dialog.first(), overlay::close, dialog::stop);
    }

    /** One desktop has a field, several are a list of which the new names are to be edited. */
    private void rename(Draft.Rename rename) {
        if (rename.names().size() == 1) {
            Draft.NewName only = rename.names().getFirst();
            RenameViewModel model = new RenameViewModel(context, only.desktop(), only.name());
            open(model, new RenameForm(model, texts()));
            return;
        }
        NameListViewModel model = NameListViewModel.renames(context);
        model.source().textProperty().set(NameListTexts.of(rename));
        names(model);
    }

    private void names(NameListViewModel model) {
        open(model, new NameListForm(model, context.ui()));
    }

    private void message(MessageViewModel model) {
        open(model, new MessageForm(model, texts()));
    }

    /** Closes the open dialog, if one is. */
    public void close() {
        if (open != null) {
            overlay.close();
        }
    }

    private void change(ChangeUserNameViewModel model) {
        open(model, new ChangeUserNameForm(model, texts()));
    }

    private void rebuild(RebuildViewModel model) {
        open(model, new RebuildForm(model, context.ui()));
    }

    private void power(PowerViewModel model) {
        open(model, new PowerForm(model, texts()));
    }

    /**
     * Who shows a job, when the operator wants to see the one a desktop is in.
     *
     * @param listener takes an operation's id, on the UI thread
     */
    public void onShowJob(Consumer<String> listener) {
        onShowJob = listener;
    }

    private void open(OperationViewModel model, Form form) {
        close();
        model.onShowJob(id -> {
            close();
            onShowJob.accept(id);
        });
        OperationDialog dialog = new OperationDialog(model, form, context.ui(), this::close);
        model.onSubmitted(id -> {
            close();
            onSubmitted.accept(id);
        });
        open = dialog;
        dialog.start();
        overlay.open(dialog, dialog.first(), dialog::escape, () -> closed(dialog));
    }

    /** The window closed it, or we did: it waits for nothing any more. */
    private void closed(OperationDialog dialog) {
        dialog.stop();
        if (dialog.equals(open)) {
            open = null;
        }
    }

    private Texts texts() {
        return context.ui().texts();
    }
}
