package org.workspaceadmin.contract;

import static org.workspaceadmin.contract.SeedCase.fails;
import static org.workspaceadmin.contract.SeedCase.succeeds;
import static org.workspaceadmin.contract.SeedCase.unknown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Desktops;
import org.workspaceadmin.operation.Draft;

/**
 * Every status on the vendor's pages Rejoin, SIDs, Change user name and Rebuild, from the wire to
 * what the operator reads. Where the simulated service has a state that leads to the status, that
 * state is made; else the answer is put in its place.
 */
class SeedStatusTest {
    private static final String BUSY = "{\"task_status\":\"rebooting\"}";
    private static final String OFF = "{\"status\":\"SHUTOFF\"}";
    private static final String OTHER_SID = "{\"sid_differs\":true}";

    private static SeedBench seeds;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        seeds = new SeedBench(folder);
    }

    @AfterAll
    static void stop() {
        seeds.close();
    }

    private static List<Desktop> gone() {
        return List.of(Desktops.windows("00000000-0000-4000-8000-000000000000"));
    }

    // ---- rejoin ---------------------------------------------------------------------------

    private static final String REJOIN = "/rejoin-domain";

    static Stream<SeedCase> rejoin() {
        return Stream.of(
                succeeds("202 task created", 202, b -> rejoin(b, b.fresh(1)))
                        .reads("Rejoin", "to the domain")
                        .inChinese("域"),
                fails("404 desktop not found", 404, b -> rejoin(b, gone()))
                        .reads("does not exist any more", "Refresh the list")
                        .inChinese("已不存在", "刷新列表"),
                fails("409 conflict", 409, b -> b.submitAndLeave(new Draft.Rejoin(b.changed(BUSY))))
                        .reads("present state forbids", "wait until the running task ends")
                        .inChinese("当前状态不允许此操作", "任务结束后重试"),
                fails("412 cannot rejoin", 412, b -> rejoin(b, b.changed(OFF)))
                        .reads("cannot rejoin the domain", "Nothing was changed", "is not running")
                        .inChinese("无法重新加域", "没有发生任何变更", "is not running"),
                fails(
                                "default, told by the service",
                                500,
                                b -> {
                                    b.answer(REJOIN, 500, "WKS.00990001");
                                    return rejoin(b, b.fresh(1));
                                })
                        .reads("internal failure", "counts as not carried out", "service's words")
                        .inChinese("服务内部出错", "视为未执行", "service's words"),
                unknown(
                                "default, told in the service's place",
                                503,
                                b -> {
                                    b.answer(REJOIN, 503, "APIGW.0201");
                                    return rejoin(b, b.fresh(1));
                                })
                        .reads("not available at the moment", "may or may not have been")
                        .inChinese("服务暂时不可用", "可能已执行，也可能没有"));
    }

    private static String rejoin(SeedBench b, List<Desktop> desktops) {
        return b.submit(new Draft.Rejoin(desktops));
    }

    @ParameterizedTest
    @MethodSource("rejoin")
    void rejoiningTellsWhatItsStatusMeans(SeedCase each) {
        each.check(seeds, REJOIN);
    }

    // ---- SIDs -----------------------------------------------------------------------------

    private static final String SIDS = "/desktops/sids";

    static Stream<SeedCase> sids() {
        return Stream.of(
                succeeds("200 updated", 200, b -> sids(b, b.changed(OTHER_SID)))
                        .reads("The SID was updated")
                        .inChinese("SID 已更新"),
                succeeds(
                                "202 task created",
                                202,
                                b -> {
                                    List<Desktop> two = b.fresh(2);
                                    two.forEach(d -> b.bench.edit(d, OTHER_SID));
                                    return sids(b, two);
                                })
                        .reads("Update the SIDs of 2 desktops")
                        .inChinese("2", "SID"),
                succeeds("204 not changed", 204, b -> sids(b, b.fresh(1)))
                        .reads("equal already", "out of the domain")
                        .inChinese("本来就一致", "不在域中"),
                fails("400 desktop not found", 400, b -> sids(b, gone()))
                        .reads("was not found", "does not exist any more", "Refresh the list")
                        .inChinese("有桌面未找到", "已不存在", "刷新列表"),
                fails("412 cannot be updated", 412, b -> sids(b, b.changed(OFF)))
                        .reads("The SID cannot be updated", "none of them", "is not running")
                        .inChinese("无法更新 SID", "is not running"),
                fails(
                                "default, told by the service",
                                500,
                                b -> {
                                    b.answer(SIDS, 500, "WKS.00990001");
                                    return sids(b, b.fresh(1));
                                })
                        .reads("internal failure", "counts as not carried out")
                        .inChinese("服务内部出错", "视为未执行"),
                unknown(
                                "default, told in the service's place",
                                503,
                                b -> {
                                    b.answer(SIDS, 503, "APIGW.0201");
                                    return sids(b, b.fresh(1));
                                })
                        .reads("not available at the moment", "Whether it was carried out")
                        .inChinese("服务暂时不可用", "不清楚是否已执行"));
    }

    private static String sids(SeedBench b, List<Desktop> desktops) {
        return b.submit(new Draft.UpdateSids(desktops));
    }

    @ParameterizedTest
    @MethodSource("sids")
    void updatingSidsTellsWhatItsStatusMeans(SeedCase each) {
        each.check(seeds, SIDS);
    }

    // ---- user name ------------------------------------------------------------------------

    private static final String USER = "/desktops/change-username";

    static Stream<SeedCase> userName() {
        return Stream.of(
                succeeds(
                                "204 changed",
                                204,
                                b -> {
                                    Desktop one = b.fresh(1).getFirst();
                                    return b.submit(rename(one.userName(), one));
                                })
                        .reads("Hand the desktops of", "joiner")
                        .inChinese("joiner"),
                fails(
                                "400 no such user",
                                400,
                                b -> b.submit(rename("nobody", b.fresh(1).getFirst())))
                        .reads("user or the tenant does not exist", "Check the user name")
                        .inChinese("用户或租户不存在", "检查用户名"),
                fails(
                                "401 authentication failed",
                                401,
                                b -> b.submitWithWrongKey(rename("leaver", b.fresh(1).getFirst())))
                        .reads("secret key does not fit", "Enter access key and secret key")
                        .inChinese("秘密访问密钥与访问密钥不匹配", "重新输入访问密钥"),
                fails(
                                "403 no permission",
                                403,
                                b -> {
                                    b.deny(USER);
                                    return b.submit(rename("leaver", b.fresh(1).getFirst()));
                                })
                        .reads("permission is missing", "Ask the account’s administrator")
                        .inChinese("缺少权限", "联系账号管理员"),
                fails(
                                "500 internal error",
                                500,
                                b -> {
                                    b.answer(USER, 500, "WKS.00990001");
                                    return b.submit(rename("leaver", b.fresh(1).getFirst()));
                                })
                        .reads("internal failure", "counts as not carried out")
                        .inChinese("服务内部出错", "视为未执行"));
    }

    private static Draft rename(String old, Desktop desktop) {
        return new Draft.ChangeUserName(
                new UserNameChange(old, "", "joiner", "", false), List.of(desktop));
    }

    @ParameterizedTest
    @MethodSource("userName")
    void changingAUserNameTellsWhatItsStatusMeans(SeedCase each) {
        each.check(seeds, USER);
    }

    // ---- rebuild --------------------------------------------------------------------------

    private static final String REBUILD = "/desktops/rebuild";

    static Stream<SeedCase> rebuild() {
        return Stream.of(
                succeeds("200 with a job", 200, b -> rebuild(b, b.fresh(1)))
                        .reads("Rebuild")
                        .inChinese("重建"),
                fails("200 with a code", 200, b -> b.submit(other(b, "gold", "no-such-image")))
                        .reads("The service refused it", "carries an error code", "does not exist")
                        .inChinese("服务拒绝了请求", "带有错误码"),
                fails("400 malformed", 400, b -> b.submit(other(b, "own", "no-such-image")))
                        .reads("does not accept a value", "image_type is invalid")
                        .inChinese("服务不接受某个取值", "image_type is invalid"),
                fails(
                                "401 authentication failed",
                                401,
                                b -> b.submitWithWrongKey(new Draft.Rebuild(b.fresh(1), order(b))))
                        .reads("secret key does not fit", "Enter access key and secret key")
                        .inChinese("秘密访问密钥与访问密钥不匹配", "重新输入访问密钥"),
                fails(
                                "403 no permission",
                                403,
                                b -> {
                                    b.deny(REBUILD);
                                    return rebuild(b, b.fresh(1));
                                })
                        .reads("permission is missing", "Ask the account’s administrator")
                        .inChinese("缺少权限", "联系账号管理员"),
                fails(
                                "403 service not open",
                                403,
                                b ->
                                        b.bench.submit(
                                                SeedBench.CLOSED,
                                                new Draft.Rebuild(b.fresh(1), order(b))))
                        .reads("Workspace is disabled for this project", "Choose another project")
                        .inChinese("未启用云桌面服务", "选择其他项目"),
                fails("404 not found", 404, b -> rebuild(b, gone()))
                        .reads("does not exist any more", "Refresh the list")
                        .inChinese("已不存在", "刷新列表"),
                fails(
                                "409 conflict",
                                409,
                                b -> b.submitAndLeave(new Draft.Rebuild(b.changed(BUSY), order(b))))
                        .reads("present state forbids", "wait until the running task ends")
                        .inChinese("当前状态不允许此操作", "任务结束后重试"),
                fails(
                                "500 internal error",
                                500,
                                b -> {
                                    b.answer(REBUILD, 500, "WKS.00990001");
                                    return rebuild(b, b.fresh(1));
                                })
                        .reads("internal failure", "counts as not carried out")
                        .inChinese("服务内部出错", "视为未执行"));
    }

    private static String rebuild(SeedBench b, List<Desktop> desktops) {
        return b.submit(new Draft.Rebuild(desktops, order(b)));
    }

    private static RebuildOrder order(SeedBench b) {
        Image image =
                b.bench.cloud.images("gold").await().stream()
                        .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                        .findFirst()
                        .orElseThrow();
        return new RebuildOrder("gold", image.id(), image.name(), "", 0, "", "", "");
    }

    private static Draft other(SeedBench b, String type, String image) {
        return new Draft.Rebuild(b.fresh(1), new RebuildOrder(type, image, "", "", 0, "", "", ""));
    }

    @ParameterizedTest
    @MethodSource("rebuild")
    void rebuildingTellsWhatItsStatusMeans(SeedCase each) {
        each.check(seeds, REBUILD);
    }
}
