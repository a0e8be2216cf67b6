package org.workspaceadmin.simulator.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The searches of one client, with AD's limits, pages and referrals. */
final class LdapSearch {
    /** AD's MaxPageSize: no search gives more at a time, asked for pages or not. */
    private static final int MOST = 1_000;

    private static final String PAGED = "1.2.840.113556.1.4.319";
    private static final String DOMAIN_SCOPE = "1.2.840.113556.1.4.1339";
    private static final String NOT_SIGNED_IN =
            "000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a"
                    + " successful bind must be completed on the connection., data 0, v4563";

    /** Given only to those who ask for them by name. */
    private static final Set<String> ON_REQUEST = Set.of("ntsecuritydescriptor");

    private final Controller controller;
    private final Map<String, List<Entry>> pages = new HashMap<>();
    private int cookies;

    LdapSearch(Controller controller) {
        this.controller = controller;
    }

    LDAPMessage answer(
            LDAPListenerClientConnection client,
            int id,
            @Nullable Account reader,
            SearchRequestProtocolOp request,
            List<Control> controls) {
        try {
            return answerOrFail(client, id, reader, request, controls);
        } catch (LDAPException e) {
            return done(id, e.getResultCode(), e.getMatchedDN(), e.getDiagnosticMessage());
        }
    }

    private LDAPMessage answerOrFail(
            LDAPListenerClientConnection client,
            int id,
            @Nullable Account reader,
            SearchRequestProtocolOp request,
            List<Control> controls)
            throws LDAPException {
        String name = request.getBaseDN();
        if (name.isEmpty() && request.getScope().equals(SearchScope.BASE)) {
            send(client, id, controller.root(), null, request.getAttributes());
            return done(id, ResultCode.SUCCESS, null, null);
        }
        if (reader == null) {
            return done(id, ResultCode.OPERATIONS_ERROR, null, NOT_SIGNED_IN);
        }
        SimplePagedResultsControl paged = paged(controls);
        String cookie = paged == null ? "" : paged.getCookie().stringValue();
        List<Entry> found;
        if (cookie.isEmpty()) {
            found = found(request);
            if (refers(request, controls)) {
                refer(client, id);
            }
        } else {
            List<Entry> rest = pages.remove(cookie);
            if (rest == null) {
                return done(id, ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, null, "unknown cookie");
            }
            found = rest;
        }
        int page = paged == null || paged.getSize() <= 0 ? MOST : Math.min(MOST, paged.getSize());
        int limit = request.getSizeLimit() > 0 ? Math.min(page, request.getSizeLimit()) : page;
        for (Entry entry : found.subList(0, Math.min(limit, found.size()))) {
            send(client, id, entry, reader, request.getAttributes());
        }
        boolean more = found.size() > limit;
        if (paged == null || (more && limit < page)) {
            return done(id, more ? ResultCode.SIZE_LIMIT_EXCEEDED : ResultCode.SUCCESS, null, null);
        }
        String next = "";
        if (more) {
            next = "page-" + ++cookies;
            pages.put(next, found.subList(limit, found.size()));
        }
        return new LDAPMessage(
                id,
                new SearchResultDoneProtocolOp(0, null, null, null),
                new SimplePagedResultsControl(0, new ASN1OctetString(next), false));
    }

    private List<Entry> found(SearchRequestProtocolOp request) throws LDAPException {
        List<Entry> below = controller.tree().below(named(request.getBaseDN()), request.getScope());
        if (below == null) {
            throw new LDAPException(
                    ResultCode.NO_SUCH_OBJECT,
                    "0000208D: NameErr: DSID-0310028D, problem 2001 (NO_OBJECT), data 0,"
                            + " best match of:\n\t'"
                            + controller.domain().base()
                            + "'\n",
                    controller.domain().base(),
                    null);
        }
        List<Entry> found = new ArrayList<>();
        for (Entry entry : below) {
            if (AdFilter.meets(entry, request.getFilter())) {
                found.add(entry);
            }
        }
        return found;
    }

    /** A name may be a SID in angle brackets (MS-ADTS section 3.1.1.3.1.2.4). */
    private DN named(String name) throws LDAPException {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("<SID=S-1-") || !upper.endsWith(">")) {
            return new DN(name);
        }
        byte[] sid = AdBytes.sid(upper.substring(5, upper.length() - 1));
        for (Entry entry : controller.tree().entries().values()) {
            byte[] own = entry.getAttributeValueBytes("objectSid");
            if (own != null && java.util.Arrays.equals(own, sid)) {
                return entry.getParsedDN();
            }
        }
        return new DN("CN=nobody");
    }

    /** A search of the whole domain is pointed to its other parts too. */
    private boolean refers(SearchRequestProtocolOp request, List<Control> controls)
            throws LDAPException {
        return request.getScope().equals(SearchScope.SUB)
                && DN.equals(request.getBaseDN(), controller.domain().base())
                && controls.stream().noneMatch(c -> c.getOID().equals(DOMAIN_SCOPE));
    }

    private void refer(LDAPListenerClientConnection client, int id) throws LDAPException {
        String domain = controller.domain().name();
        String base = controller.domain().base();
        for (String part : List.of("DC=ForestDnsZones", "DC=DomainDnsZones", "CN=Configuration")) {
            String host = part.startsWith("DC=") ? part.substring(3) + "." + domain : domain;
            client.sendSearchResultReference(
                    id,
                    new SearchResultReferenceProtocolOp(
                            List.of("ldap://" + host + "/" + part + "," + base)));
        }
    }

    private void send(
            LDAPListenerClientConnection client,
            int id,
            Entry entry,
            @Nullable Account reader,
            List<String> wanted)
            throws LDAPException {
        Entry shown = new Entry(entry.getParsedDN());
        boolean all = wanted.isEmpty() || wanted.contains("*");
        for (Attribute attribute : entry.getAttributes()) {
            boolean named = wanted.stream().anyMatch(attribute.getName()::equalsIgnoreCase);
            boolean usual = !ON_REQUEST.contains(attribute.getName().toLowerCase(Locale.ROOT));
            if (named || (all && usual)) {
                shown.addAttribute(attribute);
            }
        }
        for (String name : wanted) {
            Attribute computed = controller.tree().computed(entry, name, reader);
            if (computed != null) {
                shown.addAttribute(computed);
            }
        }
        client.sendSearchResultEntry(id, shown);
    }

    private static @Nullable SimplePagedResultsControl paged(List<Control> controls)
            throws LDAPException {
        for (Control control : controls) {
            if (control instanceof SimplePagedResultsControl known) {
                return known;
            }
            if (control.getOID().equals(PAGED)) {
                // A request's control is decoded like an answer's: size and cookie.
                return new SimplePagedResultsControl(
                        control.getOID(), control.isCritical(), control.getValue());
            }
        }
        return null;
    }

    private static LDAPMessage done(
            int id, ResultCode code, @Nullable String matched, @Nullable String text) {
        return new LDAPMessage(
                id, new SearchResultDoneProtocolOp(code.intValue(), matched, text, null));
    }
}
