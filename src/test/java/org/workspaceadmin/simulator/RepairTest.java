package org.workspaceadmin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every status of the vendor's pages about rejoin, SIDs, user name and rebuild. */
class RepairTest extends SimulatorTestCase {
    private static final String REJOIN = "/v2/{p}/desktops/%s/rejoin-domain";

    private SimulatorClient.Reply rejoin(String id) {
        return post(REJOIN.formatted(id), null);
    }

    private JsonNode check(String id) {
        return post("/v2/{p}/desktops/batch-rejoin-domain/check", ids(List.of(id)))
                .json()
                .path("desktops")
                .path(0);
    }

    private SimulatorClient.Reply sids(List<String> ids) {
        return put("/v2/{p}/desktops/sids", ids(ids));
    }

    private SimulatorClient.Reply rebuild(
            List<String> ids, String type, String image, String more) {
        String list = ids(ids);
        return post(
                "/v2/{p}/desktops/rebuild",
                list.substring(0, list.length() - 1)
                        + ",\"image_type\":\""
                        + type
                        + "\",\"image_id\":\""
                        + image
                        + "\""
                        + more
                        + "}");
    }

    private String image(String query) {
        return get("/v2/{p}/images?" + query).json().path("images").path(0).path("id").asText();
    }

    @Test
    void theCheckTellsMembershipAndWhyADesktopCannotRejoin() {
        String in = plain(1).getFirst();
        assertThat(check(in).path("domain_status").asInt()).isEqualTo(1);
        assertThat(check(in).path("rejoin_able").asBoolean()).isFalse();
        assertThat(check(in).path("error_code").asText()).startsWith("WKS.");
        edit(in, "{\"domain\":\"out\"}");
        assertThat(check(in).path("domain_status").asInt()).isEqualTo(2);
        assertThat(check(in).path("rejoin_able").asBoolean()).isTrue();
        assertThat(check(in).has("error_code")).isFalse();
        edit(in, "{\"domain\":\"unknown\"}");
        assertThat(check(in).path("domain_status").asInt()).isEqualTo(3);
    }

    @Test
    void theCheckTakesAHundredAtMost() {
        List<String> ids = desktops(d -> true);
        String path = "/v2/{p}/desktops/batch-rejoin-domain/check";
        assertThat(post(path, ids(ids.subList(0, 100))).json().path("total_count").asInt())
                .isEqualTo(100);
        assertThat(post(path, ids(ids.subList(0, 101))).status()).isEqualTo(400);
        assertThat(post(path, "{\"desktop_ids\":[]}").status()).isEqualTo(400);
        assertThat(post(path, "{}").status()).isEqualTo(400);
        assertThat(post(path, "{\"desktop_ids\":[\"unknown\"]}").status()).isEqualTo(404);
    }

    @Test
    void rejoinIsAcceptedConflictsAndIsRefused() {
        String id = plain(1).getFirst();
        edit(id, "{\"domain\":\"out\"}");
        assertThat(rejoin(id).status()).isEqualTo(202);
        SimulatorClient.Reply busy = rejoin(id);
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.code()).isEqualTo("WKS.00010032");
        assertThat(rejoin("unknown").status()).isEqualTo(404);
        String linux = desktops(d -> d.path("os_type").asText().equals("Linux")).getFirst();
        String pooled =
                desktops(d ->
                                d.path("desktop_type").asText().equals("POOLED")
                                        && d.path("os_type").asText().equals("Windows"))
                        .getFirst();
        String off =
                desktops(d ->
                                d.path("status").asText().equals("SHUTOFF")
                                        && d.path("desktop_type").asText().equals("DEDICATED"))
                        .getFirst();
        for (String unfit : List.of(linux, pooled, off)) {
            assertThat(rejoin(unfit).status()).isEqualTo(412);
        }
    }

    @Test
    void aRejoinedDesktopIsRegisteredBeforeItsJobHasEnded() {
        String id = plain(1).getFirst();
        edit(id, "{\"domain\":\"out\"}");
        String job = rejoin(id).json().path("job_id").asText();
        assertThat(subJobs(job)).isEmpty();
        assertThat(parent(job)).isEqualTo("RUNNING");
        clock.advance(JOB * 0.13);
        assertThat(subJobs(job)).hasSize(1);
        boolean early = false;
        for (int i = 0;
                i < 100 && !subJobs(job).path(0).path("status").asText().equals("SUCCESS");
                i++) {
            early |=
                    truth(id).path("login_status").asText().equals("REGISTERED")
                            && truth(id).path("domain").asText().equals("out");
            clock.advance(0.1);
        }
        assertThat(early).isTrue();
        assertThat(check(id).path("domain_status").asInt()).isEqualTo(1);
        assertThat(parent(job)).isEqualTo("RUNNING");
        clock.advance(JOB * 0.1);
        assertThat(parent(job)).isEqualTo("COMPLETE");
    }

    @Test
    void aBatchMixesResultsAndItsParentDoesNotTellThem() {
        List<String> ids = plain(6);
        ids.forEach(id -> edit(id, "{\"domain\":\"out\"}"));
        edit(ids.get(2), "{\"outcome\":\"fail\"}");
        SimulatorClient.Reply reply = post("/v2/{p}/desktops/batch-rejoin-domain", ids(ids));
        assertThat(reply.status()).isEqualTo(200);
        String job = reply.json().path("job_id").asText();
        clock.advance(JOB * 0.2);
        assertThat(subJobs(job))
                .extracting(s -> s.path("status").asText())
                .contains("WAITING", "RUNNING");
        clock.advance(JOB);
        assertThat(subJobs(job))
                .hasSize(6)
                .filteredOn(s -> s.path("status").asText().equals("FAILED"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.path("entities").path("desktop_id").asText())
                            .isEqualTo(ids.get(2));
                    assertThat(s.path("error_code").asText()).startsWith("WKS.");
                    assertThat(s.path("fail_reason").asText()).isNotBlank();
                });
        assertThat(parent(job)).isIn("COMPLETE", "FAIL");
        assertThat(truth(ids.get(2)).path("domain").asText()).isEqualTo("out");
        edit(ids.get(2), "{\"outcome\":\"succeed\"}");
        SimulatorClient.Reply again =
                post("/v2/{p}/workspace-jobs/" + job + "/actions", "{\"op_type\":\"retry\"}");
        assertThat(again.status()).isEqualTo(200);
        clock.advance(JOB);
        String second = again.json().path("job_id").asText();
        assertThat(subJobs(second)).hasSize(1);
        assertThat(parent(second)).isEqualTo("COMPLETE");
        assertThat(truth(ids.get(2)).path("domain").asText()).isEqualTo("in");
    }

    @Test
    void whenAllFailTheParentSaysFail() {
        String id = plain(1).getFirst();
        edit(id, "{\"domain\":\"out\",\"outcome\":\"fail\"}");
        String job = rejoin(id).json().path("job_id").asText();
        clock.advance(JOB);
        assertThat(parent(job)).isEqualTo("FAIL");
        assertThat(subJobs(job).path(0).path("status").asText()).isEqualTo("FAILED");
    }

    @Test
    void someFirstTriesFailByChance() {
        List<String> out =
                desktops(d ->
                        d.path("status").asText().equals("ACTIVE")
                                && d.path("os_type").asText().equals("Windows")
                                && d.path("desktop_type").asText().equals("DEDICATED")
                                && !d.path("sid_differs").asBoolean());
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < Math.min(200, out.size()); i += 100) {
            List<String> part = out.subList(i, Math.min(out.size(), i + 100));
            String job =
                    post("/v2/{p}/desktops/batch-rejoin-domain", ids(part))
                            .json()
                            .path("job_id")
                            .asText();
            clock.advance(JOB);
            subJobs(job)
                    .forEach(s -> {
                        if (s.path("status").asText().equals("FAILED")) {
                            failed.add(s.path("error_code").asText());
                        }
                    });
        }
        assertThat(failed).hasSizeBetween(1, 25);
    }

    @Test
    void updatingSidsHasFourOutcomes() {
        List<String> two = plain(2);
        assertThat(sids(two.subList(0, 1)).status()).isEqualTo(204);
        two.forEach(id -> edit(id, "{\"sid_differs\":true,\"domain\":\"out\"}"));
        SimulatorClient.Reply single = sids(two.subList(0, 1));
        assertThat(single.status()).isEqualTo(200);
        assertThat(single.text()).isEmpty();
        assertThat(truth(two.getFirst()).path("domain").asText()).isEqualTo("in");
        edit(two.getFirst(), "{\"sid_differs\":true}");
        SimulatorClient.Reply several = sids(two);
        assertThat(several.status()).isEqualTo(202);
        clock.advance(JOB);
        assertThat(parent(several.json().path("job_id").asText())).isEqualTo("COMPLETE");
        assertThat(truth(two.get(1)).path("sid_differs").asBoolean()).isFalse();
        assertThat(sids(List.of(two.get(0), "unknown")).status()).isEqualTo(400);
        String linux = desktops(d -> d.path("os_type").asText().equals("Linux")).getFirst();
        assertThat(sids(List.of(linux)).status()).isEqualTo(412);
    }

    @Test
    void aDesktopWithAnotherSidRejoinsOnlyAfterItsSidIsUpdated() {
        String id = plain(1).getFirst();
        edit(id, "{\"sid_differs\":true,\"domain\":\"out\",\"outcome\":\"chance\"}");
        String job = rejoin(id).json().path("job_id").asText();
        clock.advance(JOB);
        assertThat(subJobs(job).path(0).path("fail_reason").asText()).contains("SID");
        assertThat(sids(List.of(id)).status()).isEqualTo(200);
        assertThat(check(id).path("domain_status").asInt()).isEqualTo(1);
    }

    @Test
    void anotherUserNameTakesOverEveryDesktopOfTheOldOne() {
        List<String> two = plain(2);
        two.forEach(id -> edit(id, "{\"user_name\":\"o.ldname\"}"));
        String body =
                "{\"old_username\":\"O.LDNAME\",\"new_username\":\"n.ewname\",\"is_reboot\":true}";
        assertThat(put("/v2/{p}/desktops/change-username", body).status()).isEqualTo(204);
        assertThat(truth(two.get(0)).path("user_name").asText()).isEqualTo("o.ldname");
        clock.advance(JOB * 0.25);
        for (String id : two) {
            assertThat(truth(id).path("user_name").asText()).isEqualTo("n.ewname");
            assertThat(truth(id).path("task_status").asText()).startsWith("reboot");
        }
        clock.advance(JOB);
        assertThat(truth(two.get(1)).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(put("/v2/{p}/desktops/change-username", body).status()).isEqualTo(400);
        for (String name : List.of("CORP\\\\a.lin", "a.lin@corp.example.com", "")) {
            String bad = "{\"old_username\":\"" + name + "\",\"new_username\":\"x\"}";
            assertThat(put("/v2/{p}/desktops/change-username", bad).status()).isEqualTo(400);
        }
    }

    @Test
    void aRebuiltDesktopIsDownAndThenHasTheNewImage() {
        String id = plain(1).getFirst();
        String image = image("image_type=private&os_type=Windows&sort_type=desc");
        SimulatorClient.Reply reply = rebuild(List.of(id), "private", image, ",\"delay_time\":2");
        String job = reply.json().path("job_id").asText();
        clock.advance(JOB * 0.4);
        assertThat(subJobs(job).path(0).path("status").asText()).isEqualTo("WAITING");
        assertThat(truth(id).path("status").asText()).isEqualTo("ACTIVE");
        clock.advance(JOB * 0.4);
        assertThat(truth(id).path("task_status").asText()).startsWith("rebuild");
        assertThat(truth(id).path("process").asInt()).isBetween(1, 99);
        assertThat(truth(id).path("status").asText()).isEqualTo("SHUTOFF");
        assertThat(rebuild(List.of(id), "private", image, "").status()).isEqualTo(409);
        clock.advance(JOB);
        assertThat(truth(id).path("image_id").asText()).isEqualTo(image);
        assertThat(truth(id).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void rebuildRefusesWithin200() {
        String id = plain(1).getFirst();
        String windows = image("image_type=private&os_type=Windows");
        String linux = image("image_type=private&os_type=Linux");
        String market =
                get("/v2/cloudimages?__imagetype=market")
                        .json()
                        .path("images")
                        .path(0)
                        .path("id")
                        .asText();
        for (SimulatorClient.Reply reply :
                List.of(
                        rebuild(List.of(id), "private", "none", ""),
                        rebuild(List.of(id), "gold", windows, ""),
                        rebuild(List.of(id), "private", linux, ""),
                        rebuild(List.of(id), "private", windows, ",\"os_type\":\"Linux\""))) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.code()).startsWith("WKS.");
            assertThat(reply.json().has("job_id")).isFalse();
        }
        edit(id, "{\"order_id\":\"CS1\"}");
        assertThat(rebuild(List.of(id), "market", market, "").code()).isEqualTo("WKS.00010506");
        assertThat(
                        rebuild(List.of(id), "market", market, ",\"order_id\":\"CS2\"")
                                .json()
                                .has("job_id"))
                .isTrue();
    }

    @Test
    void rebuildKeepsItsLimits() {
        String id = plain(1).getFirst();
        String image = image("image_type=private&os_type=Windows");
        String tooLong = ",\"message\":\"" + "m".repeat(401) + "\"";
        assertThat(rebuild(List.of(id), "private", image, tooLong).status()).isEqualTo(400);
        assertThat(rebuild(List.of(id), "own", image, "").status()).isEqualTo(400);
        assertThat(rebuild(List.of(id), "private", image, ",\"delay_time\":-1").status())
                .isEqualTo(400);
        assertThat(rebuild(desktops(d -> true).subList(0, 101), "private", image, "").status())
                .isEqualTo(400);
        assertThat(rebuild(List.of("unknown"), "private", image, "").status()).isEqualTo(404);
    }

    @Test
    void goneImagesAreNotNamed() {
        List<String> gone = desktops(d -> !d.path("image_exists").asBoolean());
        String there = plain(1).getFirst();
        String image = image("image_type=private&os_type=Windows");
        edit(there, "{\"image_id\":\"" + image + "\"}");
        JsonNode infos =
                post("/v2/{p}/desktops/check-images", ids(List.of(gone.getFirst(), there)))
                        .json()
                        .path("image_infos");
        assertThat(infos)
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.path("desktop_id").asText()).isEqualTo(there);
                    assertThat(i.path("image_id").asText()).isEqualTo(image);
                });
    }

    @Test
    void powerActionsFailInPart() {
        List<String> two = plain(2);
        edit(two.get(1), "{\"status\":\"SHUTOFF\"}");
        String body = ids(two).replace("}", ",\"op_type\":\"os-stop\"}");
        JsonNode failed =
                post("/v2/{p}/desktops/action", body).json().path("failed_operation_list");
        assertThat(failed)
                .singleElement()
                .satisfies(f -> assertThat(f.path("desktop_id").asText()).isEqualTo(two.get(1)));
        clock.advance(JOB);
        assertThat(truth(two.get(0)).path("status").asText()).isEqualTo("SHUTOFF");
        assertThat(
                        post(
                                        "/v2/{p}/desktops/action",
                                        ids(two).replace("}", ",\"op_type\":\"os-start\"}"))
                                .json()
                                .path("failed_operation_list"))
                .isEmpty();
        assertThat(truth(two.get(0)).path("task_status").asText()).isEqualTo("powering-on");
        clock.advance(JOB);
        assertThat(truth(two.get(0)).path("status").asText()).isEqualTo("ACTIVE");
        String hard = ids(two).replace("}", ",\"op_type\":\"reboot\",\"type\":\"HARD\"}");
        assertThat(post("/v2/{p}/desktops/action", hard).status()).isEqualTo(200);
        assertThat(truth(two.get(0)).path("task_status").asText()).endsWith("_hard");
        assertThat(
                        post(
                                        "/v2/{p}/desktops/action",
                                        ids(two).replace("}", ",\"op_type\":\"explode\"}"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void sessionsEndMessagesGoAndNamesChange() {
        String id = plain(1).getFirst();
        edit(id, "{\"login_status\":\"CONNECTED\"}");
        assertThat(post("/v2/{p}/desktops/logoff", ids(List.of(id))).status()).isEqualTo(200);
        clock.advance(JOB);
        assertThat(truth(id).path("login_status").asText()).isEqualTo("REGISTERED");
        String message = ids(List.of(id)).replace("}", ",\"notifications\":\"保存工作\"}");
        String job = post("/v2/{p}/desktops/notifications", message).json().path("job_id").asText();
        clock.advance(JOB);
        assertThat(subJobs(job)).isEmpty();
        assertThat(parent(job)).isEqualTo("SUCCESS");
        assertThat(
                        put(
                                        "/v2/{p}/desktops/maintenance-mode",
                                        ids(List.of(id))
                                                .replace("}", ",\"in_maintenance_mode\":true}"))
                                .status())
                .isEqualTo(204);
        assertThat(truth(id).path("in_maintenance_mode").asBoolean()).isTrue();
        String rename = "{\"desktop\":{\"computer_name\":\"%s\"}}";
        assertThat(put("/v2/{p}/desktops/" + id, rename.formatted("PC-桌面01")).status())
                .isEqualTo(200);
        assertThat(truth(id).path("computer_name").asText()).isEqualTo("PC-桌面01");
        clock.advance(JOB);
        for (String bad : List.of("-x", "x-", "sixteen-letters-", "桌面桌面桌面桌面", "a b")) {
            assertThat(put("/v2/{p}/desktops/" + id, rename.formatted(bad)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void finishedSubJobsCanBeCleared() {
        List<String> two = plain(2);
        two.forEach(id -> edit(id, "{\"domain\":\"out\"}"));
        String job =
                post("/v2/{p}/desktops/batch-rejoin-domain", ids(two))
                        .json()
                        .path("job_id")
                        .asText();
        assertThat(
                        get("/v2/{p}/workspace-sub-jobs?job_type=desktopRejoinDomain&status=RUNNING")
                                .status())
                .isEqualTo(200);
        clock.advance(JOB);
        assertThat(
                        get("/v2/{p}/workspace-sub-jobs?job_type=desktopRejoinDomain&status=SUCCESS&limit=1")
                                .json()
                                .path("jobs"))
                .hasSize(1);
        assertThat(get("/v2/{p}/workspace-sub-jobs?status=DONE").status()).isEqualTo(400);
        assertThat(get("/v2/{p}/workspace-sub-jobs?limit=1001").status()).isEqualTo(400);
        post("/v2/{p}/workspace-sub-jobs/batch-delete", "{\"delete_by_status\":\"SUCCESS\"}");
        assertThat(subJobs(job)).isEmpty();
        assertThat(get("/v2/{p}/workspace-jobs/unknown").status()).isEqualTo(404);
    }
}
