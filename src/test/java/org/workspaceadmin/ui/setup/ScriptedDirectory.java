package org.workspaceadmin.ui.setup;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** A directory whose checks find what a test wrote down, or are made elsewhere by another. */
final class ScriptedDirectory implements DirectoryPort {
    final List<CheckOrder> orders = Collections.synchronizedList(new ArrayList<>());
    volatile @Nullable X509Certificate trusted;
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile @Nullable DirectoryPort real;
    volatile Function<CheckOrder, List<CheckResult>> script = order -> List.of();

    @Override
    public Work<Boolean> check(
            CheckOrder order, @Nullable X509Certificate authority, Consumer<CheckResult> found) {
        orders.add(order);
        trusted = authority;
        DirectoryPort elsewhere = real;
        if (elsewhere != null) {
            return elsewhere.check(order, authority, found);
        }
        return Workers.virtual("script")
                .start(() -> {
                    List<CheckResult> results = script.apply(order);
                    results.stream().limit(results.size() / 2).forEach(found);
                    gate.await();
                    results.stream().skip(results.size() / 2).forEach(found);
                    return true;
                });
    }

    @Override
    public Work<ObjectReport> leftovers(
            DirectoryAccess access, @Nullable X509Certificate authority, String pattern, int days) {
        DirectoryPort elsewhere = real;
        return elsewhere == null
                ? Work.of(new ObjectReport(Instant.EPOCH, 0, List.of(), List.of()))
                : elsewhere.leftovers(access, authority, pattern, days);
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
