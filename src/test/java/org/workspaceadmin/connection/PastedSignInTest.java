package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedSignInTest {
    @Test
    void iamsAnswerFillsEverything() {
        PastedSignIn read =
                read(
                        """
                        {"credential": {"access": "HSTAEXAMPLE", "secret": "s3cr3t",
                          "securitytoken": "gQpjbi1ub3J0aA==",
                          "expires_at": "2026-01-06T08:30:00.000000Z"}}
                        """);
        assertThat(read.kind()).isEqualTo(SignInKind.TEMPORARY_KEY);
        assertThat(read.accessKey()).isEqualTo("HSTAEXAMPLE");
        assertThat(read.secretKey().text()).isEqualTo("s3cr3t");
        assertThat(read.token().text()).isEqualTo("gQpjbi1ub3J0aA==");
        assertThat(read.expires()).isEqualTo(Instant.parse("2026-01-06T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export HUAWEICLOUD_SDK_AK=AKEXAMPLE\nexport HUAWEICLOUD_SDK_SK='s3/cr+3t='",
                "set HUAWEICLOUD_SDK_AK=AKEXAMPLE\r\nset HUAWEICLOUD_SDK_SK=s3/cr+3t=",
                "$env:HUAWEICLOUD_SDK_AK = \"AKEXAMPLE\"; $env:HUAWEICLOUD_SDK_SK = \"s3/cr+3t=\"",
                "HW_ACCESS_KEY=AKEXAMPLE\nHW_SECRET_KEY=s3/cr+3t=",
                "hcloud configure set --cli-access-key=AKEXAMPLE --cli-secret-key=s3/cr+3t=",
                "[default]\nak = AKEXAMPLE\nsk = s3/cr+3t=",
                "{\"ak\": \"AKEXAMPLE\", \"sk\": \"s3/cr+3t=\"}",
                "\uFEFFUser Name,Access Key Id,Secret Access Key\r\n"
                        + "\"it.admin\",AKEXAMPLE,s3/cr+3t=",
                "User Name,Access Key Id,Secret Access Key\n\"it\",\"AKEXAMPLE\",\"s3/cr+3t=\"\n",
            })
    void aKeyPairIsFoundHoweverItIsWritten(String text) {
        PastedSignIn read = read(text);
        assertThat(read.kind()).isEqualTo(SignInKind.ACCESS_KEY);
        assertThat(read.accessKey()).isEqualTo("AKEXAMPLE");
        assertThat(read.secretKey().text()).isEqualTo("s3/cr+3t=");
        assertThat(read.user()).isEmpty();
    }

    @Test
    void aTokenAmongTheLinesMakesTheKeysTemporary() {
        PastedSignIn read =
                read(
                        "export HUAWEICLOUD_SDK_AK=A\nexport HUAWEICLOUD_SDK_SK=S\n"
                                + "export HUAWEICLOUD_SDK_SECURITY_TOKEN=T==");
        assertThat(read.kind()).isEqualTo(SignInKind.TEMPORARY_KEY);
        assertThat(read.token().text()).isEqualTo("T==");
        assertThat(read.expires()).isNull();
    }

    @Test
    void aUserWithAccountAndPasswordIsFound() {
        PastedSignIn read =
                read(
                        "export OS_USERNAME=\"it.admin\"\nexport OS_USER_DOMAIN_NAME=example\n"
                                + "export OS_PASSWORD='with blank'\n");
        assertThat(read.kind()).isEqualTo(SignInKind.PASSWORD);
        assertThat(read.user()).isEqualTo("it.admin");
        assertThat(read.account()).isEqualTo("example");
        assertThat(read.password().text()).isEqualTo("with blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AKEXAMPLE",
                "export HUAWEICLOUD_SDK_AK=AKEXAMPLE",
                "{\"credential\": {\"access\": \"A\"",
                "{\"desktops\": []}",
                "User Name,Access Key Id,Secret Access Key",
                "a secret with = in it"
            })
    void anythingElseIsNotTaken(String text) {
        assertThat(PastedSignIn.read(text)).isEmpty();
    }

    @Test
    void itsTextShowsNoSecret() {
        assertThat(read("AK=AKEXAMPLE SK=verysecret").toString()).doesNotContain("verysecret");
    }

    private static PastedSignIn read(String text) {
        Optional<PastedSignIn> read = PastedSignIn.read(text);
        assertThat(read).isPresent();
        return read.orElseThrow();
    }
}
