package org.workspaceadmin.app;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.DirectoryCheck;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.setup.DirectoryPort;

/** The directory of a connection: asked where it is reached, trusted as the settings have it. */
final class LiveDirectory implements DirectoryPort {
    private final Foundations below;
    private final String connectionId;
    private final CloudConnection service;

    /**
     * Asks nobody yet.
     *
     * @param below everything below the screens
     * @param connectionId whose directory
     * @param service whose clock is compared
     */
    LiveDirectory(Foundations below, String connectionId, CloudConnection service) {
        this.below = below;
        this.connectionId = connectionId;
        this.service = service;
    }

    @Override
    public Work<Boolean> check(
            CheckOrder order, @Nullable X509Certificate trusted, Consumer<CheckResult> found) {
        return below.workers()
                .start(() -> {
                    DirectoryReach reach = reach(trusted);
                    return new DirectoryCheck(
                                    below.workers(),
                                    below.timer(),
                                    reach.endpoints(),
                                    reach.trust())
                            .run(order, found)
                            .await();
                });
    }

    @Override
    public Work<ObjectReport> leftovers(
            DirectoryAccess access, @Nullable X509Certificate trusted, String pattern, int days) {
        return below.workers()
                .start(() -> {
                    DirectoryReach reach = reach(trusted);
                    return new CompanyDirectory(
                                    below.workers(),
                                    below.timer(),
                                    reach.endpoints(),
                                    reach.trust())
                            .stale(access, pattern, days)
                            .await();
                });
    }

    /** Blocks while stores of certificates are read. */
    private DirectoryReach reach(@Nullable X509Certificate trusted) {
        DirectoryReach usual = below.directories().of(connectionId);
        return trusted == null
                ? usual
                : new DirectoryReach(usual.endpoints(), Anchors.with(usual.trust(), trusted));
    }

    @Override
    public @Nullable Duration cloudAhead() {
        return service.health().measuredClockOffset();
    }

    @Override
    public boolean isCompanys(X509Certificate authority) {
        return Trust.bundled().anchors().stream()
                .noneMatch(anchor -> anchor.certificate().equals(authority));
    }

    @Override
    public String redacted(String text) {
        return below.redactor().text(text);
    }
}
