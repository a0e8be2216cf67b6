package org.workspaceadmin.cloud;

import java.util.List;
import org.workspaceadmin.model.AdUser;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.OrganizationalUnit;
import org.workspaceadmin.model.WorkspaceUser;
import org.workspaceadmin.task.Work;

/** Lists to pick from: zones, users, OUs (api/workspace.md, api/network-and-images.md). */
public interface CatalogueCalls {
    /**
     * One page of the short desktop list; fills only what that list knows.
     *
     * @param query filters of {@code GET /desktops}
     * @param offset from 0
     * @param limit 1-1000
     */
    Work<DesktopPage> shortDesktops(DesktopQuery query, int offset, int limit);

    /** Availability zones. */
    Work<List<AvailabilityZone>> zones();

    /**
     * Users of the service, all pages.
     *
     * @param name part of the name, empty for all
     */
    Work<List<WorkspaceUser>> users(String name);

    /** OUs registered in Workspace, all pages. */
    Work<List<OrganizationalUnit>> ous();

    /** OUs the service reads from AD, all pages. */
    Work<List<OrganizationalUnit>> adOus();

    /**
     * Users of an AD OU, all pages.
     *
     * @param ouDn distinguished name
     */
    Work<List<AdUser>> adUsers(String ouDn);
}
