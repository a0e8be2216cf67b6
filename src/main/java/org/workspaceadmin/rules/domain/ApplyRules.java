package org.workspaceadmin.rules.domain;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Secret;

/**
 * A whole application, whatever screen or file it came from: what is found here would be refused by
 * the service, so it is never sent.
 */
public final class ApplyRules {
    private ApplyRules() {}

    /**
     * Checks everything.
     *
     * @param order what would be sent
     * @param generation how it would be sent
     * @param lists what this site does not want
     * @return every broken rule, in the order of the wizard; those that block and warnings
     */
    public static List<Finding> check(ApplyOrder order, Generation generation, SiteLists lists) {
        Findings found = new Findings();
        domain(order.domain(), generation, lists, found);
        found.add(RequestRules.vpc(), order.vpcId());
        found.add(RequestRules.subnets(generation), order.subnetIds());
        found.add(RequestRules.accessMode(), order.accessMode());
        if (generation == Generation.V2) {
            found.add(RequestRules.dedicated(), order.dedicatedSubnets());
            found.add(RequestRules.enterpriseId(), order.enterpriseId());
        }
        return found.list;
    }

    /**
     * Checks domain settings alone, as a change sends them.
     *
     * @param domain all of them
     * @param generation how they would be sent
     * @param lists what this site does not want
     */
    public static List<Finding> checkDomain(
            DomainSettings domain, Generation generation, SiteLists lists) {
        Findings found = new Findings();
        domain(domain, generation, lists, found);
        return found.list;
    }

    /**
     * Checks new credentials for a domain that stays as it is, v2.
     *
     * @param account administrator account
     * @param password its password
     */
    public static List<Finding> checkAdministrator(String account, Secret password) {
        Findings found = new Findings();
        found.add(LocalRules.account(Generation.V2), account);
        found.addSecret(password, text -> found.add(LocalRules.password(Generation.V2), text));
        return found.list;
    }

    private static void domain(
            DomainSettings domain, Generation generation, SiteLists lists, Findings found) {
        found.add(RequestRules.domainType(generation), domain.type());
        switch (domain) {
            case DomainSettings.LiteAd lite -> lite(lite, lists, found);
            case DomainSettings.LiteAs none -> {
                // Nothing but the type.
            }
            case DomainSettings.LocalAd local -> local(local, generation, found);
        }
    }

    private static void lite(DomainSettings.LiteAd lite, SiteLists lists, Findings found) {
        found.add(LiteRules.domainName(), lite.name());
        found.add(LiteRules.account(lists), lite.account());
        found.addSecret(
                lite.password(),
                text ->
                        found.add(
                                LiteRules.password(lists),
                                new LiteRules.Password(text, lite.account())));
    }

    private static void local(DomainSettings.LocalAd local, Generation generation, Findings found) {
        found.add(LocalRules.domainName(generation), local.name());
        found.add(LocalRules.account(generation), local.account());
        found.addSecret(local.password(), text -> found.add(LocalRules.password(generation), text));
        DomainSettings.Controller active = local.active();
        DomainSettings.Controller standby = local.standby();
        found.add(LocalRules.controllerAddress(), active.ip());
        if (generation == Generation.V2) {
            found.add(LocalRules.controllerName(), active.name());
        }
        found.add(LocalRules.dnsAddress(), active.dns());
        found.add(
                LocalRules.standbyAddress(DomainField.STANDBY_IP),
                new LocalRules.Standby(standby.ip(), active.ip()));
        if (generation == Generation.V2) {
            found.add(LocalRules.standbyName(), standby.name());
        }
        found.add(
                LocalRules.standbyAddress(DomainField.STANDBY_DNS),
                new LocalRules.Standby(standby.dns(), active.dns()));
        DomainSettings.Ldaps ldaps = local.ldaps();
        if (generation == Generation.V2 && ldaps != null) {
            found.add(RequestRules.ldaps(), ldaps.certificatePem());
        }
    }

    private static final class Findings {
        private final List<Finding> list = new ArrayList<>();

        <T> void add(FieldRules<T> rules, T value) {
            DomainField field = rules.rules().getFirst().field();
            rules.check(value).forEach(broken -> list.add(new Finding(field, broken)));
        }

        /** Lends a copy of a secret, wiped afterwards. */
        void addSecret(Secret secret, java.util.function.Consumer<CharSequence> use) {
            char[] copy = secret.reveal();
            try {
                use.accept(CharBuffer.wrap(copy));
            } finally {
                Arrays.fill(copy, '\0');
            }
        }
    }
}
