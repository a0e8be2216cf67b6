package org.workspaceadmin.crash;

import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;

/** What the program is doing when it is killed. */
enum Errand {
    REJOIN("rejoin-domain$"),
    REBUILD("/desktops/rebuild$"),
    UPDATE_SIDS("/desktops/sids$"),
    STOP("/desktops/action$"),
    CHANGE_USER_NAME("/change-username$");

    /** The path of its request, as a regular expression. */
    final String path;

    Errand(String path) {
        this.path = path;
    }

    /** Whether a job carries it and its records can be searched. */
    boolean hasJob() {
        return this == REJOIN || this == REBUILD;
    }

    /**
     * The draft.
     *
     * @param desktops its desktops
     * @param word the image of a rebuild, the old user name of a change
     */
    Draft draft(List<Desktop> desktops, String word) {
        return switch (this) {
            case REJOIN -> new Draft.Rejoin(desktops);
            case UPDATE_SIDS -> new Draft.UpdateSids(desktops);
            case STOP -> new Draft.Power(desktops, Draft.PowerAction.STOP, false);
            case REBUILD ->
                    new Draft.Rebuild(
                            desktops, new RebuildOrder("gold", word, "", "", 0, "", "", ""));
            case CHANGE_USER_NAME ->
                    new Draft.ChangeUserName(
                            new UserNameChange(word, "", word + "-new", "", false), desktops);
        };
    }
}
