package org.workspaceadmin.simulator.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Dice;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * All jobs. A job's sub-jobs stay invisible for its first moments (12 % of the job time), start one
 * after the other over a quarter of it, and the parent reports its end a little after the last of
 * them. Guarded by the world's lock.
 */
public final class JobBook {
    private static final int LIMIT = 20_000;

    private final World world;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private long number;

    /**
     * Opens the book.
     *
     * @param world whose jobs
     */
    public JobBook(World world) {
        this.world = world;
    }

    /**
     * Accepts work on desktops.
     *
     * @param project whose
     * @param type job type
     * @param steps one per desktop
     * @param retry how to plan failed ones again, or null when it cannot
     * @return the job
     */
    public Job accept(Project project, String type, List<Step> steps, Job.@Nullable Retry retry) {
        Dice dice = world.dice();
        long mine = number++;
        Instant now = world.timeline().now();
        List<SubJob> parts = new ArrayList<>(steps.size());
        Instant last = now.plus(world.part(0.3));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Desktop desktop = step.desktop();
            long salt = mine * 1000 + i;
            Instant begin = now.plus(world.part(0.05 + 0.25 * i / steps.size())).plus(step.pause());
            Instant end = begin.plus(world.part(0.45 + 0.2 * dice.share("step", salt)));
            desktop.activity(type);
            desktop.attempted();
            world.timeline().at(begin, step.start());
            Duration tenth = Duration.between(begin, end).dividedBy(10);
            if (!step.progress().equals(Step.Progress.NONE)) {
                for (int percent = 10; percent < 100; percent += 10) {
                    int reached = percent;
                    world.timeline()
                            .at(
                                    begin.plus(tenth.multipliedBy(percent / 10)),
                                    () -> step.progress().reached(reached));
                }
            }
            world.timeline()
                    .at(
                            end,
                            () -> {
                                desktop.activity(null);
                                step.end().run();
                            });
            parts.add(new SubJob(dice.uuid("sub-job", salt), desktop, step.failure(), begin, end));
            last = end.isAfter(last) ? end : last;
        }
        return add(
                new Job(
                        dice.uuid("job", mine),
                        type,
                        project,
                        now,
                        now.plus(world.part(0.12)),
                        last.plus(world.part(0.05)),
                        parts,
                        retry,
                        null,
                        dice.share("gloomy", mine) < 0.3));
    }

    /**
     * Accepts work without sub-jobs.
     *
     * @param project whose
     * @param type job type
     * @param duration how long it takes
     * @param failure why it will fail, or null
     * @return the job
     */
    public Job acceptWhole(
            Project project, String type, Duration duration, Step.@Nullable Failure failure) {
        Instant now = world.timeline().now();
        return add(
                new Job(
                        world.dice().hex("job", number++),
                        type,
                        project,
                        now,
                        now,
                        now.plus(duration),
                        List.of(),
                        null,
                        failure,
                        false));
    }

    /**
     * Looks a job up.
     *
     * @param project whose
     * @param id parent id
     * @return the job, or null
     */
    public @Nullable Job find(Project project, String id) {
        Job job = jobs.get(id);
        return job == null || !job.project.equals(project) ? null : job;
    }

    /**
     * All jobs.
     *
     * @return oldest first
     */
    public Collection<Job> all() {
        return jobs.values();
    }

    /**
     * How many jobs are still at work.
     *
     * @return a count
     */
    public long open() {
        Instant now = world.timeline().now();
        return jobs.values().stream().filter(j -> !j.ended(now)).count();
    }

    private Job add(Job job) {
        jobs.put(job.id, job);
        if (jobs.size() > LIMIT) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        return job;
    }
}
