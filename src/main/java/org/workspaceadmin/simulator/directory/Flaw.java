package org.workspaceadmin.simulator.directory;

import java.util.Map;
import java.util.TreeMap;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Dice;

/** What is wrong with a desktop's computer object. */
enum Flaw {
    /** Nothing. */
    NONE,
    /** There is none. */
    MISSING,
    /** Somebody disabled it. */
    DISABLED,
    /** Its password is older than the thirty days after which a computer changes it. */
    STALE,
    /** It is not in its unit. */
    OTHER_UNIT,
    /** A technician made it and owns it, so that nobody else may use it again. */
    FOREIGN_OWNER,
    /** The name's address is another computer's. */
    OTHER_ADDRESS,
    /** Two controllers made it at a time; one was renamed when they met. */
    DUPLICATE;

    private static final TreeMap<Double, Flaw> OUT =
            new TreeMap<>(
                    Map.of(
                            0.00,
                            MISSING,
                            0.22,
                            DISABLED,
                            0.40,
                            STALE,
                            0.58,
                            OTHER_UNIT,
                            0.68,
                            FOREIGN_OWNER,
                            0.78,
                            DUPLICATE,
                            0.84,
                            OTHER_ADDRESS,
                            0.90,
                            NONE));
    private static final TreeMap<Double, Flaw> IN =
            new TreeMap<>(
                    Map.of(
                            0.000,
                            STALE,
                            0.006,
                            OTHER_ADDRESS,
                            0.011,
                            OTHER_UNIT,
                            0.014,
                            DUPLICATE,
                            0.016,
                            NONE));
    private static final TreeMap<Double, Flaw> QUIET = new TreeMap<>(Map.of(0.0, STALE, 0.3, NONE));

    /**
     * Decides it, when the directory is started.
     *
     * @param desktop as it then is
     * @param dice chance
     */
    static Flaw of(Desktop desktop, Dice dice) {
        if (desktop.joins() > 0 || desktop.sidDiffers()) {
            return NONE;
        }
        double share = dice.share("flaw", desktop.birth().index());
        TreeMap<Double, Flaw> shares =
                switch (desktop.domainStatus()) {
                    case Desktop.OUT_OF_DOMAIN -> OUT;
                    case Desktop.IN_DOMAIN -> IN;
                    default -> QUIET;
                };
        return shares.floorEntry(share).getValue();
    }
}
