package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.AdUser;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OrganizationalUnit;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.model.WorkspaceUser;

/** The calls behind {@link CatalogueCalls} and the lists of {@link SetupCalls}; they block. */
final class Pickers {
    private static final int IMAGES = 100;
    private static final int CLOUD_IMAGES = 500;
    private static final int NETWORKS = 2000;
    private static final int USERS = 100;
    private static final int OUS = 1000;
    private static final int OU_USERS = 200;

    private final Lists lists;

    /** Asks over a connection. */
    Pickers(Lists lists) {
        this.lists = lists;
    }

    /** One way to get a list. */
    @FunctionalInterface
    interface Way<T> {
        List<T> ask() throws InterruptedException;
    }

    /** Workspace first, the service of the network where Workspace says 404 or 403. */
    static <T> List<T> either(Way<T> workspace, Way<T> network) throws InterruptedException {
        try {
            return workspace.ask();
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.httpStatus() != 404 && problem.httpStatus() != 403) {
                throw e;
            }
            return network.ask();
        }
    }

    List<Image> images(String type) throws InterruptedException {
        return switch (type) {
            case "gold", "private" -> workspaceImages(type);
            case "market" -> marketImages();
            default -> cloudImages(type);
        };
    }

    private List<Image> workspaceImages(String type) throws InterruptedException {
        return lists.byOffset(
                IMAGES,
                offset ->
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/images")
                                .query("image_type", type)
                                .query("limit", IMAGES)
                                .query("offset", offset),
                "images",
                json -> CatalogueReader.image(json, type),
                Image::id);
    }

    private List<Image> cloudImages(String type) throws InterruptedException {
        return lists.byMarker(
                CLOUD_IMAGES,
                marker ->
                        Call.get(CloudHost.IMS, "/v2/cloudimages")
                                .query("__imagetype", type)
                                .query("limit", CLOUD_IMAGES)
                                .queryIfPresent("marker", marker),
                "images",
                json -> CatalogueReader.image(json, type),
                Image::id);
    }

    /** The image service names them, Workspace knows their details and product codes. */
    private List<Image> marketImages() throws InterruptedException {
        List<Image> found = cloudImages("market");
        Map<String, Image> details = new HashMap<>();
        for (int from = 0; from < found.size(); from += IMAGES) {
            List<String> ids =
                    found.subList(from, Math.min(found.size(), from + IMAGES)).stream()
                            .map(Image::id)
                            .toList();
            JsonNode json =
                    lists.ask(
                            Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/market-images")
                                    .queryAll("image_ids", ids));
            String field = json.has("images") ? "images" : "market_images";
            for (Image image : Json.list(json, field, j -> CatalogueReader.image(j, "market"))) {
                details.put(image.id(), image);
            }
        }
        List<Image> result = new ArrayList<>();
        for (Image image : found) {
            Image detailed = details.get(image.id());
            result.add(detailed == null ? image : merge(image, detailed));
        }
        return result;
    }

    private static Image merge(Image a, Image b) {
        return new Image(
                a.id(),
                b.name().isEmpty() ? a.name() : b.name(),
                "market",
                b.osFamily().word().isEmpty() ? a.osFamily() : b.osFamily(),
                b.osVersion().isEmpty() ? a.osVersion() : b.osVersion(),
                b.architecture().isEmpty() ? a.architecture() : b.architecture(),
                b.minDiskGb() == 0 ? a.minDiskGb() : b.minDiskGb(),
                b.productCode().isEmpty() ? a.productCode() : b.productCode());
    }

    List<AvailabilityZone> zones() throws InterruptedException {
        return lists.whole(
                Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/availability-zones"),
                "availability_zones",
                CatalogueReader::zone);
    }

    List<WorkspaceUser> users(String name) throws InterruptedException {
        return lists.byOffset(
                USERS,
                offset ->
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/users")
                                .queryIfPresent("user_name", name)
                                .query("limit", USERS)
                                .query("offset", offset),
                "users",
                CatalogueReader::user,
                WorkspaceUser::id);
    }

    List<OrganizationalUnit> ous() throws InterruptedException {
        return lists.byOffset(
                OUS,
                offset ->
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/ous")
                                .query("limit", OUS)
                                .query("offset", offset),
                "ous",
                CatalogueReader::ou,
                OrganizationalUnit::id);
    }

    List<OrganizationalUnit> adOus() throws InterruptedException {
        return lists.byOffset(
                OUS,
                offset ->
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/ad-ous")
                                .query("limit", OUS)
                                .query("offset", offset),
                "ou_infos",
                CatalogueReader::ou,
                OrganizationalUnit::dn);
    }

    List<AdUser> adUsers(String ouDn) throws InterruptedException {
        return lists.byOffset(
                OU_USERS,
                offset ->
                        Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/ou-users")
                                .query("ou_dn", ouDn)
                                .query("limit", OU_USERS)
                                .query("offset", offset),
                "user_infos",
                CatalogueReader::adUser,
                AdUser::name);
    }

    List<Vpc> workspaceVpcs() throws InterruptedException {
        return lists.whole(
                Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/vpcs"),
                "vpcs",
                CatalogueReader::vpc);
    }

    List<Vpc> networkVpcs() throws InterruptedException {
        return lists.byMarker(
                NETWORKS,
                marker ->
                        Call.get(CloudHost.VPC, "/v1/{project_id}/vpcs")
                                .query("limit", NETWORKS)
                                .queryIfPresent("marker", marker),
                "vpcs",
                CatalogueReader::vpc,
                Vpc::id);
    }

    List<Subnet> workspaceSubnets(String vpcId) throws InterruptedException {
        return lists.whole(
                Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/subnets")
                        .queryIfPresent("vpc_id", vpcId),
                "subnets",
                CatalogueReader::subnet);
    }

    List<Subnet> networkSubnets(String vpcId) throws InterruptedException {
        return lists.byMarker(
                NETWORKS,
                marker ->
                        Call.get(CloudHost.VPC, "/v1/{project_id}/subnets")
                                .queryIfPresent("vpc_id", vpcId)
                                .query("limit", NETWORKS)
                                .queryIfPresent("marker", marker),
                "subnets",
                CatalogueReader::subnet,
                Subnet::id);
    }

    int freeAddresses(String subnetId) throws InterruptedException {
        JsonNode json =
                lists.ask(
                        Call.get(
                                        CloudHost.WORKSPACE,
                                        "/v2/{project_id}/subnets/{subnet_id}/available-ip")
                                .path("subnet_id", subnetId));
        return Json.integer(json, "available_ip", 0);
    }
}
