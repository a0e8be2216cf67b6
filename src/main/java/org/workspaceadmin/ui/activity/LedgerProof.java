package org.workspaceadmin.ui.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.journal.Ledger;
import org.workspaceadmin.journal.LedgerExport;
import org.workspaceadmin.journal.Verification;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;

/** Proves the ledger and writes it out, one at a time, in the background. UI thread only. */
public final class LedgerProof {
    /** What goes on, or came of it last. */
    public sealed interface Status {
        /** Nothing. */
        record Idle() implements Status {}

        /** The chain is being proven. */
        record Verifying() implements Status {}

        /** Entries are being written out. */
        record Exporting() implements Status {}

        /**
         * The chain was proven or found broken.
         *
         * @param found what was found
         */
        record Verified(Verification found) implements Status {}

        /**
         * Entries were written out.
         *
         * @param count how many
         * @param file where
         */
        record Exported(int count, Path file) implements Status {}

        /**
         * It went wrong.
         *
         * @param exporting whether it was the writing out
         * @param problem why
         */
        record Failed(boolean exporting, Problem problem) implements Status {}
    }

    private final Ledger ledger;
    private final Supplier<List<Path>> copies;
    private final UiContext ui;
    private final ReadOnlyObjectWrapper<Status> status =
            new ReadOnlyObjectWrapper<>(new Status.Idle());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();

    LedgerProof(Ledger ledger, Supplier<List<Path>> copies, UiContext ui) {
        this.ledger = ledger;
        this.copies = copies;
        this.ui = ui;
    }

    /** What goes on, or came of it last. */
    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** How far it is, 0-1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether something goes on. */
    public boolean busy() {
        return status.get() instanceof Status.Verifying || status.get() instanceof Status.Exporting;
    }

    /** Proves the chain from the first entry to the newest. */
    public void verify() {
        if (busy()) {
            return;
        }
        AtomicBoolean mine = begin(new Status.Verifying());
        ui.workers()
                .start(() -> ledger.verify(copies.get(), this::progressed, mine::get))
                .then(
                        ui.ui(),
                        found -> end(mine, new Status.Verified(found)),
                        failure -> end(mine, failed(false, failure)));
    }

    /**
     * Writes entries out.
     *
     * @param numbers which
     * @param format how
     * @param target where
     */
    public void export(long[] numbers, LedgerExport format, Path target) {
        if (busy()) {
            return;
        }
        AtomicBoolean mine = begin(new Status.Exporting());
        ui.workers()
                .start(() -> {
                    try {
                        return ledger.export(numbers, format, target, this::progressed, mine::get);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .then(
                        ui.ui(),
                        written -> end(mine, new Status.Exported(numbers.length, target)),
                        failure -> end(mine, failed(true, failure)));
    }

    /** Ends what goes on, and forgets what came of it. */
    public void dismiss() {
        cancelled.set(true);
        status.set(new Status.Idle());
    }

    private AtomicBoolean begin(Status what) {
        cancelled = new AtomicBoolean();
        progress.set(0);
        status.set(what);
        return cancelled;
    }

    private void end(AtomicBoolean mine, Status result) {
        if (!mine.get()) {
            status.set(result);
        }
    }

    private void progressed(long done, long all) {
        double part = all == 0 ? 1 : (double) done / all;
        ui.ui().execute(() -> progress.set(part));
    }

    private static Status failed(boolean exporting, Throwable failure) {
        return new Status.Failed(exporting, ProblemText.problemOf(failure));
    }
}
