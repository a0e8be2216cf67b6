package org.workspaceadmin.connection.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.model.Secret;

/**
 * Reads environment variables.
 *
 * <ul>
 *   <li>{@code HUAWEICLOUD_SDK_AK}, {@code _SK}, {@code _SECURITY_TOKEN}, {@code _PROJECT_ID},
 *       {@code _REGION_ID}, {@code _IAM_ENDPOINT} and {@code _REGION_{SERVICE}_{REGION}}: the user
 *       manuals and sources of the vendor's Java, Python and Go SDKs ("Environment Variables",
 *       "Region Configuration"). {@code _REGION_NAME} is read by newer tools of the vendor.
 *   <li>{@code HW_…} with {@code OS_…} as second choice: arguments of the vendor's Terraform
 *       provider, its {@code docs/index.md} and {@code provider.go}.
 *   <li>{@code OS_…} alone: the same names, from OpenStack's clients.
 * </ul>
 */
final class Variables {
    private static final String SERVICE_ADDRESS = "HUAWEICLOUD_SDK_REGION_";

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What the variables come to. */
    List<Found> read() {
        List<Found> found = new ArrayList<>();
        add(found, sdk(), Origin.Kind.SDK_VARIABLES, "HUAWEICLOUD_SDK_");
        add(found, terraform(), Origin.Kind.TERRAFORM_VARIABLES, "HW_");
        add(found, openStack(), Origin.Kind.OPENSTACK_VARIABLES, "OS_");
        return found;
    }

    private void add(List<Found> found, Clues clues, Origin.Kind kind, String prefix) {
        if (clues.namesSomebody()) {
            found.add(clues.found(new Origin(kind, names(prefix)), ""));
        } else {
            clues.wipe();
        }
    }

    private Clues sdk() {
        Clues clues = new Clues();
        clues.region = first("HUAWEICLOUD_SDK_REGION_ID", "HUAWEICLOUD_SDK_REGION_NAME");
        clues.accessKey = first("HUAWEICLOUD_SDK_AK");
        clues.secretKey = secret("HUAWEICLOUD_SDK_SK");
        clues.token = secret("HUAWEICLOUD_SDK_SECURITY_TOKEN");
        clues.projectId = first("HUAWEICLOUD_SDK_PROJECT_ID");
        clues.iam = first("HUAWEICLOUD_SDK_IAM_ENDPOINT");
        addServiceAddresses(clues);
        return clues;
    }

    private Clues terraform() {
        Clues clues = new Clues();
        clues.region = first("HW_REGION_NAME", "OS_REGION_NAME");
        clues.accessKey = first("HW_ACCESS_KEY");
        clues.secretKey = secret("HW_SECRET_KEY");
        clues.token = secret("HW_SECURITY_TOKEN");
        clues.projectId = first("HW_PROJECT_ID", "OS_PROJECT_ID");
        clues.projectName = first("HW_PROJECT_NAME", "OS_PROJECT_NAME");
        clues.enterpriseProjectId = first("HW_ENTERPRISE_PROJECT_ID");
        clues.account = first("HW_DOMAIN_NAME", "OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME");
        clues.user = first("HW_USER_NAME");
        clues.userId = first("HW_USER_ID");
        clues.password = secret("HW_USER_PASSWORD");
        clues.iam = first("HW_AUTH_URL", "OS_AUTH_URL");
        clues.cloud = first("HW_CLOUD");
        return clues;
    }

    private Clues openStack() {
        Clues clues = new Clues();
        clues.region = first("OS_REGION_NAME");
        clues.accessKey = first("OS_ACCESS_KEY");
        clues.secretKey = secret("OS_SECRET_KEY");
        clues.projectId = first("OS_PROJECT_ID", "OS_TENANT_ID");
        clues.projectName = first("OS_PROJECT_NAME", "OS_TENANT_NAME");
        clues.account = first("OS_USER_DOMAIN_NAME", "OS_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME");
        clues.user = first("OS_USERNAME");
        clues.userId = first("OS_USER_ID");
        clues.password = secret("OS_PASSWORD");
        clues.iam = first("OS_AUTH_URL");
        return clues;
    }

    /**
     * {@code HUAWEICLOUD_SDK_REGION_VPC_CN_NORTH_4=https://…}, with Workspace naming the region.
     */
    private void addServiceAddresses(Clues clues) {
        if (clues.region.isEmpty()) {
            String workspace = SERVICE_ADDRESS + ServiceName.WORKSPACE + "_";
            environment.keySet().stream()
                    .filter(name -> name.startsWith(workspace))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> clues.region = region(name.substring(workspace.length())));
        }
        for (ServiceName service : ServiceName.values()) {
            String name =
                    SERVICE_ADDRESS
                            + service
                            + "_"
                            + clues.region.toUpperCase(Locale.ROOT).replace('-', '_');
            if (!first(name).isEmpty()) {
                clues.endpoints.put(service, first(name));
            }
        }
    }

    /** The id behind a variable's name, which has underscores for hyphens. */
    private static String region(String variable) {
        String id = variable.toLowerCase(Locale.ROOT).replace('_', '-');
        return Regions.find(id).map(Region::id).orElse(id);
    }

    private String names(String prefix) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> !first(name).isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String first(String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private Secret secret(String name) {
        return Secret.of(first(name));
    }
}
