package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.DirectoryException;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.DirectoryDoor;

/**
 * What the directory knows of the user names in a dialog. Names are asked for together once typing
 * rests, never twice, and a question ends when other names are wanted. UI thread only.
 */
final class AccountLookups {
    private final DialogContext context;
    private final Duration rest;
    private final Runnable changed;
    private final Map<String, AccountAnswer> answers = new HashMap<>();
    private Timer.@Nullable Cancel waiting;
    private @Nullable Work<Map<String, AccountAnswer>> work;
    private @Nullable DirectoryProblem problem;
    private boolean directory;
    private boolean asking;

    /** What is known of one name. */
    sealed interface Lookup {
        /** Nothing is to be said: no name, or no directory anywhere. */
        record Nothing() implements Lookup {}

        /** There is a directory, but it is not connected. */
        record NotKnown() implements Lookup {}

        /** It is being asked. */
        record Asking() implements Lookup {}

        /** It answered. */
        record Answered(AccountAnswer answer) implements Lookup {}

        /** It could not be asked, null when the reason is none of the directory's. */
        record Failed(@Nullable DirectoryProblem problem) implements Lookup {}
    }

    /**
     * Nothing asked yet.
     *
     * @param context what the dialog works with
     * @param rest how long typing has to rest
     * @param changed hears of every answer, on the UI thread
     */
    AccountLookups(DialogContext context, Duration rest, Runnable changed) {
        this.context = context;
        this.rest = rest;
        this.changed = changed;
    }

    /**
     * These names are in the dialog now.
     *
     * @param names as typed; empty ones and those with a domain are passed over
     */
    void want(Collection<String> names) {
        DirectoryDoor door = context.directory();
        if (door == null || door.offerProperty().get() != DirectoryDoor.Offer.OFFERED) {
            return;
        }
        stop();
        Set<String> missing = new LinkedHashSet<>();
        names.stream()
                .map(String::strip)
                .filter(name -> plain(name) && !answers.containsKey(name))
                .forEach(missing::add);
        if (missing.isEmpty()) {
            return;
        }
        asking = true;
        problem = null;
        waiting =
                context.ui()
                        .timer()
                        .after(rest, () -> context.ui().ui().execute(() -> ask(door, missing)));
    }

    /** Ends what runs. */
    void stop() {
        asking = false;
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (work != null) {
            work.cancel();
            work = null;
        }
    }

    /** What is known of a name. */
    Lookup of(String typed) {
        String name = typed.strip();
        DirectoryDoor door = context.directory();
        if (door == null
                || door.offerProperty().get() != DirectoryDoor.Offer.OFFERED
                || !plain(name)) {
            return new Lookup.Nothing();
        }
        AccountAnswer answer = answers.get(name);
        if (answer != null) {
            return new Lookup.Answered(answer);
        }
        return asking
                ? new Lookup.Asking()
                : directory ? new Lookup.Failed(problem) : new Lookup.NotKnown();
    }

    private void ask(DirectoryDoor door, Set<String> names) {
        waiting = null;
        Optional<Work<Map<String, AccountAnswer>>> question = door.accounts(names);
        directory = question.isPresent();
        if (question.isEmpty()) {
            asking = false;
            changed.run();
            return;
        }
        work =
                question.get()
                        .then(
                                context.ui().ui(),
                                found -> {
                                    answers.putAll(found);
                                    asking = false;
                                    changed.run();
                                },
                                failure -> {
                                    problem =
                                            failure instanceof DirectoryException known
                                                    ? known.problem()
                                                    : null;
                                    asking = false;
                                    changed.run();
                                });
    }

    /** A name with a domain in it is asked for once it is taken apart. */
    private static boolean plain(String name) {
        return !name.isEmpty() && name.indexOf('\\') < 0 && name.indexOf('@') < 0;
    }
}
