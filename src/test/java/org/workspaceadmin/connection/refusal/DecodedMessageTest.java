package org.workspaceadmin.connection.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.refusal.Explanation.Boundary;
import org.workspaceadmin.connection.refusal.Explanation.Denial;

/** The shapes a decoded message may have; only the reason and "a context" are documented. */
class DecodedMessageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'context':{'action':'workspace:desktops:rebuild','resource':'workspace:r:a:desktop:d',"
                        + "'principal_urn':'iam::a:user:ann'},'failure':'implicit deny by identity-based policy'}",
                "{'action':'workspace:desktops:rebuild','resource':['workspace:r:a:desktop:d'],"
                        + "'principal':'iam::a:user:ann','reason':'implicit deny'}",
                "{'explicitDeny':false,'context':{'principal':{'id':'0f','urn':'iam::a:user:ann'},"
                        + "'actions':[{'name':'workspace:desktops:rebuild'}],"
                        + "'resources':[{'urn':'workspace:r:a:desktop:d'}]}}",
                "[{'Context':{'Required_Action':'workspace:desktops:rebuild','Resource-URN':"
                        + "'workspace:r:a:desktop:d','User_Name':'ann','PrincipalUrn':'iam::a:user:ann'},"
                        + "'Failure':'Implicit Deny'}]"
            })
    void findsTheSameInEveryShape(String json) {
        DecodedMessage message = DecodedMessage.read(json.replace('\'', '"'));

        assertThat(message.actions()).containsExactly("workspace:desktops:rebuild");
        assertThat(message.resources()).containsExactly("workspace:r:a:desktop:d");
        assertThat(message.principal()).isEqualTo("iam::a:user:ann");
        assertThat(message.denial()).isEqualTo(Denial.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "implicit deny by identity-based policy, NOT_ALLOWED, IDENTITY",
        "explicit deny by identity-based policy, FORBIDDEN, IDENTITY",
        "implicit deny by service control policy, NOT_ALLOWED, ORGANIZATION",
        "explicit deny by SCP, FORBIDDEN, ORGANIZATION",
        "implicit deny by session policy, NOT_ALLOWED, SESSION",
        "身份策略显式拒绝, FORBIDDEN, NOT_SAID",
        "because no identity-based policy allows it, NOT_ALLOWED, IDENTITY",
        "something else, NOT_SAID, NOT_SAID",
    })
    void readsWhichPolicyDecided(String reason, Denial denial, Boundary boundary) {
        DecodedMessage message = DecodedMessage.read("{\"failure\":\"" + reason + "\"}");
        assertThat(message.denial()).isEqualTo(denial);
        assertThat(message.boundary()).isEqualTo(boundary);
        assertThat(message.reason()).isEqualTo(reason);
    }

    @Test
    void searchesATextThatIsNoJson() {
        DecodedMessage message =
                DecodedMessage.read(
                        "{\"context\":{\"action\":\"workspace:desktops:rebuild\",\"resource\":\"wor");
        assertThat(message.actions()).containsExactly("workspace:desktops:rebuild");
        assertThat(message.reason()).startsWith("{\"context\"");

        assertThat(DecodedMessage.read("").actions()).isEmpty();
        assertThat(DecodedMessage.read("null").actions()).isEmpty();
        assertThat(DecodedMessage.read("\"只是文字\"").actions()).isEmpty();
    }

    @Test
    void keepsChinese() {
        DecodedMessage message =
                DecodedMessage.read(
                        "{\"failure\":\"隐式拒绝：没有策略允许\",\"context\":{\"user_name\":\"张三\","
                                + "\"action\":\"workspace:desktops:rebuild\"}}");
        assertThat(message.principal()).isEqualTo("张三");
        assertThat(message.denial()).isEqualTo(Denial.NOT_ALLOWED);
        assertThat(message.reason()).contains("没有策略允许");
    }

    @Test
    @Timeout(20)
    void isNotBroughtDownByAHugeMessage() {
        String many =
                "{\"context\":["
                        + "{\"action\":\"workspace:desktops:rebuild\",\"x\":[1,2,3]},"
                                .repeat(50_000)
                        + "{}],\"failure\":\""
                        + "implicit ".repeat(10_000)
                        + "\"}";
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        String words = "a:".repeat(100_000);
        long begin = System.nanoTime();

        DecodedMessage message = DecodedMessage.read(many);
        assertThat(message.actions()).hasSize(1);
        assertThat(message.reason()).hasSizeLessThan(600);
        assertThat(DecodedMessage.read(deep).actions()).isEmpty();
        assertThat(DecodedMessage.read(words).actions()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aTextOfTheServiceCanNameTheAction() {
        assertThat(
                        DecodedMessage.actionsIn(
                                "Policy doesn't allow workspace:desktops:list to be performed."))
                .containsExactly("workspace:desktops:list");
        assertThat(DecodedMessage.actionsIn("needs sts::decodeAuthorizationMessage."))
                .containsExactly("sts::decodeAuthorizationMessage");
        assertThat(DecodedMessage.actionsIn("at 10:30:12 on https://host:8443/x")).isEmpty();
    }
}
