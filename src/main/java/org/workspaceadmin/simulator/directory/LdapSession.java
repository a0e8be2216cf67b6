package org.workspaceadmin.simulator.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One client of a controller: who it is signed in as, and AD's answers to what it asks. The
 * directory is only to be read, so every change is refused.
 */
final class LdapSession extends LDAPListenerRequestHandler {
    /** How AD begins the text of a refused sign-in; the code follows. */
    private static final String NEEDS_TLS =
            "00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity"
                    + " checking if SSL\\TLS are not already active on the connection, data 0, v4563";

    private static final String READ_ONLY =
            "00000005: SecErr: DSID-03152E13, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0";

    private final Controller controller;
    private final @Nullable LDAPListenerClientConnection connection;
    private final LdapSearch search;
    private @Nullable Account account;

    /**
     * Whose clients these will be.
     *
     * @param controller asked by them
     */
    LdapSession(Controller controller) {
        this(controller, null);
    }

    private LdapSession(Controller controller, @Nullable LDAPListenerClientConnection connection) {
        this.controller = controller;
        this.connection = connection;
        search = new LdapSearch(controller);
    }

    @Override
    public LdapSession newInstance(LDAPListenerClientConnection client) {
        return new LdapSession(controller, client);
    }

    @Override
    public LDAPMessage processBindRequest(
            int id, BindRequestProtocolOp request, List<Control> controls) {
        account = null;
        ASN1OctetString password = request.getSimplePassword();
        if (password == null) {
            return bound(id, ResultCode.AUTH_METHOD_NOT_SUPPORTED, "no Kerberos here");
        }
        if (password.getValueLength() == 0) {
            // Without a password nobody is anybody, whatever the name says.
            return bound(id, ResultCode.SUCCESS, null);
        }
        if (connection == null || !(connection.getSocket() instanceof SSLSocket)) {
            return bound(id, ResultCode.STRONG_AUTH_REQUIRED, NEEDS_TLS);
        }
        Account claimed = controller.accounts().binding(request.getBindDN());
        String code = controller.accounts().judge(claimed, password.stringValue());
        if (!code.isEmpty()) {
            return bound(
                    id,
                    ResultCode.INVALID_CREDENTIALS,
                    "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data "
                            + code
                            + ", v4563");
        }
        account = claimed;
        return bound(id, ResultCode.SUCCESS, null);
    }

    private static LDAPMessage bound(int id, ResultCode code, @Nullable String text) {
        return new LDAPMessage(
                id, new BindResponseProtocolOp(code.intValue(), null, text, null, null));
    }

    @Override
    public LDAPMessage processSearchRequest(
            int id, SearchRequestProtocolOp request, List<Control> controls) {
        LDAPListenerClientConnection client = connection;
        if (client == null) {
            throw new IllegalStateException("no client asks");
        }
        return search.answer(client, id, account, request, controls);
    }

    @Override
    public LDAPMessage processExtendedRequest(
            int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        boolean who = request.getOID().equals(WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID);
        Account known = account;
        String name =
                known == null ? "" : "u:" + controller.domain().netBios() + "\\" + known.name();
        return new LDAPMessage(
                id,
                new ExtendedResponseProtocolOp(
                        (who ? ResultCode.SUCCESS : ResultCode.PROTOCOL_ERROR).intValue(),
                        null,
                        null,
                        null,
                        null,
                        who ? new ASN1OctetString(name) : null));
    }

    @Override
    public LDAPMessage processAddRequest(
            int id, AddRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(id, new AddResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processCompareRequest(
            int id, CompareRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(id, new CompareResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processDeleteRequest(
            int id, DeleteRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(id, new DeleteResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processModifyRequest(
            int id, ModifyRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(id, new ModifyResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processModifyDNRequest(
            int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                id, new ModifyDNResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    private static int refusal() {
        return ResultCode.INSUFFICIENT_ACCESS_RIGHTS.intValue();
    }
}
