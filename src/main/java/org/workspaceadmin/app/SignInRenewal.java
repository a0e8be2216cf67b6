package org.workspaceadmin.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.SignInFields;
import org.workspaceadmin.ui.connection.SignInViewModel;

/** Signs in again on a connection that is open. */
final class SignInRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(SignInRenewal.class);

    private final Foundations below;
    private final UiContext context;

    SignInRenewal(Foundations below, UiContext context) {
        this.below = below;
        this.context = context;
    }

    /** Inputs for what is missing. */
    SignInForm form(Connection connection) {
        return new SignInFields(
                SignInViewModel.again(connection.identity(), context.timer()), context);
    }

    /**
     * Tries the new sign-in once, uses it from then on, and remembers it when the old one was.
     *
     * @param connection as it is kept
     * @param service its way, which stays open
     * @param signIn how from now on; not wiped before the work ended
     * @return the connection, with the new key's id where keys are temporary
     */
    Work<Connection> renew(Connection connection, CloudConnection service, SignIn signIn) {
        return below.connector()
                .signInAgain(service, signIn)
                .map(
                        below.workers().executor(),
                        health -> {
                            LOG.info("signed in again to {}", connection.name());
                            return kept(connection, signIn);
                        });
    }

    private Connection kept(Connection connection, SignIn signIn) {
        Connection now =
                signIn.kind() == SignInKind.TEMPORARY_KEY
                        ? connection.withIdentity(signIn.identity())
                        : connection;
        if (!now.equals(connection)) {
            below.connections().add(now);
        }
        if (below.signIns().isRemembered(now.id())) {
            below.signIns().remember(now, signIn).await();
        }
        return now;
    }
}
