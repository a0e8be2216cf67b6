package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainInfo;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.DomainSettings.Controller;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Secret;

/**
 * Everything that is typed or chosen. Changing the kind of domain loses nothing of the other kind.
 * The password leaves it only inside an {@link #order()}.
 */
public final class SetupForm {
    private final Generation generation;
    private final ObjectProperty<@Nullable DomainKind> kind = new SimpleObjectProperty<>();
    private final StringProperty domainName = new SimpleStringProperty("");
    private final StringProperty account = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty activeIp = new SimpleStringProperty("");
    private final StringProperty activeName = new SimpleStringProperty("");
    private final StringProperty activeDns = new SimpleStringProperty("");
    private final StringProperty standbyIp = new SimpleStringProperty("");
    private final StringProperty standbyName = new SimpleStringProperty("");
    private final StringProperty standbyDns = new SimpleStringProperty("");
    private final BooleanProperty deleteComputers = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LdapsCertificate> certificate =
            new SimpleObjectProperty<>();
    private final StringProperty vpcId = new SimpleStringProperty("");
    private final ObservableList<String> subnetIds = FXCollections.observableArrayList();
    private final StringProperty accessMode = new SimpleStringProperty("");
    private final StringProperty dedicatedSubnets = new SimpleStringProperty("");
    private final StringProperty zone = new SimpleStringProperty("");
    private final StringProperty enterpriseId = new SimpleStringProperty("");

    /**
     * An empty form.
     *
     * @param generation of the connection; decides which words exist
     */
    public SetupForm(Generation generation) {
        this.generation = generation;
    }

    /** The connection's API generation. */
    public Generation generation() {
        return generation;
    }

    /** Where the users live, null while not chosen. */
    public ObjectProperty<@Nullable DomainKind> kindProperty() {
        return kind;
    }

    /** Domain name. */
    public StringProperty domainNameProperty() {
        return domainName;
    }

    /** Administrator account. */
    public StringProperty accountProperty() {
        return account;
    }

    /** Its password; never written down. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Address of the active controller. */
    public StringProperty activeIpProperty() {
        return activeIp;
    }

    /** Full name of the active controller, v2. */
    public StringProperty activeNameProperty() {
        return activeName;
    }

    /** Address of the active DNS server. */
    public StringProperty activeDnsProperty() {
        return activeDns;
    }

    /** Address of the standby controller. */
    public StringProperty standbyIpProperty() {
        return standbyIp;
    }

    /** Full name of the standby controller, v2. */
    public StringProperty standbyNameProperty() {
        return standbyName;
    }

    /** Address of the standby DNS server. */
    public StringProperty standbyDnsProperty() {
        return standbyDns;
    }

    /** Whether computer objects go with their desktops, v2. */
    public BooleanProperty deleteComputersProperty() {
        return deleteComputers;
    }

    /** The certificate for LDAPS, v2; null without LDAPS. */
    public ObjectProperty<@Nullable LdapsCertificate> certificateProperty() {
        return certificate;
    }

    /** VPC. */
    public StringProperty vpcIdProperty() {
        return vpcId;
    }

    /** Subnets, in the order chosen. */
    public ObservableList<String> subnetIds() {
        return subnetIds;
    }

    /** {@code INTERNET}, {@code DEDICATED}, {@code BOTH}, or empty while not chosen. */
    public StringProperty accessModeProperty() {
        return accessMode;
    }

    /** CIDRs joined by {@code ;}, v2 with Direct Connect. */
    public StringProperty dedicatedSubnetsProperty() {
        return dedicatedSubnets;
    }

    /** Whether users come in over Direct Connect, alone or beside the internet. */
    boolean dedicated() {
        return accessMode.get().equals("DEDICATED") || accessMode.get().equals("BOTH");
    }

    /** Availability zone, v1.0; empty for any. */
    public StringProperty zoneProperty() {
        return zone;
    }

    /** What users type at sign-in, v2; empty to have one made. */
    public StringProperty enterpriseIdProperty() {
        return enterpriseId;
    }

    /**
     * What would be sent.
     *
     * @return the order, whose password the caller wipes; null while the kind is not chosen
     */
    public @Nullable ApplyOrder order() {
        DomainKind chosen = kind.get();
        if (chosen == null) {
            return null;
        }
        boolean second = generation == Generation.V2;
        return new ApplyOrder(
                chosen == DomainKind.COMPANY ? company(second) : cloud(second),
                vpcId.get(),
                new ArrayList<>(subnetIds),
                accessMode.get(),
                second ? "" : zone.get(),
                second ? enterpriseId.get() : "",
                "",
                (second && dedicated()) ? dedicatedSubnets.get() : "",
                null);
    }

    /**
     * Takes over what the service reads back of a company's directory, which is everything but the
     * password and the certificate.
     */
    void load(DomainInfo known) {
        kind.set(DomainKind.COMPANY);
        domainName.set(known.name());
        account.set(known.account());
        activeIp.set(known.activeIp());
        activeName.set(known.activeName());
        activeDns.set(known.activeDns());
        standbyIp.set(known.standbyIp());
        standbyName.set(known.standbyName());
        standbyDns.set(known.standbyDns());
        deleteComputers.set(known.deleteComputerObjects());
    }

    /** The settings of the company's own directory, as v2 sends them. */
    DomainSettings companyDomain() {
        return company(generation == Generation.V2);
    }

    /** Forgets the password, when it is not needed any more. */
    public void forgetPassword() {
        password.set("");
    }

    private DomainSettings cloud(boolean second) {
        return second
                ? new DomainSettings.LiteAs()
                : new DomainSettings.LiteAd(
                        domainName.get(), account.get(), Secret.of(password.get()));
    }

    private DomainSettings company(boolean second) {
        LdapsCertificate ldaps = certificate.get();
        return new DomainSettings.LocalAd(
                domainName.get(),
                account.get(),
                Secret.of(password.get()),
                new Controller(activeIp.get(), second ? activeName.get() : "", activeDns.get()),
                new Controller(standbyIp.get(), second ? standbyName.get() : "", standbyDns.get()),
                (second && deleteComputers.get()) ? Boolean.TRUE : null,
                (second && ldaps != null) ? ldaps.settings() : null);
    }

    /** Texts that may be written down, each under the service's name for it. */
    List<Kept> kept() {
        return List.of(
                new Kept("domain_name", domainName),
                new Kept("domain_admin_account", account),
                new Kept("active_domain_ip", activeIp),
                new Kept("active_domain_name", activeName),
                new Kept("active_dns_ip", activeDns),
                new Kept("standby_domain_ip", standbyIp),
                new Kept("standby_domain_name", standbyName),
                new Kept("standby_dns_ip", standbyDns),
                new Kept("vpc_id", vpcId),
                new Kept("access_mode", accessMode),
                new Kept("dedicated_subnets", dedicatedSubnets),
                new Kept("availability_zone", zone),
                new Kept("enterprise_id", enterpriseId));
    }

    /**
     * A text that survives the program.
     *
     * @param name the service's name for it
     * @param text its value
     */
    record Kept(String name, StringProperty text) {}
}
