package org.workspaceadmin.simulator.world;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * How a desktop is written: {@code api/desktops.md} section 3, with the vendor's inconsistencies.
 */
public final class DesktopJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private DesktopJson() {}

    /**
     * A time as most answers write it.
     *
     * @param time any moment
     * @return {@code yyyy-MM-dd HH:mm:ss} in UTC
     */
    public static String plain(Instant time) {
        return PLAIN.format(time);
    }

    /**
     * The entry of the short list.
     *
     * @param desktop the desktop
     * @return JSON
     */
    static byte[] summary(Desktop desktop) {
        return write(
                desktop,
                768,
                json -> {
                    common(json, desktop);
                    json.writeStringField("ip_address", desktop.birth.ip());
                    if (desktop.birth.poolId() != null) {
                        json.writeStringField("pool_id", desktop.birth.poolId());
                    }
                });
    }

    /**
     * The full entry.
     *
     * @param desktop the desktop
     * @param oddities write {@code addresses} as the bare array of the vendor's example
     * @return JSON
     */
    public static byte[] detail(Desktop desktop, boolean oddities) {
        return write(
                desktop,
                2304,
                json -> {
                    common(json, desktop);
                    Integer percent = desktop.process();
                    if (percent == null) {
                        json.writeNullField("process");
                    } else {
                        json.writeNumberField("process", percent);
                    }
                    json.writeStringField("login_status", desktop.loginStatus());
                    json.writeStringField("domain", FleetBuilder.DOMAIN);
                    json.writeStringField("join_domain", "1");
                    json.writeStringField(
                            "attach_state", desktop.userName() == null ? "UNATTACH" : "ATTACHED");
                    strings(
                            json,
                            "user_list",
                            desktop.userName() == null ? List.of() : List.of(desktop.userName()));
                    strings(json, "user_group_list", List.of());
                    strings(json, "ip_addresses", List.of(desktop.birth.ip()));
                    json.writeStringField("ipv4", desktop.birth.ip());
                    addresses(json, desktop, oddities);
                    metadata(json, desktop);
                    product(json, desktop.birth.product());
                    disks(json, desktop);
                    json.writeStringField("os_version", desktop.image().osVersion());
                    json.writeStringField("site_type", "CENTER");
                    json.writeStringField("site_name", "center");
                    json.writeBooleanField("is_support_internet", desktop.birth.internet());
                    if (desktop.birth.internet()) {
                        json.writeStringField("internet_mode", "NAT");
                    }
                    json.writeBooleanField("is_attaching_eip", false);
                    json.writeBooleanField("is_freeze", false);
                    String order = desktop.orderId();
                    if (order != null) {
                        json.writeStringField("order_id", order);
                    }
                });
    }

    private static void common(JsonGenerator json, Desktop desktop) throws IOException {
        Desktop.Birth birth = desktop.birth;
        json.writeStringField("desktop_id", birth.id());
        json.writeStringField("computer_name", desktop.computerName());
        json.writeStringField("os_host_name", desktop.computerName());
        json.writeStringField("status", desktop.status());
        String task = desktop.taskStatus();
        if (task == null && birth.index() % 2 == 0) {
            json.writeNullField("task_status");
        } else {
            json.writeStringField("task_status", task == null ? "" : task);
        }
        json.writeStringField("sid", birth.sid());
        json.writeStringField("ou_name", birth.ou());
        String user = desktop.userName();
        if (user != null) {
            json.writeStringField("user_name", user);
        }
        json.writeStringField("user_group", desktop.image().windows() ? "users" : "default");
        attached(json, desktop);
        json.writeStringField("desktop_type", birth.type());
        json.writeStringField("subnet_id", birth.subnetId());
        json.writeStringField("availability_zone", birth.zone());
        json.writeBooleanField("in_maintenance_mode", desktop.maintenance());
        tags(json, birth.tags());
        json.writeStringField("enterprise_project_id", birth.enterpriseProject());
        json.writeStringField("bill_resource_id", birth.id());
        json.writeStringField(
                "created",
                birth.index() % 3 == 0
                        ? birth.created().toString()
                        : PLAIN.format(birth.created()));
    }

    private static void attached(JsonGenerator json, Desktop desktop) throws IOException {
        json.writeArrayFieldStart("attach_user_infos");
        String user = desktop.userName();
        if (user != null) {
            json.writeStartObject();
            json.writeStringField("user_name", user);
            json.writeStringField("user_group", desktop.image().windows() ? "users" : "default");
            json.writeStringField("type", "USER");
            String domain = desktop.userDomain();
            if (domain != null) {
                json.writeStringField("domain", domain);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void addresses(JsonGenerator json, Desktop desktop, boolean bare)
            throws IOException {
        if (bare) {
            json.writeArrayFieldStart("addresses");
        } else {
            json.writeObjectFieldStart("addresses");
            json.writeArrayFieldStart("vpc-desktops");
        }
        json.writeStartObject();
        json.writeStringField("addr", desktop.birth.ip());
        json.writeStringField("version", "4");
        json.writeStringField("OS-EXT-IPS-MAC:mac_addr", desktop.birth.mac());
        json.writeStringField("OS-EXT-IPS:type", "fixed");
        json.writeEndObject();
        json.writeEndArray();
        if (!bare) {
            json.writeEndObject();
        }
    }

    private static void metadata(JsonGenerator json, Desktop desktop) throws IOException {
        Image image = desktop.image();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("os_type", image.osType());
        json.writeStringField("os_bit", "64");
        json.writeStringField("image_name", image.name());
        json.writeStringField("metering.image_id", image.id());
        json.writeStringField("desktop_os_version", image.osVersion());
        json.writeStringField("metering.resourcespeccode", desktop.birth.product().id());
        json.writeStringField("metering.resourcetype", "hws.resource.type.workspace.desktop");
        json.writeStringField("charging_mode", desktop.orderId() == null ? "0" : "1");
        json.writeEndObject();
    }

    /**
     * Writes a package as a field named {@code product}.
     *
     * @param json where to
     * @param product the package
     * @throws IOException never, when written to memory
     */
    private static void product(JsonGenerator json, Product product) throws IOException {
        json.writeStringField("product_id", product.id());
        json.writeObjectFieldStart("product");
        json.writeStringField("product_id", product.id());
        json.writeStringField("flavor_id", product.flavor());
        json.writeStringField("type", "BASE");
        json.writeStringField("cpu", Integer.toString(product.cpu()));
        json.writeStringField("memory", Integer.toString(product.memory()));
        json.writeStringField("descriptions", product.description());
        json.writeStringField("charge_mode", "1");
        json.writeStringField("architecture", "x86");
        json.writeBooleanField("is_gpu", product.gpu());
        json.writeStringField("package_type", product.type());
        json.writeStringField("status", "normal");
        json.writeEndObject();
    }

    private static void disks(JsonGenerator json, Desktop desktop) throws IOException {
        json.writeFieldName("root_volume");
        disk(json, desktop, 0);
        json.writeArrayFieldStart("data_volumes");
        for (int i = desktop.birth.dataDisks(); i >= 1; i--) {
            disk(json, desktop, i);
        }
        json.writeEndArray();
    }

    private static void disk(JsonGenerator json, Desktop desktop, int number) throws IOException {
        String id = desktop.id().substring(0, 34) + "d" + number;
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("volume_id", id);
        json.writeStringField("type", number == 0 ? "SSD" : "SAS");
        json.writeNumberField(
                "size", number == 0 ? Math.max(80, desktop.image().minDisk()) : 100 * number);
        json.writeStringField("device", "/dev/sd" + (char) ('a' + number));
        json.writeStringField("display_name", desktop.computerName() + "-" + number);
        json.writeStringField("create_time", plain(desktop.birth.created()));
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json, List<String> tags) throws IOException {
        json.writeArrayFieldStart("tags");
        for (int i = 0; i < tags.size(); i += 2) {
            json.writeStartObject();
            json.writeStringField("key", tags.get(i));
            json.writeStringField("value", tags.get(i + 1));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static byte[] write(Desktop desktop, int size, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("desktop " + desktop.id() + " cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
