package org.workspaceadmin.app;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.network.DirectoryTrust;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.LiveSetup;
import org.workspaceadmin.fleet.SetupReading;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.LiveDirectoryHealth;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.directory.DirectoryAccessDialog;
import org.workspaceadmin.ui.directory.DirectoryActions;

/**
 * The company's directory of one open connection, from opening the connection to closing it.
 *
 * <p>How a directory is opened: {@link #start} opens the {@link GivenDirectory} of the connection
 * (the demo's), else the one that was entered before, when its password lies in the key store. Else
 * nothing is asked until the operator connects in Directory access, which ends in {@link #open}.
 * From then on {@link #health()} reads the directory and {@link #accounts} can be asked; {@link
 * #close} ends both and wipes the password.
 */
final class DirectoryDesk implements DirectoryActions, DirectoryDoor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryDesk.class);

    /** The fleet goes first, but not for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Foundations below;
    private final UiContext context;
    private final Overlay overlay;
    private final Fleet fleet;
    private final @Nullable Supplier<GivenDirectory> given;
    private final Endpoints endpoints;
    private final CurrentTrust trust = new CurrentTrust();
    private final CompanyDirectory directory;
    private final DirectoryHealth health;
    private final DirectoryProposals proposals;
    private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(Offer.OFFERED);
    private final Object lock = new Object();
    private DirectoryData data;
    private @Nullable Secret password;
    private @Nullable DirectoryAccess access;
    private boolean closed;

    /**
     * The desk of a connection that is being opened.
     *
     * @param connection whose directory
     * @param fleet its desktops
     * @param service the way to the service
     * @param demo brings a directory along with its own connections
     * @param below everything below the screens
     * @param overlay where Directory access is shown
     * @param context what every screen is given
     */
    static DirectoryDesk of(
            Connection connection,
            Fleet fleet,
            CloudConnection service,
            Demo demo,
            Foundations below,
            Overlay overlay,
            UiContext context) {
        return new DirectoryDesk(
                connection,
                fleet,
                new LiveSetup(service),
                demo.given(connection),
                below,
                overlay,
                context);
    }

    /**
     * A desk that opens nothing before {@link #start}.
     *
     * @param connection whose directory
     * @param fleet its desktops
     * @param setup what the service says of itself
     * @param given gives the directory that comes along with the connection and may block; null for
     *     none
     * @param below everything below the screens
     * @param overlay where Directory access is shown
     * @param context what every screen is given
     */
    DirectoryDesk(
            Connection connection,
            Fleet fleet,
            SetupReading setup,
            @Nullable Supplier<GivenDirectory> given,
            Foundations below,
            Overlay overlay,
            UiContext context) {
        this.connection = connection;
        this.fleet = fleet;
        this.below = below;
        this.overlay = overlay;
        this.context = context;
        this.given = given;
        endpoints =
                given == null
                        ? Endpoints.REAL
                        : (host, service) -> given.get().endpoints().of(host, service);
        data = below.directoryBook().find(connection.id());
        directory = new CompanyDirectory(below.workers(), below.timer(), endpoints, trust);
        health = new LiveDirectoryHealth(fleet::rows, directory, below.workers(), below.timer());
        proposals = new DirectoryProposals(connection, setup, below.settings());
    }

    /**
     * Opens the directory that comes along or whose password is remembered, and asks the service
     * once whether it uses the company's directory at all; UI thread.
     */
    void start() {
        below.workers()
                .start(this::offered)
                .then(
                        context.ui(),
                        offer::set,
                        failure -> LOG.info("the directory was not opened", failure));
    }

    /** First what the service tells: who joins computers belongs to what is read. */
    private Offer offered() {
        Offer told = Offer.OFFERED;
        try {
            told = proposal().await().kind() == Kind.CLOUD ? Offer.CLOUD_DIRECTORY : Offer.OFFERED;
        } catch (ProblemException e) {
            LOG.debug("the service does not tell its directory", e);
        }
        if (told == Offer.CLOUD_DIRECTORY) {
            return told;
        }
        FirstReading.await(fleet, PATIENCE);
        if (opened()) {
            return told; // by hand, meanwhile
        }
        if (given != null) {
            begin(given.get().data(), secret(Optional.empty()));
        } else if (data().usable() && remembered()) {
            begin(data(), secret(Optional.empty()));
        }
        return told;
    }

    private boolean opened() {
        synchronized (lock) {
            return access != null;
        }
    }

    @Override
    public DirectoryHealth health() {
        return health;
    }

    @Override
    public ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    @Override
    public DirectoryData data() {
        synchronized (lock) {
            return data;
        }
    }

    @Override
    public void open() {
        DirectoryAccessDialog.open(overlay, this, health, context);
    }

    @Override
    public Optional<Work<Map<String, AccountAnswer>>> accounts(Collection<String> names) {
        synchronized (lock) {
            DirectoryAccess now = access;
            return now == null || health.standing().state() != DirectoryStanding.State.KNOWN
                    ? Optional.empty()
                    : Optional.of(directory.accounts(now, List.copyOf(names)));
        }
    }

    @Override
    public boolean remembered() {
        return below.signIns().isDirectoryRemembered(connection.id());
    }

    @Override
    public boolean passwordKnown() {
        synchronized (lock) {
            return password != null || given != null || remembered();
        }
    }

    @Override
    public Work<Proposal> proposal() {
        return proposals.ask(below.workers());
    }

    @Override
    public Work<StoreState> tryStore() {
        return below.signIns().tryOut();
    }

    @Override
    public Work<StoreState> unlockStore() {
        return below.signIns().unlock();
    }

    @Override
    public Work<SignInTrial.Result> test(Order order) {
        Optional<Secret> typed = order.password().map(DirectoryDesk::copy);
        DirectoryData wanted = order.data();
        return below.workers()
                .start(() -> {
                    try (Secret secret = secret(typed)) {
                        return new SignInTrial(below.workers(), below.timer(), endpoints)
                                .run(
                                        wanted.domain(),
                                        controllers(wanted),
                                        new CheckOrder.Account(wanted.account(), secret),
                                        DirectoryTrust.of(below.network(), wanted.authorities()))
                                .await();
                    }
                })
                .atEnd(() -> typed.ifPresent(Secret::close));
    }

    @Override
    public Work<Kept> open(Order order) {
        Optional<Secret> typed = order.password().map(DirectoryDesk::copy);
        DirectoryData wanted = order.data();
        boolean remember = order.remember();
        return below.workers()
                .start(() -> {
                    Secret secret = secret(typed);
                    if (given == null) {
                        below.directoryBook().keep(connection.id(), wanted);
                    }
                    Kept kept = kept(secret, remember && given == null);
                    begin(wanted, secret);
                    return kept;
                })
                .atEnd(() -> typed.ifPresent(Secret::close));
    }

    @Override
    public Work<Boolean> shut() {
        synchronized (lock) {
            health.close();
            access = null;
            wipe();
        }
        return remembered() ? below.signIns().forgetDirectory(connection.id()) : Work.of(true);
    }

    @Override
    public Work<List<X509Certificate>> certificates(Path file) {
        return below.workers().start(() -> DirectoryTrust.read(file.toString()));
    }

    /** Ends the reading and wipes the password; what is remembered stays. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            health.close();
            access = null;
            wipe();
        }
    }

    /** Reads from now on; takes the password, which is wiped at the end. */
    private boolean begin(DirectoryData wanted, Secret secret) {
        trust.is(DirectoryTrust.of(below.network(), wanted.authorities()));
        String joins = proposals.joinAccount();
        synchronized (lock) {
            if (closed) {
                secret.close();
                return false;
            }
            DirectoryAccess fresh =
                    new DirectoryAccess(
                            wanted.domain(),
                            controllers(wanted),
                            wanted.dnsServers(),
                            new CheckOrder.Account(wanted.account(), secret));
            health.open(fresh, joins);
            wipe();
            data = wanted;
            access = fresh;
            password = secret;
            return true;
        }
    }

    private void wipe() {
        if (password != null) {
            password.close();
            password = null;
        }
    }

    private Kept kept(Secret secret, boolean remember) {
        if (!remember) {
            if (remembered()) {
                below.signIns().forgetDirectory(connection.id()).await();
            }
            return Kept.NOT;
        }
        char[] characters = secret.reveal();
        try {
            return below.signIns().rememberDirectory(connection.id(), characters).await();
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** What was typed, else what is at hand, else what is remembered; the caller closes it. */
    private Secret secret(Optional<Secret> typed) {
        Secret found = typed.map(DirectoryDesk::copy).orElseGet(this::known);
        char[] characters = found.reveal();
        try {
            below.redactor().remember(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
        return found;
    }

    private Secret known() {
        synchronized (lock) {
            if (password != null) {
                return copy(password);
            }
        }
        if (given != null) {
            return Secret.of(given.get().password());
        }
        return below.signIns()
                .recallDirectory(connection.id())
                .await()
                .orElseThrow(() -> new NoSuchElementException("no password is at hand"));
    }

    private static List<CheckOrder.Controller> controllers(DirectoryData data) {
        return data.controllers().stream()
                .map(each -> new CheckOrder.Controller(each.address(), each.name()))
                .toList();
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.reveal();
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
