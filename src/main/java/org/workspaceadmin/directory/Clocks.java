package org.workspaceadmin.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;

/** Compares the clocks of workstation, controller and cloud, pairwise. Pure. */
final class Clocks {
    /** Beyond this Kerberos refuses (RFC 4120 section 5.2.3, and AD's default). */
    private static final Duration KERBEROS = Duration.ofMinutes(5);

    /** Beyond this the cloud refuses signed requests (api/errors.md). */
    private static final Duration SIGNATURE = Duration.ofMinutes(15);

    private Clocks() {}

    /**
     * Compares.
     *
     * @param controller whose clock it is
     * @param theirs what it showed
     * @param ours this workstation's at the same moment
     * @param cloudAhead how far the cloud's clock is ahead of ours, null when not known
     */
    static CheckResult compare(
            String controller,
            Instant theirs,
            Instant ours,
            @Nullable Duration cloudAhead,
            Duration took) {
        Duration ahead = Duration.between(ours, theirs);
        Duration aheadOfCloud = cloudAhead == null ? null : ahead.minus(cloudAhead);
        String code = code(ahead, cloudAhead, aheadOfCloud);
        List<String> arguments = new ArrayList<>(List.of(seconds(ahead)));
        List<Field> evidence = new ArrayList<>();
        evidence.add(new Field("currentTime", theirs.toString()));
        evidence.add(new Field("controllerAheadSeconds", seconds(ahead)));
        if (cloudAhead != null && aheadOfCloud != null) {
            arguments.add(seconds(cloudAhead));
            arguments.add(seconds(aheadOfCloud));
            evidence.add(new Field("cloudAheadSeconds", seconds(cloudAhead)));
            evidence.add(new Field("controllerAheadOfCloudSeconds", seconds(aheadOfCloud)));
        }
        // A workstation whose clock alone is wrong harms its own sign-ins, not the desktops'.
        boolean onlyOurs =
                code.equals("WORKSTATION")
                        && (cloudAhead == null || !beyond(cloudAhead, SIGNATURE));
        return new CheckResult(
                CheckKind.CLOCK,
                controller,
                code.equals("SAME") ? Verdict.GOOD : onlyOurs ? Verdict.ATTENTION : Verdict.BAD,
                code,
                arguments,
                evidence,
                took);
    }

    private static String code(
            Duration ahead, @Nullable Duration cloudAhead, @Nullable Duration aheadOfCloud) {
        if (beyond(ahead, KERBEROS)) {
            return aheadOfCloud != null && !beyond(aheadOfCloud, KERBEROS)
                    ? "WORKSTATION"
                    : "CONTROLLER";
        }
        if (cloudAhead != null && beyond(cloudAhead, SIGNATURE)) {
            return "CLOUD";
        }
        if (aheadOfCloud != null && beyond(aheadOfCloud, KERBEROS)) {
            return "CLOUD_AND_CONTROLLER";
        }
        return "SAME";
    }

    private static boolean beyond(Duration difference, Duration most) {
        return difference.abs().compareTo(most) > 0;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
