package org.workspaceadmin.operation;

import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.domain.SiteLists;

/** The planner itself, for tests of screens that show what it finds. */
public final class RealPlans {
    private RealPlans() {}

    /** A plan of a draft where nothing else is known or open. */
    public static Plan of(Draft draft, KnownNames names) {
        return Planner.plan(
                draft,
                new PlanContext(
                        "c1",
                        new Writes("0aa1"),
                        Directory.LOCAL,
                        true,
                        id -> null,
                        id -> null,
                        UnaryOperator.identity(),
                        Generation.V2,
                        new Target(Target.Type.SERVICE, "0aa1", "Connection"),
                        SiteLists.standIn(),
                        names,
                        id -> null));
    }
}
