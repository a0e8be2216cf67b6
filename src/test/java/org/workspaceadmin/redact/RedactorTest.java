package org.workspaceadmin.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "x-auth-token",
                "X-Subject-Token",
                "X-Security-Token",
                "Proxy-Authorization",
                "Set-Cookie"
            })
    void secretHeadersAreMasked(String name) {
        assertThat(redactor.header(name, "abc")).isEqualTo(Redactor.MASK);
    }

    @Test
    void otherHeadersStay() {
        assertThat(redactor.header("X-Project-Id", "p1")).isEqualTo("p1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain_password",
                "password",
                "passcode",
                "secret",
                "securitytoken",
                "app_secret",
                "cert_pem",
                "ldaps_certificate",
                "PASSWORD"
            })
    void secretFieldsAreMaskedByName(String name) {
        String json = "{\"a\":1,\"" + name + "\" : \"ab\\\"c\\\\\",\"b\":2}";
        assertThat(redactor.json(json)).isEqualTo("{\"a\":1,\"" + name + "\" : \"•••\",\"b\":2}");
    }

    @Test
    void aPasswordObjectIsOpenedButItsPasswordIsNot() {
        String json =
                "{\"password\":{\"user\":{\"name\":\"u\",\"password\":\"x y\"}},"
                        + "\"methods\":[\"password\"]}";
        assertThat(redactor.json(json))
                .isEqualTo(
                        "{\"password\":{\"user\":{\"name\":\"u\",\"password\":\"•••\"}},"
                                + "\"methods\":[\"password\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"secret\":12345}|{\"secret\":\"•••\"}",
                "{\"secret\":[\"a\",\"b\"],\"c\":1}|{\"secret\":\"•••\",\"c\":1}",
                "{\"secret\":\"cut sho|{\"secret\":\"•••\"",
                "log {\\\"password\\\":\\\"x\\\\\\\"y\\\",\\\"z\\\":1}"
                        + "|log {\\\"password\\\":\\\"•••\\\",\\\"z\\\":1}",
                "password=hunter2&user=a|password=•••&user=a",
                "passcode: 123456, next|passcode: •••, next",
                "Authorization: SDK-HMAC-SHA256 Access=AK, Signature=ff|Authorization: •••",
                "x-auth-token: MIIabc|x-auth-token: •••",
                "the password was wrong|the password was wrong",
                "{\"secret\":[\"a]b\",{\"x\":\"c\"}],\"d\":1}|{\"secret\":\"•••\",\"d\":1}",
                "{\"secret\":{\"value\":\"x\"},\"d\":1}|{\"secret\":\"•••\",\"d\":1}",
                "{\"next_login_change_password\":true}|{\"next_login_change_password\":true}",
                "{\"proxyPassword\":\"x\",\"token\":{\"id\":1}}"
                        + "|{\"proxyPassword\":\"•••\",\"token\":{\"id\":1}}",
                "{\"Authorization\": [ \"SDK x\" ],\"b\":1}|{\"Authorization\": \"•••\",\"b\":1}",
                "{\\\"X-Auth-Token\\\":\\\"MII\\\"}|{\\\"X-Auth-Token\\\":\\\"•••\\\"}",
                "curl -H 'X-Auth-Token: MII' https://h/|curl -H 'X-Auth-Token: •••' https://h/",
                "Set-Cookie: a=b; Path=/|Set-Cookie: •••",
                "proxy http://me:p@ss@proxy:3128/ used|proxy http://me:•••@proxy:3128/ used",
                "see https://host:8443/a@b|see https://host:8443/a@b",
                "HUAWEICLOUD_SDK_SK=abc HW_REGION=r|HUAWEICLOUD_SDK_SK=••• HW_REGION=r",
                "run --password hunter2 --user a|run --password ••• --user a",
                "password=\"two words\" b=c|password=\"•••\" b=c",
                "msg {\\\"a\\\":\\\"password=\\\\\\\"x y\\\\\\\"\\\"}"
                        + "|msg {\\\"a\\\":\\\"password=\\\\\\\"•••\\\\\\\"\\\"}",
                "desk=1, task=2, mask=3|desk=1, task=2, mask=3"
            })
    void textIsMaskedInEveryShape(String text, String masked) {
        assertThat(redactor.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3cret!\"quoted\\",
                "pass word+/=&%",
                "密码-Geheim-ü",
                "<tag>&'x'",
                "abcd",
                "line\nbreak\ttab"
            })
    void rememberedValuesAreMaskedInEveryForm(String secret) {
        redactor.remember(secret.toCharArray());
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        String encoder = Base64.getEncoder().encodeToString(utf8);
        assertThat(redactor.values("a" + secret + "b")).isEqualTo("a•••b");
        assertThat(redactor.values("[" + json(secret) + "]")).isEqualTo("[•••]");
        assertThat(redactor.values("[" + json(json(secret)) + "]")).isEqualTo("[•••]");
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        assertThat(redactor.values("q=" + form + "&")).isEqualTo("q=•••&");
        assertThat(redactor.values("q=" + form.replace("+", "%20") + "&")).isEqualTo("q=•••&");
        assertThat(redactor.values(encoder)).startsWith(Redactor.MASK);
        for (String before : new String[] {"u:", "us:", "use:"}) {
            String basic =
                    Base64.getEncoder()
                            .encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            if (utf8.length >= 6) {
                assertThat(redactor.values(basic)).contains(Redactor.MASK);
            }
        }
    }

    @Test
    void aPrivateKeyIsMaskedByItsFrame() {
        String key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----\n";
        assertThat(redactor.text("a\n" + key + "b"))
                .isEqualTo("a\n-----BEGIN EC PRIVATE KEY-----•••-----END EC PRIVATE KEY-----\nb");
        assertThat(redactor.text(key.substring(0, 35))).doesNotContain("MHc");
        String certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
        assertThat(redactor.text(certificate)).isEqualTo(certificate);
    }

    @Test
    void namesAreKnownInAnySpelling() {
        assertThat(
                        java.util.List.of(
                                "X-Auth-Token",
                                "domainPassword",
                                "SECRET_ACCESS_KEY",
                                "one_time_passcode",
                                "sk"))
                .allMatch(Redactor::named);
        assertThat(java.util.List.of("desk", "tokens", "user", "password_expires_at", "s", ""))
                .noneMatch(Redactor::named);
    }

    @Test
    void theLongerSecretGoesFirst() {
        redactor.remember("secret".toCharArray());
        redactor.remember("secret-and-more".toCharArray());
        assertThat(redactor.values("x secret-and-more y secret z")).isEqualTo("x ••• y ••• z");
    }

    @Test
    void veryShortValuesAreMaskedByNameOnly() {
        redactor.remember("abc".toCharArray());
        assertThat(redactor.text("abc {\"password\":\"abc\"}"))
                .isEqualTo("abc {\"password\":\"•••\"}");
    }

    @Test
    void forgetsNothingWhenTheCallerWipesItsArray() {
        char[] secret = "wiped-later".toCharArray();
        redactor.remember(secret);
        java.util.Arrays.fill(secret, '\0');
        assertThat(redactor.values("wiped-later")).isEqualTo(Redactor.MASK);
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }
}
