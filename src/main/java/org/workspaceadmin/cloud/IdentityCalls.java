package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.List;
import org.workspaceadmin.model.CallerIdentity;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.model.TokenInfo;
import org.workspaceadmin.task.Work;

/** IAM, STS and enterprise projects (api/iam-and-signing.md). */
public interface IdentityCalls {
    /**
     * Signs in by password if that was not done yet, and says what the token is for. Fails with
     * INTERNAL on connections that sign.
     */
    Work<TokenInfo> token();

    /**
     * Projects of the account.
     *
     * @param name region id to look for exactly, empty for all
     */
    Work<List<Project>> projects(String name);

    /** The projects this user may use. */
    Work<List<Project>> usableProjects();

    /**
     * A temporary key pair for this identity.
     *
     * @param seconds how long it lives, 900-86400
     */
    Work<TemporaryKey> temporaryKey(int seconds);

    /**
     * Explains a refusal. Needs a signature, so a connection by password gets itself a temporary
     * key first.
     *
     * @param encodedMessage {@code encoded_authorization_message}, 1-10240 characters
     * @return JSON text
     */
    Work<String> decodeAuthorization(String encodedMessage);

    /**
     * The same at another region's STS, where the own region has none; a message can be read at any
     * of them (api/iam-and-signing.md section 4).
     *
     * @param encodedMessage as above
     * @param sts https address of that STS
     */
    Work<String> decodeAuthorization(String encodedMessage, URI sts);

    /** Who this connection is; signed like the decoding. */
    Work<CallerIdentity> callerIdentity();

    /** The account's enterprise projects; fails where the account has none. */
    Work<List<EnterpriseProject>> enterpriseProjects();
}
