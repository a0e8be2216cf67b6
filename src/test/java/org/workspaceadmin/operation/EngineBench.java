package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

/**
 * An engine on a real journal, a scripted service and hand-driven time. It can be ended and begun
 * again on the same journal.
 */
final class EngineBench implements AutoCloseable {
    static final String CONNECTION = "c";

    final ManualTimer timer = new ManualTimer();
    final ScriptedService service = new ScriptedService(timer);
    final List<OperationState> published = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final Set<String> guarded = new HashSet<>();
    private final Path file;
    private Duration foreign = Duration.ZERO;
    private final UnaryOperator<String> mask;
    Journal journal;
    Engine engine;

    EngineBench(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    EngineBench(Path folder, UnaryOperator<String> mask) {
        file = folder.resolve("journal.db");
        this.mask = mask;
        start();
        attach();
    }

    private void start() {
        journal = Journal.open(file, mask, timer);
        engine =
                new Engine(
                        journal,
                        Workers.sameThread(),
                        timer,
                        PollSettings.standard().withForeign(foreign),
                        new EnginePorts() {
                            @Override
                            public boolean guarded(String connectionId) {
                                return guarded.contains(connectionId);
                            }

                            @Override
                            public void ended(String connectionId, Collection<String> ids) {
                                ended.addAll(ids);
                            }
                        },
                        mask);
        engine.subscribe(published::add);
    }

    /** From now on jobs that were started elsewhere are looked for once a minute. */
    void lookForForeign() {
        foreign = Duration.ofMinutes(1);
        restart();
        attach();
    }

    void attach() {
        engine.attach(CONNECTION, "Production", "project", Generation.V2, service);
    }

    /** Ends the program without a word and starts it again, not connected yet. */
    void restart() {
        close();
        start();
    }

    /** Starts it again after {@link #close}. */
    void reopen() {
        start();
    }

    static List<Desktop> desktops(int count) {
        return IntStream.range(0, count).mapToObj(i -> Desktops.windows("d" + i)).toList();
    }

    String submit(Draft draft) {
        Plan plan = engine.plan(CONNECTION, draft);
        assertThat(plan.sendable()).as("%s", plan).isTrue();
        return engine.submit(plan, "because").await();
    }

    String submit(Draft draft, Pacing pacing) {
        Plan plan = engine.plan(CONNECTION, draft, Way.USUAL.with(pacing));
        assertThat(plan.sendable()).as("%s", plan).isTrue();
        return engine.submit(plan, "because").await();
    }

    OperationState state(String id) {
        return engine.all().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    TargetState target(String id, int number) {
        return state(id).targets().get(number);
    }

    void pass(int seconds) {
        timer.advance(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        engine.close();
        journal.close();
    }
}
