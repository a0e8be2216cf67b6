package org.workspaceadmin.ui.operation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Everything a screen is given, in hand: time, threads, clipboard. */
public final class TestContext {
    /** Time. */
    public final ManualTimer timer = new ManualTimer();

    /** Texts. */
    public final Texts texts = new Texts(Language.ENGLISH);

    /** What was copied, in order. */
    public final List<String> copied = new ArrayList<>();

    /** The files an operator would choose. */
    public final Files files = new Files();

    /** What screens are given. */
    public final UiContext ui;

    /** For view models: everything on the caller's thread. */
    public TestContext() {
        this(UiExecutor.sameThread());
    }

    /** For screens. */
    public TestContext(UiExecutor executor) {
        ui =
                new UiContext(
                        texts,
                        new Now(timer, executor),
                        timer,
                        Workers.sameThread(),
                        executor,
                        copied::add,
                        files,
                        page -> {});
    }

    /** The files an operator would choose; none unless a test sets them. */
    public static final class Files implements FilePort {
        /** What is opened. */
        public @Nullable Path open;

        /** Where it is saved. */
        public @Nullable Path save;

        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.ofNullable(save);
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.ofNullable(open);
        }
    }
}
