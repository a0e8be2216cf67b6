package org.workspaceadmin.simulator.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cloud desktop. What is fixed at its creation is final; the rest changes through the API.
 * Guarded by the world's lock. Every setter drops the cached answers.
 */
public final class Desktop {
    /** In the domain, as the domain check says it. */
    public static final int IN_DOMAIN = 1;

    /** Out of the domain, as the domain check says it. */
    public static final int OUT_OF_DOMAIN = 2;

    /** Not reported, as the domain check says it. */
    public static final int NOT_REPORTED = 3;

    /** What stays. */
    final Birth birth;

    private String computerName;
    private String status;
    private @Nullable String taskStatus;
    private @Nullable Integer process;
    private String loginStatus;
    private int domainStatus;
    private boolean sidDiffers;
    private boolean maintenance;
    private Image image;
    private @Nullable String userName;
    private @Nullable String userDomain;
    private @Nullable String orderId;
    private @Nullable String activity;
    private @Nullable Boolean forcedOutcome;
    private int attempts;
    private int joins;
    private @Nullable Instant joined;

    private byte @Nullable [] summary;
    private byte @Nullable [] detail;

    Desktop(
            Birth birth,
            String computerName,
            String status,
            String loginStatus,
            int domainStatus,
            boolean sidDiffers,
            boolean maintenance,
            Image image,
            @Nullable String userName,
            @Nullable String userDomain,
            @Nullable String orderId) {
        this.birth = birth;
        this.computerName = computerName;
        this.status = status;
        this.loginStatus = loginStatus;
        this.domainStatus = domainStatus;
        this.sidDiffers = sidDiffers;
        this.maintenance = maintenance;
        this.image = image;
        this.userName = userName;
        this.userDomain = userDomain;
        this.orderId = orderId;
    }

    /**
     * What stays the same for a desktop's whole life.
     *
     * @param index its place in the fleet, from 0
     * @param id desktop id
     * @param sid Workspace's own security id
     * @param ou organisational unit, {@code a/b}
     * @param ip address
     * @param mac hardware address
     * @param subnetId subnet
     * @param zone availability zone
     * @param product package
     * @param type {@code DEDICATED}, {@code POOLED} or {@code SHARED}
     * @param poolId pool, when it belongs to one
     * @param tags key and value in turns
     * @param created when
     * @param dataDisks how many
     * @param enterpriseProject enterprise project id
     * @param internet reaches the internet
     */
    public record Birth(
            int index,
            String id,
            String sid,
            String ou,
            String ip,
            String mac,
            String subnetId,
            String zone,
            Product product,
            String type,
            @Nullable String poolId,
            List<String> tags,
            Instant created,
            int dataDisks,
            String enterpriseProject,
            boolean internet) {}

    /**
     * What stays.
     *
     * @return the facts of its creation
     */
    public Birth birth() {
        return birth;
    }

    /**
     * Its id.
     *
     * @return 36 characters
     */
    public String id() {
        return birth.id;
    }

    /**
     * Its name.
     *
     * @return the computer name
     */
    public String computerName() {
        return computerName;
    }

    /**
     * Renames it.
     *
     * @param name the new name
     */
    public void computerName(String name) {
        computerName = name;
        changed();
    }

    /**
     * Its state.
     *
     * @return {@code ACTIVE}, {@code SHUTOFF}, {@code ERROR}, {@code HIBERNATED}, or empty while it
     *     is deleted
     */
    public String status() {
        return status;
    }

    /**
     * Sets the state.
     *
     * @param value the new one
     */
    public void status(String value) {
        status = value;
        changed();
    }

    /**
     * What runs on it.
     *
     * @return the task's name, or null
     */
    public @Nullable String taskStatus() {
        return taskStatus;
    }

    /**
     * How far the task is.
     *
     * @return percent, or null
     */
    public @Nullable Integer process() {
        return process;
    }

    /**
     * Sets the running task.
     *
     * @param name its name, or null when idle
     * @param percent how far it is, or null
     */
    public void task(@Nullable String name, @Nullable Integer percent) {
        taskStatus = name;
        process = percent;
        changed();
    }

    /**
     * Whether somebody is signed in.
     *
     * @return the service's word
     */
    public String loginStatus() {
        return loginStatus;
    }

    /**
     * Sets the sign-in state.
     *
     * @param value the service's word
     */
    public void loginStatus(String value) {
        loginStatus = value;
        changed();
    }

    /**
     * Domain membership.
     *
     * @return one of the three numbers of the domain check
     */
    public int domainStatus() {
        return domainStatus;
    }

    /**
     * Sets domain membership.
     *
     * @param value one of the three numbers of the domain check
     */
    public void domainStatus(int value) {
        domainStatus = value;
        changed();
    }

    /**
     * It joined the domain: a rejoin or a new system disk ended well.
     *
     * @param when the moment
     */
    public void joined(Instant when) {
        domainStatus = IN_DOMAIN;
        sidDiffers = false;
        joined = when;
        joins++;
        changed();
    }

    /**
     * When it last joined the domain.
     *
     * @return null when it has not since the world began
     */
    public @Nullable Instant joined() {
        return joined;
    }

    /**
     * How often it joined the domain since the world began.
     *
     * @return a count
     */
    public int joins() {
        return joins;
    }

    /**
     * Whether the SID differs from the one in the directory.
     *
     * @return true when it differs
     */
    public boolean sidDiffers() {
        return sidDiffers;
    }

    /**
     * Sets whether the SID differs.
     *
     * @param value true when it differs
     */
    public void sidDiffers(boolean value) {
        sidDiffers = value;
    }

    /**
     * Whether an administrator works on it.
     *
     * @return maintenance mode
     */
    public boolean maintenance() {
        return maintenance;
    }

    /**
     * Sets maintenance mode.
     *
     * @param value on or off
     */
    public void maintenance(boolean value) {
        maintenance = value;
        changed();
    }

    /**
     * What its system disk was made from.
     *
     * @return the image
     */
    public Image image() {
        return image;
    }

    /**
     * Gives it a new system disk.
     *
     * @param value the image
     */
    public void image(Image value) {
        image = value;
        changed();
    }

    /**
     * Whose desktop it is.
     *
     * @return logon name, or null
     */
    public @Nullable String userName() {
        return userName;
    }

    /**
     * The domain of its user.
     *
     * @return a domain name, or null
     */
    public @Nullable String userDomain() {
        return userDomain;
    }

    /**
     * Gives it to another user.
     *
     * @param name logon name
     * @param domain domain name, or null
     */
    public void user(@Nullable String name, @Nullable String domain) {
        userName = name;
        userDomain = domain;
        changed();
    }

    /**
     * The order of a yearly or monthly desktop.
     *
     * @return order id, or null for pay-per-use
     */
    public @Nullable String orderId() {
        return orderId;
    }

    /**
     * Sets the order.
     *
     * @param value order id, or null for pay-per-use
     */
    public void orderId(@Nullable String value) {
        orderId = value;
        changed();
    }

    /**
     * What holds it, whether it shows or not: a job is accepted before its first task is seen.
     *
     * @return a word for the operation, or null when it is free
     */
    public @Nullable String activity() {
        return activity == null ? taskStatus : activity;
    }

    /**
     * Takes hold of it or lets it go.
     *
     * @param value a word for the operation, or null
     */
    public void activity(@Nullable String value) {
        activity = value;
    }

    /**
     * An ordered result for what is done with it next.
     *
     * @return true to succeed, false to fail, null to leave it to chance
     */
    public @Nullable Boolean forcedOutcome() {
        return forcedOutcome;
    }

    /**
     * Orders a result.
     *
     * @param value true to succeed, false to fail, null to leave it to chance
     */
    public void forcedOutcome(@Nullable Boolean value) {
        forcedOutcome = value;
    }

    /**
     * How many operations were tried on it.
     *
     * @return a count
     */
    public int attempts() {
        return attempts;
    }

    /** Counts an operation. */
    public void attempted() {
        attempts++;
    }

    /**
     * Its entry in the short list.
     *
     * @return JSON, not to be changed
     */
    public byte[] summary() {
        byte[] known = summary;
        if (known == null) {
            known = DesktopJson.summary(this);
            summary = known;
        }
        return known;
    }

    /**
     * Its entry in the detail list.
     *
     * @return JSON, not to be changed
     */
    public byte[] detail() {
        byte[] known = detail;
        if (known == null) {
            known = DesktopJson.detail(this, false);
            detail = known;
        }
        return known;
    }

    private void changed() {
        summary = null;
        detail = null;
    }
}
