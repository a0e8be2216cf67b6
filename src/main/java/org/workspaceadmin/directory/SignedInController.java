package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A controller somebody is signed in to, and questions to it. Blocks. */
final class SignedInController implements AutoCloseable {
    /** More objects of a kind than this nobody has; a controller that tells more is broken. */
    static final int MOST = 200_000;

    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LDAPConnection connection;
    private final String address;
    private final RootEntry root;
    private final Duration patience;

    SignedInController(LDAPConnection connection, String address, RootEntry root) {
        this(connection, address, root, PATIENCE);
    }

    SignedInController(
            LDAPConnection connection, String address, RootEntry root, Duration patience) {
        this.patience = patience;
        this.connection = connection;
        this.address = address;
        this.root = root;
    }

    /** Its address as it was entered. */
    String address() {
        return address;
    }

    /** What it says of itself. */
    RootEntry root() {
        return root;
    }

    /** More than {@link #MOST}. */
    static final class TooMany extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Everything below the domain that a filter fits, page by page.
     *
     * @param filter which
     * @param attributes what of it
     * @param controls sent with every page
     * @param page hears each page's entries
     */
    void all(Filter filter, List<String> attributes, List<Control> controls, Page page)
            throws LDAPException, TooMany {
        SimplePagedResultsControl next = new SimplePagedResultsControl(PAGE, true);
        int seen = 0;
        // A controller that gives out cookies without end is stopped by the number of pages.
        for (int pages = 0; pages <= 2 * MOST / PAGE; pages++) {
            SearchRequest request = request(root.baseDn(), SearchScope.SUB, filter, attributes);
            request.addControls(controls.toArray(Control[]::new));
            request.addControl(next);
            SearchResult result = send(request);
            seen += result.getEntryCount();
            if (seen > MOST) {
                throw new TooMany();
            }
            page.entries(result.getSearchEntries());
            SimplePagedResultsControl answered = SimplePagedResultsControl.get(result);
            if (answered == null || !answered.moreResultsToReturn()) {
                return;
            }
            next = new SimplePagedResultsControl(PAGE, answered.getCookie(), true);
        }
        throw new TooMany();
    }

    /** Hears the entries of one page. */
    @FunctionalInterface
    interface Page {
        /** Takes them in. */
        void entries(List<SearchResultEntry> entries);
    }

    /** The entries a filter fits, of which there are few. */
    List<SearchResultEntry> some(Filter filter, String... attributes)
            throws LDAPException, TooMany {
        List<SearchResultEntry> found = new ArrayList<>();
        all(filter, List.of(attributes), List.of(), found::addAll);
        return found;
    }

    /** One entry's attributes; nothing is heard when it does not exist. */
    void one(String dn, Consumer<SearchResultEntry> found, String... attributes)
            throws LDAPException {
        Filter any = Filter.createPresenceFilter("objectClass");
        try {
            send(request(dn, SearchScope.BASE, any, List.of(attributes)))
                    .getSearchEntries()
                    .forEach(found);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
        }
    }

    private SearchRequest request(
            String base, SearchScope scope, Filter filter, List<String> attributes) {
        SearchRequest request =
                new SearchRequest(base, scope, filter, attributes.toArray(String[]::new));
        request.setResponseTimeoutMillis(patience.toMillis());
        request.setFollowReferrals(false);
        return request;
    }

    private SearchResult send(SearchRequest request) throws LDAPException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        return Ldap.asked(() -> connection.search(request));
    }

    @Override
    public void close() {
        connection.close();
    }
}
