package org.workspaceadmin.contract;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs any request with the vendor's signer, for calls its client for Workspace does not have. */
public final class VendorSigner {
    private VendorSigner() {}

    /** The headers to send, without those the HTTP client sets itself. */
    public static Map<String, String> headers(
            String method,
            URI uri,
            @Nullable String body,
            String access,
            String secret,
            Map<String, String> more) {
        HttpRequest.HttpRequestBuilder builder =
                HttpRequest.newBuilder()
                        .withMethod(HttpMethod.valueOf(method))
                        .withEndpoint(uri.getScheme() + "://" + uri.getRawAuthority())
                        .withPath(uri.getPath())
                        .withContentType("application/json");
        more.forEach(builder::addHeader);
        if (body != null) {
            builder.withBodyAsString(body);
        }
        BasicCredentials credentials =
                new BasicCredentials().withAk(access).withSk(secret).withProjectId("unused");
        Map<String, String> headers =
                new HashMap<>(AKSKSigner.getInstance().sign(builder.build(), credentials));
        headers.remove("Host");
        headers.putAll(more);
        return headers;
    }
}
