package org.workspaceadmin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.fleet.SetupReading;
import org.workspaceadmin.model.DomainInfo;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.directory.DirectoryActions.Kind;
import org.workspaceadmin.ui.directory.DirectoryActions.Proposal;

/**
 * What is known of a connection's directory before anybody typed it: the service's own domain
 * settings, which only v2 tells (api/workspace.md section 3), else what was typed in Set-up.
 */
final class DirectoryProposals {
    private final Connection connection;
    private final SetupReading setup;
    private final Settings settings;
    private volatile String joinAccount = "";

    DirectoryProposals(Connection connection, SetupReading setup, Settings settings) {
        this.connection = connection;
        this.setup = setup;
        this.settings = settings;
    }

    /** The account the service joins computers with, empty before it was told. */
    String joinAccount() {
        return joinAccount;
    }

    /** Asks the service, where it tells. */
    Work<Proposal> ask(Workers workers) {
        if (connection.generation() == Generation.V1) {
            return Work.of(new Proposal(Kind.NOT_TOLD, drafted()));
        }
        return workers.start(() -> proposal(setup.service().await().domain()));
    }

    private Proposal proposal(DomainInfo domain) {
        if (domain.type().isEmpty()) {
            return new Proposal(Kind.NOT_TOLD, drafted());
        }
        if (domain.type().startsWith("LITE")) {
            return new Proposal(Kind.CLOUD, DirectoryData.NONE);
        }
        joinAccount = domain.account();
        return new Proposal(
                Kind.COMPANY,
                data(
                        domain.name(),
                        domain.account(),
                        List.of(
                                new DirectoryData.Controller(
                                        domain.activeIp(), domain.activeName()),
                                new DirectoryData.Controller(
                                        domain.standbyIp(), domain.standbyName())),
                        List.of(domain.activeDns(), domain.standbyDns())));
    }

    private DirectoryData drafted() {
        return data(
                draft("domain_name"),
                draft("domain_admin_account"),
                List.of(
                        new DirectoryData.Controller(
                                draft("active_domain_ip"), draft("active_domain_name")),
                        new DirectoryData.Controller(
                                draft("standby_domain_ip"), draft("standby_domain_name"))),
                List.of(draft("active_dns_ip"), draft("standby_dns_ip")));
    }

    private static DirectoryData data(
            String name,
            String account,
            List<DirectoryData.Controller> controllers,
            List<String> servers) {
        List<DirectoryData.Controller> there = new ArrayList<>(controllers);
        there.removeIf(each -> each.address().isEmpty());
        return new DirectoryData(
                name,
                there,
                Stream.of(servers.toArray(String[]::new)).filter(each -> !each.isEmpty()).toList(),
                account,
                List.of());
    }

    /** As Set-up remembers what is typed there. */
    private String draft(String name) {
        return settings.values().screen("setup.draft." + connection.id() + "." + name);
    }
}
