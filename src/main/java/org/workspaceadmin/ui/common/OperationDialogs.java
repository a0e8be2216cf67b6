package org.workspaceadmin.ui.common;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Draft;

/**
 * Opens the dialogs that plan, explain and submit operations. Screens that show desktops call it;
 * they never submit anything themselves. Called on the UI thread; returns when the dialog is open,
 * not when it is closed.
 */
public interface OperationDialogs {
    /**
     * Rejoin desktops to the AD domain.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     */
    void rejoin(List<Desktop> desktops);

    /**
     * Make the desktops' SIDs equal to those in AD.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     */
    void updateSids(List<Desktop> desktops);

    /**
     * Hand all desktops of one user name to another.
     *
     * @param desktop the desktop whose user name is offered as the old name, null to begin with
     *     empty fields
     */
    void changeUserName(@Nullable Desktop desktop);

    /**
     * Rebuild system disks from an image.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     */
    void rebuild(List<Desktop> desktops);

    /**
     * Start, stop, restart or hibernate desktops.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     * @param action what to do
     */
    void power(List<Desktop> desktops, Draft.PowerAction action);

    /**
     * Log users off, with a message.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     */
    default void logOff(List<Desktop> desktops) {}

    /**
     * Show users a message.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     */
    default void sendMessage(List<Desktop> desktops) {}

    /**
     * Begin or end maintenance.
     *
     * @param desktops the chosen ones, also those the operation will leave out; not empty
     * @param on whether to begin
     */
    default void maintenance(List<Desktop> desktops, boolean on) {}

    /**
     * Rename one desktop by a form, or many by a list of old and new names.
     *
     * @param desktops the chosen ones; none or several open the list
     */
    default void rename(List<Desktop> desktops) {}

    /** Hand the desktops of many users on, from a list of old and new names. */
    default void changeUserNames() {}

    /**
     * Choose desktops by a list of names, ids, addresses or users.
     *
     * @param chosen receives the desktops the list means, when the operator takes them
     */
    default void chooseFromList(Consumer<List<Desktop>> chosen) {}

    /**
     * Ask again for what failed: the dialog of the draft's kind, filled in as it was.
     *
     * @param draft what to ask for, usually of the failed targets of an operation
     */
    default void retry(Draft draft) {
        switch (draft) {
            case Draft.Rejoin rejoin -> rejoin(rejoin.desktops());
            case Draft.UpdateSids sids -> updateSids(sids.desktops());
            case Draft.Rebuild rebuild -> rebuild(rebuild.desktops());
            case Draft.Power power -> power(power.desktops(), power.action());
            case Draft.OfService ignored -> {
                // The engine offers retries of desktops only; Set-up begins again at the top.
            }
            case Draft.LogOff logOff -> logOff(logOff.desktops());
            case Draft.Notify notify -> sendMessage(notify.desktops());
            case Draft.Maintenance mode -> maintenance(mode.desktops(), mode.on());
            case Draft.Rename rename -> rename(rename.desktops());
            case Draft.ChangeUserNames ignored -> changeUserNames();
            case Draft.ChangeUserName name ->
                    changeUserName(name.desktops().isEmpty() ? null : name.desktops().getFirst());
        }
    }
}
