package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.rules.domain.FieldRules;
import org.workspaceadmin.rules.domain.LiteRules;
import org.workspaceadmin.rules.domain.LocalRules;
import org.workspaceadmin.rules.domain.RequestRules;
import org.workspaceadmin.rules.domain.SiteLists;

/** The rules of every input of a form, following its kind of domain. */
final class SetupFields {
    private final SetupForm form;
    private final Map<DomainField, RuleField<?>> fields = new EnumMap<>(DomainField.class);

    /**
     * Rules for a form.
     *
     * @param form whose
     * @param lists what the site does not want
     */
    SetupFields(SetupForm form, SiteLists lists) {
        this.form = form;
        Generation generation = form.generation();
        text(
                DomainField.NAME,
                () -> isCloud() ? LiteRules.domainName() : LocalRules.domainName(generation),
                form.domainNameProperty());
        FieldRules<CharSequence> liteAccount = LiteRules.account(lists);
        text(
                DomainField.ACCOUNT,
                () -> isCloud() ? liteAccount : LocalRules.account(generation),
                form.accountProperty());
        password(lists);
        text(DomainField.ACTIVE_IP, LocalRules::controllerAddress, form.activeIpProperty());
        text(DomainField.ACTIVE_NAME, LocalRules::controllerName, form.activeNameProperty());
        text(DomainField.ACTIVE_DNS, LocalRules::dnsAddress, form.activeDnsProperty());
        standby(DomainField.STANDBY_IP, form.standbyIpProperty(), form.activeIpProperty());
        text(DomainField.STANDBY_NAME, LocalRules::standbyName, form.standbyNameProperty());
        standby(DomainField.STANDBY_DNS, form.standbyDnsProperty(), form.activeDnsProperty());
        text(DomainField.VPC, RequestRules::vpc, form.vpcIdProperty());
        fields.put(
                DomainField.SUBNETS,
                new RuleField<List<String>>(
                        () -> RequestRules.subnets(generation),
                        form::subnetIds,
                        form.subnetIds()::isEmpty,
                        form.subnetIds()));
        text(DomainField.ACCESS_MODE, RequestRules::accessMode, form.accessModeProperty());
        text(DomainField.DEDICATED, RequestRules::dedicated, form.dedicatedSubnetsProperty());
        text(DomainField.ENTERPRISE_ID, RequestRules::enterpriseId, form.enterpriseIdProperty());
    }

    /** The rules of one input. */
    RuleField<?> of(DomainField field) {
        RuleField<?> found = fields.get(field);
        if (found == null) {
            throw new IllegalArgumentException(field.name());
        }
        return found;
    }

    /** The inputs a step shows, from top to bottom. */
    List<DomainField> of(SetupStep step) {
        boolean second = form.generation() == Generation.V2;
        List<DomainField> shown = new ArrayList<>();
        switch (step) {
            case DOMAIN -> {
                shown.addAll(List.of(DomainField.NAME, DomainField.ACCOUNT, DomainField.PASSWORD));
                if (!isCloud()) {
                    shown.addAll(
                            second
                                    ? List.of(
                                            DomainField.ACTIVE_NAME,
                                            DomainField.ACTIVE_IP,
                                            DomainField.ACTIVE_DNS,
                                            DomainField.STANDBY_NAME,
                                            DomainField.STANDBY_IP,
                                            DomainField.STANDBY_DNS)
                                    : List.of(
                                            DomainField.ACTIVE_IP,
                                            DomainField.ACTIVE_DNS,
                                            DomainField.STANDBY_IP,
                                            DomainField.STANDBY_DNS));
                }
            }
            case NETWORK -> {
                shown.addAll(
                        List.of(DomainField.VPC, DomainField.SUBNETS, DomainField.ACCESS_MODE));
                if (second) {
                    if (form.dedicated()) {
                        shown.add(DomainField.DEDICATED);
                    }
                    shown.add(DomainField.ENTERPRISE_ID);
                }
            }
            default -> {
                // Nothing is typed there.
            }
        }
        return shown;
    }

    private boolean isCloud() {
        return form.kindProperty().get() == DomainKind.CLOUD;
    }

    private void text(
            DomainField field, Supplier<FieldRules<CharSequence>> rules, StringProperty value) {
        fields.put(
                field,
                new RuleField<CharSequence>(
                        rules,
                        value::get,
                        () -> value.get().isEmpty(),
                        value,
                        form.kindProperty()));
    }

    private void password(SiteLists lists) {
        FieldRules<LiteRules.Password> lite = LiteRules.password(lists);
        FieldRules<LiteRules.Password> local =
                LocalRules.password(form.generation()).of(LiteRules.Password::password);
        Observable[] looked = {
            form.passwordProperty(), form.accountProperty(), form.kindProperty()
        };
        fields.put(
                DomainField.PASSWORD,
                new RuleField<>(
                        () -> isCloud() ? lite : local,
                        () ->
                                new LiteRules.Password(
                                        form.passwordProperty().get(),
                                        form.accountProperty().get()),
                        () -> form.passwordProperty().get().isEmpty(),
                        looked));
    }

    private void standby(DomainField field, StringProperty standby, StringProperty active) {
        fields.put(
                field,
                new RuleField<>(
                        () -> LocalRules.standbyAddress(field),
                        () -> new LocalRules.Standby(standby.get(), active.get()),
                        () -> standby.get().isEmpty(),
                        standby,
                        active,
                        form.kindProperty()));
    }
}
