package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;

/** The reading calls about desktops and jobs; they block. */
final class HttpDesktops {
    private final Exchanges exchanges;
    private final DesktopReader reader = new DesktopReader();

    /** Asks over a connection. */
    HttpDesktops(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    DesktopPage detailPage(DesktopQuery query, int offset, int limit) throws InterruptedException {
        return page("/v2/{project_id}/desktops/detail", query, offset, within(limit, 500));
    }

    DesktopPage shortPage(DesktopQuery query, int offset, int limit) throws InterruptedException {
        return page("/v2/{project_id}/desktops", query, offset, within(limit, 1000));
    }

    /** The smallest read that shows that sign-in, project and address go together. */
    static Call proof(CloudSettings settings) {
        return Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/desktops/detail")
                .query("offset", 0)
                .query("limit", 1)
                .of(settings);
    }

    private DesktopPage page(String template, DesktopQuery query, int offset, int limit)
            throws InterruptedException {
        Call.Builder builder =
                Call.get(CloudHost.WORKSPACE, template)
                        .query("offset", offset)
                        .query("limit", limit);
        query.parameters().forEach(builder::queryAll);
        Call call = builder.of(exchanges.settings());
        Reply reply = exchanges.reply(call);
        return reader.page(call.name(), reply, offset, exchanges.now());
    }

    DesktopDetails desktop(String desktopId) throws InterruptedException {
        Call call =
                Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/desktops/{desktop_id}")
                        .path("desktop_id", desktopId)
                        .of(exchanges.settings());
        Reply reply = exchanges.reply(call);
        JsonNode json = Exchanges.checked(call, reply, exchanges.now());
        if (!DesktopReader.hasDesktop(json)) {
            throw new ProblemException(ErrorReader.unreadable(call.name(), reply, exchanges.now()));
        }
        return reader.details(json);
    }

    List<DomainCheck> checkDomain(Collection<String> desktopIds) throws InterruptedException {
        JsonNode json =
                exchanges.ask(
                        Call.ask(
                                        CloudHost.WORKSPACE,
                                        "/v2/{project_id}/desktops/batch-rejoin-domain/check",
                                        ids(desktopIds, 100))
                                .of(exchanges.settings()));
        Instant at = exchanges.now();
        return Json.list(json, "desktops", d -> DesktopReader.domainCheck(d, at));
    }

    List<CurrentImage> checkImages(Collection<String> desktopIds) throws InterruptedException {
        JsonNode json =
                exchanges.ask(
                        Call.ask(
                                        CloudHost.WORKSPACE,
                                        "/v2/{project_id}/desktops/check-images",
                                        ids(desktopIds, 500))
                                .of(exchanges.settings()));
        return Json.list(json, "image_infos", CatalogueReader::currentImage);
    }

    /** A connection of the first generation has jobs of both: repairs are v2 calls everywhere. */
    Job job(String jobId) throws InterruptedException {
        try {
            return job("/v2/{project_id}/workspace-jobs/{job_id}", jobId);
        } catch (ProblemException e) {
            Kind kind = e.problem().kind();
            boolean elsewhere = kind == Kind.NOT_FOUND || kind == Kind.NOT_OFFERED;
            if (exchanges.settings().generation() == Generation.V1 && elsewhere) {
                return jobV1(jobId);
            }
            throw e;
        }
    }

    Job jobV1(String jobId) throws InterruptedException {
        return job("/v1.0/{project_id}/workspace-jobs/{job_id}", jobId);
    }

    private Job job(String template, String jobId) throws InterruptedException {
        Call call =
                Call.get(CloudHost.WORKSPACE, template)
                        .path("job_id", jobId)
                        .jobAnswer()
                        .of(exchanges.settings());
        Reply reply = exchanges.reply(call);
        Job job = JobReader.job(Exchanges.checked(call, reply, exchanges.now()));
        if (job.id().isEmpty() && job.stateWord().isEmpty()) {
            throw new ProblemException(ErrorReader.unreadable(call.name(), reply, exchanges.now()));
        }
        return job;
    }

    SubJobPage subJobs(SubJobQuery query) throws InterruptedException {
        JsonNode json =
                exchanges.ask(
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/workspace-sub-jobs")
                                .queryIfPresent("job_id", query.jobId())
                                .queryIfPresent("job_type", query.jobType())
                                .queryIfPresent("status", query.status())
                                .query("limit", query.limit())
                                .query("offset", query.offset())
                                .of(exchanges.settings()));
        return JobReader.subJobs(json);
    }

    private static String ids(Collection<String> desktopIds, int most) {
        if (desktopIds.isEmpty() || desktopIds.size() > most) {
            throw new IllegalArgumentException("1-" + most + " desktops: " + desktopIds.size());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("desktop_ids");
        desktopIds.forEach(array::add);
        return body.toString();
    }

    private static int within(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit 1-" + most + ": " + limit);
        }
        return limit;
    }
}
