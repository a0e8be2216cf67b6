package org.workspaceadmin.simulator.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.job.Step;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.World;

/**
 * Decides what goes wrong: about one first try in twenty-five, never a second one unless it is
 * ordered.
 */
final class Outcomes {
    static final List<Step.Failure> REJOIN =
            List.of(
                    new Step.Failure(
                            "WKS.00010118",
                            "The agent on the desktop did not answer within the time limit."),
                    new Step.Failure(
                            "WKS.00010119",
                            "The domain controller cannot be reached from the desktop's subnet."),
                    new Step.Failure(
                            "WKS.00010121",
                            "The domain administrator account was refused by the AD server."));
    static final List<Step.Failure> REBUILD =
            List.of(
                    new Step.Failure(
                            "WKS.00010110",
                            "The desktop gets no valid IP address. Check DHCP and the network."),
                    new Step.Failure(
                            "WKS.00010124", "The system disk could not be created from the image."),
                    new Step.Failure(
                            "WKS.00010125",
                            "The desktop did not register after its system disk was rebuilt."));
    static final Step.Failure SID_CONFLICT =
            new Step.Failure(
                    "WKS.00010122",
                    "The computer account in the directory has another SID. Update the SID of the desktop first.");
    static final Step.Failure REUSE_BLOCKED =
            new Step.Failure(
                    "WKS.00010123",
                    "An account with the same name exists in Active Directory. Re-using it was blocked by the security policy (0xaac).");
    static final Step.Failure START =
            new Step.Failure("WKS.00010100", "The desktop could not be started.");

    private static final double SHARE = 0.04;

    private final World world;

    Outcomes(World world) {
        this.world = world;
    }

    /** Why the next operation on a desktop will fail, or null. */
    Step.@Nullable Failure next(Desktop desktop, String operation, List<Step.Failure> reasons) {
        Boolean ordered = desktop.forcedOutcome();
        int index = desktop.birth().index();
        boolean fails =
                ordered == null
                        ? desktop.attempts() == 0
                                && world.dice().share("fails-" + operation, index) < SHARE
                        : !ordered;
        return fails ? world.dice().pick("reason-" + operation, index, reasons) : null;
    }
}
