package org.workspaceadmin.cloud;

/** Signs every call with one key pair. */
record KeyAuthenticator(SignedIdentity identity) implements Authenticator {
    @Override
    public Seal prepare(Call call) {
        return identity.seal(call);
    }

    @Override
    public Authenticator aimedAt(CloudSettings settings) {
        return new KeyAuthenticator(identity.aimedAt(settings));
    }
}
