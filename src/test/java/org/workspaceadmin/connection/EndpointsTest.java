package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "https://workspace.cn-north-4.myhuaweicloud.com, https://workspace.cn-north-4.myhuaweicloud.com",
        "workspace.cn-north-4.myhuaweicloud.com, https://workspace.cn-north-4.myhuaweicloud.com",
        "'  HTTPS://Workspace.Example.COM:8443/ ', https://workspace.example.com:8443",
        "http://127.0.0.1:9090, http://127.0.0.1:9090",
        "http://localhost, http://localhost",
        "http://[::1]:80, http://[::1]:80",
    })
    void readsAnAddressAsTyped(String typed, URI address) {
        assertThat(EndpointText.read(typed).endpoint()).contains(address);
        assertThat(EndpointText.read(typed).fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', endpointMissing",
        "'   ', endpointMissing",
        "https://, endpointSyntax",
        "'https://two words', endpointSyntax",
        "https://host:99999, endpointSyntax",
        "https://under_score.example, endpointSyntax",
        "http://workspace.example.com, endpointPlainHttp",
        "http://127.0.0.1.example.com, endpointPlainHttp",
        "ftp://workspace.example.com, endpointScheme",
        "https://host/v2/project, endpointParts",
        "https://host?x=1, endpointParts",
        "https://me:marker-secret@host, endpointUserInfo",
    })
    void saysWhatIsWrongWithAnAddress(String typed, String id) {
        InputFault fault = EndpointText.read(typed).fault();

        assertThat(fault.id()).isEqualTo(id);
        assertThat(fault.field()).isEqualTo(InputFault.Field.ENDPOINT);
        assertThat(fault.toString()).doesNotContain("marker-secret");
        assertThat(EndpointText.read(typed).endpoint()).isEmpty();
    }

    @Test
    void findsTheOtherServicesAroundAWorkspaceAddress() {
        Endpoints endpoints =
                Endpoints.around(URI.create("https://workspace.ap-southeast-3.myhuaweicloud.com"));

        assertThat(endpoints.iam())
                .isEqualTo(URI.create("https://iam.ap-southeast-3.myhuaweicloud.com"));
        assertThat(endpoints.vpc())
                .isEqualTo(URI.create("https://vpc.ap-southeast-3.myhuaweicloud.com"));
        URI one = URI.create("http://127.0.0.1:8080");
        assertThat(Endpoints.around(one)).isEqualTo(Endpoints.single(one));
    }

    @Test
    void knowsTheRegionsAndTheirExceptions() {
        List<Region> regions = Regions.all();

        assertThat(regions).hasSize(18).extracting(Region::id).doesNotHaveDuplicates();
        assertThat(regions)
                .allSatisfy(region -> {
                    assertThat(region.english()).isNotBlank();
                    assertThat(region.chinese()).containsPattern("\\p{IsHan}");
                    assertThat(region.endpoints().workspace().getHost()).contains(region.id());
                });
        assertThat(endpoints("cn-east-3").iam())
                .isEqualTo(URI.create("https://iam.cn-east-3.myhuaweicloud.com"));
        assertThat(endpoints("cn-east-3").eps())
                .isEqualTo(URI.create("https://eps.myhuaweicloud.com"));
        assertThat(endpoints("af-north-1").iam())
                .isEqualTo(URI.create("https://iam.myhuaweicloud.com"));
        assertThat(endpoints("eu-west-101").eps())
                .isEqualTo(URI.create("https://eps.eu-west-101.myhuaweicloud.eu"));
        assertThat(Regions.find("atlantis-1")).isEmpty();
    }

    private static Endpoints endpoints(String region) {
        return Regions.find(region).orElseThrow().endpoints();
    }
}
