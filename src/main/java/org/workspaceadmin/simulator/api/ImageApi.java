package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.Image;
import org.workspaceadmin.simulator.world.Product;
import org.workspaceadmin.simulator.world.World;

/**
 * Images and packages: {@code api/network-and-images.md} sections 3 and 4. The image list's {@code
 * total_count} says 1 as in the vendor's example, whatever is listed.
 */
final class ImageApi {
    private final World world;
    private final Projects projects;

    ImageApi(World world, Projects projects) {
        this.world = world;
        this.projects = projects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/{project_id}/images", this::images),
                Route.of("GET", "/v2/{project_id}/market-images", this::market),
                Route.of("GET", "/v2/cloudimages", this::cloud),
                Route.of("GET", "/v2/{project_id}/products", this::products));
    }

    private Answer images(Call call) {
        projects.open(call);
        Optional<String> type = call.oneOf("image_type", Set.of("gold", "private"));
        Optional<String> os = call.text("os_type").or(() -> call.text("platform"));
        Optional<String> id = call.text("image_id");
        Optional<String> architecture = call.oneOf("architecture", Set.of("x86", "arm"));
        boolean byTime =
                call.oneOf("sort_field", Set.of("name", "created_at"))
                        .orElse("name")
                        .equals("created_at");
        boolean down = call.oneOf("sort_type", Set.of("asc", "desc")).orElse("asc").equals("desc");
        Comparator<Image> order =
                byTime ? Comparator.comparing(Image::createdAt) : Comparator.comparing(Image::name);
        List<Image> found =
                world.images().existing().stream()
                        .filter(i -> !i.type().equals("market"))
                        .filter(i -> type.isEmpty() || i.type().equals(type.get()))
                        .filter(i -> os.isEmpty() || i.osType().equalsIgnoreCase(os.get()))
                        .filter(i -> id.isEmpty() || i.id().equals(id.get()))
                        .filter(i -> architecture.orElse("x86").equals("x86"))
                        .sorted(down ? order.reversed() : order)
                        .skip(call.number("offset", 0, 0, 5000))
                        .limit(call.number("limit", 100, 0, 100))
                        .toList();
        ObjectNode body = Json.object().put("total_count", Math.min(1, found.size()));
        ArrayNode list = body.putArray("images");
        found.forEach(i -> describe(list.addObject(), i));
        return Answer.json(200, body);
    }

    private Answer market(Call call) {
        projects.open(call);
        Set<String> ids = call.values("image_ids", 100, 255);
        if (ids.isEmpty()) {
            throw Refusal.badRequest("parameter image_ids is mandatory");
        }
        List<Image> found =
                world.images().ofType("market").stream().filter(i -> ids.contains(i.id())).toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("images");
        for (Image image : found) {
            describe(list.addObject(), image).put("image_id", image.id()).put("charge_mode", "1");
        }
        return Answer.json(200, body);
    }

    private static ObjectNode describe(ObjectNode node, Image image) {
        node.put("id", image.id())
                .put("name", image.name())
                .put("image_type", image.type())
                .put("os_type", image.osType())
                .put("os_version", image.osVersion())
                .put("os_platform", image.osType())
                .put("architecture", "x86")
                .put("disk_format", "zvhd2")
                .put("min_disk", image.minDisk())
                .put("min_ram", 0)
                .put("created_at", image.createdAt().toString());
        if (image.charged()) {
            node.put("product_code", image.productCode());
        }
        return node;
    }

    private Answer cloud(Call call) {
        String type =
                call.oneOf("__imagetype", Set.of("gold", "private", "shared", "market")).orElse("");
        Optional<String> marker = call.text("marker");
        List<Image> all = type.isEmpty() ? world.images().existing() : world.images().ofType(type);
        int from = 0;
        if (marker.isPresent()) {
            List<String> ids = all.stream().map(Image::id).toList();
            from = ids.indexOf(marker.get()) + 1;
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("images");
        all.stream()
                .skip(from)
                .limit(call.number("limit", 500, 1, 500))
                .forEach(image -> {
                    ObjectNode node =
                            list.addObject()
                                    .put("id", image.id())
                                    .put("name", image.name())
                                    .put("status", "active")
                                    .put("__imagetype", image.type())
                                    .put("__os_type", image.osType())
                                    .put("__os_version", image.osVersion())
                                    .put("__platform", image.osType())
                                    .put("min_disk", image.minDisk())
                                    .put("created_at", image.createdAt().toString());
                    if (image.charged()) {
                        node.put("__productcode", image.productCode());
                    }
                });
        return Answer.json(200, body);
    }

    private Answer products(Call call) {
        projects.open(call);
        Optional<String> id = call.text("product_id");
        Optional<String> type = call.text("package_type");
        List<Product> found =
                Product.ALL.stream()
                        .filter(p -> id.isEmpty() || p.id().equals(id.get()))
                        .filter(p -> type.isEmpty() || p.type().equals(type.get()))
                        .skip(call.number("offset", 0, 0, 5000))
                        .limit(call.number("limit", 100, 0, 100))
                        .toList();
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = Json.array();
        for (Product product : found) {
            list.addObject()
                    .put("product_id", product.id())
                    .put("flavor_id", product.flavor())
                    .put("type", "BASE")
                    .put("cpu", Integer.toString(product.cpu()))
                    .put("memory", Integer.toString(product.memory()))
                    .put("descriptions", product.description())
                    .put("charge_mode", "1")
                    .put("architecture", "x86")
                    .put("is_gpu", product.gpu())
                    .put("package_type", product.type())
                    .put("status", "normal");
        }
        // One hit is answered as an object, as one of the vendor's examples does.
        body.set("products", list.size() == 1 ? list.get(0) : list);
        return Answer.json(200, body);
    }
}
