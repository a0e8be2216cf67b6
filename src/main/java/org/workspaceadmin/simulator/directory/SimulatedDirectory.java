package org.workspaceadmin.simulator.directory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.simulator.world.World;

/** The running directory of the simulated company. */
public final class SimulatedDirectory implements AutoCloseable {
    private static final String COMPANY = "Example Corp";
    private static final String PASSWORD = "Demo-Directory-1!";

    private final Domain domain;
    private final X509Certificate authority;
    private final List<Controller> controllers = new ArrayList<>();
    private final Door nobody;

    private SimulatedDirectory(Domain domain, X509Certificate authority, Door nobody) {
        this.domain = domain;
        this.authority = authority;
        this.nobody = nobody;
    }

    /**
     * Starts it; takes some tens of milliseconds.
     *
     * @param world whose fleet and people it knows
     * @throws IOException when there are no free ports
     */
    public static SimulatedDirectory start(World world) throws IOException {
        Domain domain = new Domain(world.domainName(), "CORP", world.dice(), world.now());
        Computers computers = new Computers(world, domain);
        Accounts accounts = new Accounts(domain, world.people(), world::now);
        Tree tree = new Tree(domain, accounts, computers);
        NameService dns = new NameService(domain, computers);
        try {
            Certificates certificates = new Certificates(COMPANY, world.now());
            SimulatedDirectory directory =
                    new SimulatedDirectory(domain, certificates.authority(), Door.shut());
            try {
                for (int i = 1; i <= Domain.ADDRESSES.size(); i++) {
                    String name = domain.controller(i);
                    directory.controllers.add(
                            new Controller(
                                    domain,
                                    name,
                                    tree,
                                    accounts,
                                    dns,
                                    certificates.server(
                                            Domain.ADDRESSES.get(i - 1), name, domain.name()),
                                    world::now));
                }
            } catch (IOException | GeneralSecurityException e) {
                directory.close();
                throw e;
            }
            world.blockReuse(computers::blocked);
            return directory;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The domain's DNS name. */
    public String domain() {
        return domain.name();
    }

    /** The company's own authority, which signed the controllers' certificates. */
    public X509Certificate authority() {
        return authority;
    }

    /** An account that may do everything there is to do here: {@code svc-desktop}. */
    public String account() {
        return "svc-desktop";
    }

    /** A made-up password of {@link #account()}. */
    public String password() {
        return PASSWORD;
    }

    /** Addresses of the controllers in the company's network; they are its DNS servers too. */
    public List<String> controllers() {
        return Domain.ADDRESSES;
    }

    /**
     * A controller's full name.
     *
     * @param address out of {@link #controllers()}
     */
    public String name(String address) {
        return domain.controller(Domain.ADDRESSES.indexOf(address) + 1);
    }

    /**
     * Where a service of the company's network really is.
     *
     * @param host a controller's address or full name, or anything else
     * @param port the usual port
     * @return a loopback address; where there is nothing, one that refuses
     */
    public InetSocketAddress at(String host, int port) {
        for (int i = 0; i < controllers.size(); i++) {
            boolean meant =
                    host.equals(Domain.ADDRESSES.get(i))
                            || host.equalsIgnoreCase(domain.controller(i + 1));
            InetSocketAddress at = meant ? controllers.get(i).at(port) : null;
            if (at != null) {
                return at;
            }
        }
        return nobody.address();
    }

    /** Ends it, cutting off whoever is connected. */
    @Override
    public void close() {
        controllers.forEach(Controller::close);
        nobody.close();
    }
}
