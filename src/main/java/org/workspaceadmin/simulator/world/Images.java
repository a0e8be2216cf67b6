package org.workspaceadmin.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The images of the region and of the company, with the versions that are gone but still in use.
 */
public final class Images {
    private static final String[][] COMPANY = {
        {"corp-win10-22h2", "Windows", "Windows 10 Enterprise 22H2"},
        {"corp-win11-23h2", "Windows", "Windows 11 Enterprise 23H2"},
        {"corp-win11-24h2", "Windows", "Windows 11 Enterprise 24H2"},
        {"corp-server2022", "Windows", "Windows Server 2022 Datacenter"},
        {"corp-ubuntu2204", "Linux", "Ubuntu 22.04 Desktop"}
    };
    private static final String[] VERSIONS = {
        "2024.03", "2024.09", "2025.02", "2025.08", "2026.01", "2026.06"
    };

    private final List<Image> all = new ArrayList<>();
    private final List<Image> windows = new ArrayList<>();
    private final List<Image> linux = new ArrayList<>();

    Images(Dice dice) {
        for (int line = 0; line < COMPANY.length; line++) {
            for (int version = 0; version < VERSIONS.length; version++) {
                String[] of = COMPANY[line];
                int number = line * 10 + version;
                LocalDate made = LocalDate.parse(VERSIONS[version].replace('.', '-') + "-11");
                add(
                        new Image(
                                dice.uuid("image", number),
                                of[0] + "-" + VERSIONS[version],
                                "private",
                                of[1],
                                of[2],
                                80,
                                "",
                                made.atTime(9, 30).toInstant(ZoneOffset.UTC),
                                version > 0));
            }
        }
        String[][] gold = {
            {"Workspace Ubuntu 22.04 x86", "Linux", "Ubuntu 22.04 Desktop"},
            {"Workspace UOS 20 x86", "Linux", "UOS 20 Professional"},
            {"Workspace Windows 10 x86", "Windows", "Windows 10 Enterprise 22H2"},
            {"Workspace Windows Server 2019 x86", "Windows", "Windows Server 2019 Datacenter"}
        };
        for (int i = 0; i < gold.length; i++) {
            add(fixed(dice, 100 + i, gold[i], "gold", ""));
        }
        String[][] market = {
            {"Windows 11 Desktop with Office (market)", "Windows", "Windows 11 Enterprise 23H2"},
            {"Windows 10 Desktop 22H2 (market)", "Windows", "Windows 10 Enterprise 22H2"},
            {"Windows Server 2022 Desktop (market)", "Windows", "Windows Server 2022 Datacenter"}
        };
        for (int i = 0; i < market.length; i++) {
            add(fixed(dice, 200 + i, market[i], "market", "OFFI" + (73300 + i)));
        }
    }

    /**
     * The images that exist.
     *
     * @param type {@code gold}, {@code private} or {@code market}
     * @return those of the type
     */
    public List<Image> ofType(String type) {
        return all.stream().filter(i -> i.exists() && i.type().equals(type)).toList();
    }

    /**
     * Everything that exists.
     *
     * @return images of every type
     */
    public List<Image> existing() {
        return all.stream().filter(Image::exists).toList();
    }

    /**
     * Looks an image up.
     *
     * @param id image id
     * @return the image, if it exists
     */
    public Optional<Image> find(String id) {
        return all.stream().filter(i -> i.exists() && i.id().equals(id)).findFirst();
    }

    Image forDesktop(Dice dice, int index, boolean wantWindows) {
        List<Image> choice = wantWindows ? windows : linux;
        double share = dice.share("image-age", index);
        // Newer versions carry most desktops; a few still run on the first, which is gone.
        int line = dice.below("image-line", index, choice.size() / VERSIONS.length);
        int version = (int) (Math.sqrt(share) * VERSIONS.length);
        return choice.get(line * VERSIONS.length + version);
    }

    private static Image fixed(Dice dice, int number, String[] of, String type, String product) {
        return new Image(
                dice.uuid("image", number),
                of[0],
                type,
                of[1],
                of[2],
                80,
                product,
                Instant.parse("2025-05-20T02:00:00Z"),
                true);
    }

    private void add(Image image) {
        all.add(image);
        if (image.type().equals("private")) {
            (image.windows() ? windows : linux).add(image);
        }
    }
}
