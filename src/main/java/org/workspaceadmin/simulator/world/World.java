package org.workspaceadmin.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Everything the simulated cloud knows. One lock guards it: an answer is made in microseconds, and
 * one order of events is what makes a run repeatable.
 */
public final class World {
    /** The region everything is in. */
    public static final String REGION = "ap-southeast-3";

    private static final String UPPER = "ABCDEFGHIJKLMNPQRSTUVWXYZ23456789";
    private static final String ANY = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Duration jobTime;
    private final Dice dice;
    private final Timeline timeline;
    private final Images images;
    private final Networks networks;
    private final List<Person> people;
    private final Project main;
    private final List<Project> projects;
    private volatile Predicate<Desktop> blocked = desktop -> false;

    /**
     * Makes the world.
     *
     * @param seed what it looks like
     * @param desktops how many the main project has
     * @param jobTime how long a job takes from end to end
     * @param clock the time
     */
    public World(long seed, int desktops, Duration jobTime, InstantSource clock) {
        this.clock = clock;
        this.jobTime = jobTime;
        dice = new Dice(seed);
        timeline = new Timeline(clock.instant());
        images = new Images(dice);
        networks = new Networks(dice);
        people = People.make(dice, Math.max(12, desktops * 5 / 6));
        Fleet fleet = new Fleet(new FleetBuilder(dice, images, networks, people).make(desktops));
        main =
                new Project(
                        dice.hex("project", 0),
                        REGION,
                        "Default project of the region",
                        fleet,
                        subscribed());
        Project team =
                new Project(
                        dice.hex("project", 1),
                        REGION + "_team",
                        "Second project, Workspace not opened yet",
                        new Fleet(List.of()),
                        new ServiceState(dice.hex("service", 1), ""));
        Project builtIn =
                new Project(
                        dice.hex("project", 2),
                        "MOS",
                        "",
                        new Fleet(List.of()),
                        new ServiceState(dice.hex("service", 2), ""));
        projects = List.of(main, team, builtIn);
    }

    private ServiceState subscribed() {
        ServiceState service = new ServiceState(dice.hex("service", 0), "exampleco");
        service.status = "SUBSCRIBED";
        service.progress = 100;
        service.configStatus = "0";
        service.vpcId = networks.vpcs().getFirst().id();
        service.subnets = networks.desktopSubnets().stream().map(Subnet::id).toList();
        service.accessMode = "BOTH";
        service.dedicatedSubnets = "10.16.0.0/16";
        service.domain =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("domain_type", "LOCAL_AD")
                        .put("domain_name", FleetBuilder.DOMAIN)
                        .put("domain_admin_account", "svc-desktop")
                        .put("active_domain_ip", "10.16.0.9")
                        .put("active_domain_name", "dc1." + FleetBuilder.DOMAIN)
                        .put("standby_domain_ip", "10.16.0.10")
                        .put("standby_domain_name", "dc2." + FleetBuilder.DOMAIN)
                        .put("active_dns_ip", "10.16.0.9")
                        .put("standby_dns_ip", "10.16.0.10")
                        .put("delete_computer_object", "1")
                        .put("use_ldaps", false);
        return service;
    }

    /**
     * Does something with the world alone, after everything due by now has happened.
     *
     * @param work what to do; not to block
     * @param <T> its result
     * @return the result
     */
    public <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            timeline.advance(clock.instant());
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The present moment.
     *
     * @return by the injected clock
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * A part of the time a job takes; everything that lags is scaled by it.
     *
     * @param share 1 for a whole job
     * @return how long
     */
    public Duration part(double share) {
        return Duration.ofNanos(Math.round(jobTime.toNanos() * share));
    }

    /**
     * Chance.
     *
     * @return the dice
     */
    public Dice dice() {
        return dice;
    }

    /**
     * What will happen.
     *
     * @return the timeline
     */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * The images.
     *
     * @return of all projects
     */
    public Images images() {
        return images;
    }

    /**
     * The networks.
     *
     * @return of all projects
     */
    public Networks networks() {
        return networks;
    }

    /**
     * The users of the main project.
     *
     * @return in a fixed order
     */
    public List<Person> people() {
        return people;
    }

    /**
     * The project with the fleet.
     *
     * @return the main project
     */
    public Project main() {
        return main;
    }

    /**
     * All projects of the account.
     *
     * @return the main one first
     */
    public List<Project> projects() {
        return projects;
    }

    /**
     * Looks a project up.
     *
     * @param id project id
     * @return the project
     */
    public Optional<Project> project(String id) {
        return projects.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * The company's domain.
     *
     * @return its name
     */
    public String domainName() {
        return FleetBuilder.DOMAIN;
    }

    /**
     * The company's directory tells which objects a join may not use again.
     *
     * @param which true for those that somebody else owns
     */
    public void blockReuse(Predicate<Desktop> which) {
        blocked = which;
    }

    /**
     * Whether the directory blocks a join.
     *
     * @param desktop which is to join
     * @return false where there is no directory
     */
    public boolean reuseBlocked(Desktop desktop) {
        return blocked.test(desktop);
    }

    /**
     * Account id.
     *
     * @return 32 hexadecimal digits
     */
    public String accountId() {
        return dice.hex("account", 0);
    }

    /**
     * Account name.
     *
     * @return fixed
     */
    public String account() {
        return "example-account";
    }

    /**
     * IAM user name.
     *
     * @return fixed
     */
    public String user() {
        return "desk-admin";
    }

    /**
     * IAM user id.
     *
     * @return 32 hexadecimal digits
     */
    public String userId() {
        return dice.hex("iam-user", 0);
    }

    /**
     * Made-up password of the IAM user.
     *
     * @return fixed per seed
     */
    public String password() {
        return "Demo-" + dice.word("password", 12, ANY) + "9!";
    }

    /**
     * Made-up access key.
     *
     * @return fixed per seed
     */
    public String accessKey() {
        return "HWSIM" + dice.word("access", 15, UPPER);
    }

    /**
     * Made-up secret key.
     *
     * @return fixed per seed
     */
    public String secretKey() {
        return dice.word("secret", 40, ANY);
    }
}
