package org.workspaceadmin.cloud;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Work;

/**
 * The asynchronous API service of one connection. Every method returns at once; the returned {@link
 * Work} ends with the value or with a {@link org.workspaceadmin.model.ProblemException}, and
 * cancelling it closes the HTTP exchange. Reads are retried within the connection's budget
 * (api/errors.md section 7), writes never.
 */
public interface WorkspaceService extends AutoCloseable {
    /**
     * One page of {@code GET /v2/{project_id}/desktops/detail}.
     *
     * @param query filters and order
     * @param offset from 0
     * @param limit 1-500
     */
    Work<DesktopPage> desktops(DesktopQuery query, int offset, int limit);

    /**
     * The whole detail list, pages fetched side by side within the request budget; the first page
     * is small and handed over as soon as it is there.
     *
     * @param query filters and order
     * @param onPage receives each page on a background thread, in order of arrival
     * @return every desktop once
     */
    Work<FleetListing> allDesktops(DesktopQuery query, Consumer<DesktopPage> onPage);

    /** One desktop with everything the service knows of it; 404 becomes NOT_FOUND. */
    Work<DesktopDetails> desktop(String desktopId);

    /**
     * Domain membership (api/desktops.md section 4); NOT_OFFERED where the region lacks the check.
     *
     * @param desktopIds 1-100 ids
     */
    Work<List<DomainCheck>> checkDomain(Collection<String> desktopIds);

    /**
     * The desktops' current images that still exist.
     *
     * @param desktopIds 1-500 ids
     */
    Work<List<CurrentImage>> checkImages(Collection<String> desktopIds);

    /**
     * All images of a type: {@code gold} and {@code private} from Workspace, {@code market} from
     * the image service with Workspace's details added.
     *
     * @param imageType one of the three
     */
    Work<List<Image>> images(String imageType);

    /** A parent job, by the query of the connection's generation where only that one knows it. */
    Work<Job> job(String jobId);

    /** A v1.0 job (api/jobs.md section 1). */
    Work<Job> jobV1(String jobId);

    /** One page of sub-jobs. */
    Work<SubJobPage> subJobs(SubJobQuery query);

    /** The service of the project; CLOSED when there is none. */
    Work<ServiceDetails> service();

    /** Whether the service is locked. */
    Work<LockStatus> lockStatus();

    /**
     * Sends one write, once.
     *
     * @param request from {@link #writes()}, sent byte for byte
     * @return taken, refused or unanswered; this work does not fail for anything that happened on
     *     the wire
     */
    Work<WriteAnswer> send(WriteRequest request);

    /**
     * The service's clock minus this computer's, as last measured; answers at once.
     *
     * @return null when it was not measured
     */
    default @Nullable Duration clockOffset() {
        return null;
    }

    /** Builds the writes of this connection's project; pure, sends nothing. */
    Writes writes();

    /** Closes idle connections and ends every exchange that still runs. */
    @Override
    void close();
}
