package org.workspaceadmin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for passwords finds them in every form, wherever they begin. */
class InClearTest {
    private static final String SECRET = "Cl3ar!päss";

    @Test
    void findsEveryForm() {
        assertThat(found(utf8(SECRET))).containsExactly("UTF-8 plain");
        assertThat(found(SECRET.getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("UTF-16LE plain");
        assertThat(found(utf8(HexFormat.of().formatHex(utf8(SECRET)))))
                .containsExactly("UTF-8 hex");
        for (String before : List.of("", "u", "us", "user")) {
            String user = before + SECRET + "rest";
            assertThat(found(utf8(Base64.getEncoder().encodeToString(utf8(user)))))
                    .as(user)
                    .hasSize(1);
        }
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(found(utf8("Cl3ar!pas and so on"))).isEmpty();
    }

    private static List<String> found(byte[] bytes) {
        return InClear.find(SECRET, List.of(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
