package org.workspaceadmin.ui.setup;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryCheck;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * The real checks over real sockets.
 *
 * @param endpoints where they lead
 * @param trust whom they believe
 */
record SimulatedPort(Endpoints endpoints, X509TrustManager trust) implements DirectoryPort {
    private static final Workers WORKERS = Workers.virtual("check");

    @Override
    public Work<Boolean> check(
            CheckOrder order, @Nullable X509Certificate trusted, Consumer<CheckResult> found) {
        return new DirectoryCheck(WORKERS, InstantSource.system(), endpoints, trust(trusted))
                .run(order, found);
    }

    @Override
    public Work<ObjectReport> leftovers(
            DirectoryAccess access, @Nullable X509Certificate trusted, String pattern, int days) {
        return new CompanyDirectory(WORKERS, InstantSource.system(), endpoints, trust(trusted))
                .stale(access, pattern, days);
    }

    private X509TrustManager trust(@Nullable X509Certificate trusted) {
        return trusted == null ? trust : Anchors.with(trust, trusted);
    }

    @Override
    public @Nullable Duration cloudAhead() {
        return Duration.ZERO;
    }

    @Override
    public boolean isCompanys(X509Certificate authority) {
        return true;
    }

    @Override
    public String redacted(String text) {
        return text;
    }
}
