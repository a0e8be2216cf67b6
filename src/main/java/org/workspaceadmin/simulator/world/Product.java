package org.workspaceadmin.simulator.world;

import java.util.List;

/**
 * A package a desktop is rented as.
 *
 * @param id product id
 * @param flavor flavour id
 * @param cpu number of cores
 * @param memory in MB
 * @param description as the price list says it
 * @param type kind of package
 * @param gpu with a graphics card
 */
public record Product(
        String id,
        String flavor,
        int cpu,
        int memory,
        String description,
        String type,
        boolean gpu) {
    /** Everything on offer. */
    public static final List<Product> ALL =
            List.of(
                    new Product(
                            "workspace.x86.ultimate.large2",
                            "wx.ul.large.2",
                            2,
                            4096,
                            "2 vCPUs | 4 GB",
                            "ultimate",
                            false),
                    new Product(
                            "workspace.x86.ultimate.large4",
                            "wx.ul.large.4",
                            4,
                            8192,
                            "4 vCPUs | 8 GB",
                            "ultimate",
                            false),
                    new Product(
                            "workspace.x86.enterprise.xlarge4",
                            "wx.en.xlarge.4",
                            4,
                            16384,
                            "4 vCPUs | 16 GB",
                            "enterprise",
                            false),
                    new Product(
                            "workspace.x86.enterprise.2xlarge4",
                            "wx.en.2xlarge.4",
                            8,
                            32768,
                            "8 vCPUs | 32 GB",
                            "enterprise",
                            false),
                    new Product(
                            "workspace.x86.gpu.t4",
                            "wx.gpu.t4",
                            8,
                            32768,
                            "8 vCPUs | 32 GB | T4 16 GB",
                            "workstation",
                            true));
}
