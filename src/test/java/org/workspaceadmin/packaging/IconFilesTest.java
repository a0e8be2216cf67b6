package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The icon files that assets/make-icons.sh makes from the one drawing. */
class IconFilesTest {
    private static final Path ASSETS = Path.of("assets");
    private static final Path ICONS = ASSETS.resolve("icon");
    private static final Path SHOWN = Path.of("src/main/resources/org/workspaceadmin/ui");

    @Test
    void areMadeFromTheDrawingAsItIsNow() throws Exception {
        byte[] drawing = Files.readAllBytes(ASSETS.resolve("icon.svg"));
        String now = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(drawing));

        assertThat(Files.readString(ICONS.resolve("made-from.sha256")).strip())
                .as("the drawing was changed: run assets/make-icons.sh")
                .isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512, 1024})
    void haveTheSizeTheirNameSaysWithClearCornersAndALightMark(int size) throws Exception {
        BufferedImage image =
                ImageIO.read(ICONS.resolve("workspace-admin-" + size + ".png").toFile());

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(image.getRGB(0, 0) >>> 24).as("a corner").isLessThan(255);
        assertThat(image.getRGB(size * 45 / 100, size / 3) & 0xFFFFFF)
                .as("the cloud")
                .isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 128, 256})
    void areTheOnesTheWindowShows(int size) throws Exception {
        assertThat(SHOWN.resolve("icon-" + size + ".png"))
                .hasSameBinaryContentAs(ICONS.resolve("workspace-admin-" + size + ".png"));
    }

    @Test
    void windowsFindsEverySizeItAsksFor() throws Exception {
        ByteBuffer ico =
                ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("workspace-admin.ico")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> sizes = new ArrayList<>();
        assertThat(ico.getShort(2)).as("an icon, not a cursor").isEqualTo((short) 1);
        for (int i = 0; i < ico.getShort(4); i++) {
            int width = ico.get(6 + 16 * i) & 0xFF;
            sizes.add(width == 0 ? 256 : width);
        }
        assertThat(sizes).containsExactlyInAnyOrder(16, 24, 32, 48, 64, 128, 256);
    }

    @Test
    void macOsFindsSmallAndRetinaSizes() throws Exception {
        ByteBuffer icns =
                ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("workspace-admin.icns")));
        byte[] name = new byte[4];
        icns.get(name);
        assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(icns.getInt()).isEqualTo(icns.capacity());
        List<String> kinds = new ArrayList<>();
        while (icns.hasRemaining()) {
            icns.get(name);
            kinds.add(new String(name, StandardCharsets.US_ASCII));
            int length = icns.getInt();
            icns.position(icns.position() + length - 8);
        }
        assertThat(kinds).contains("is32", "il32", "it32", "ic08", "ic09", "ic10");
    }
}
