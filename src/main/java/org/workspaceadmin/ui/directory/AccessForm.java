package org.workspaceadmin.ui.directory;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.network.DirectoryTrust;
import org.workspaceadmin.ui.common.SecretInput;

/**
 * What is typed in Directory access, and what is wrong with it: shown once an input was left, or
 * all of it when something is asked for. UI thread only.
 */
final class AccessForm {
    private static final Pattern LABELS =
            Pattern.compile(
                    "[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*");
    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}");
    private static final int LONGEST_NAME = 255;

    private final Map<Input, StringProperty> texts = new EnumMap<>(Input.class);
    private final Map<Input, ReadOnlyStringWrapper> faults = new EnumMap<>(Input.class);
    private final Set<Input> left = EnumSet.noneOf(Input.class);
    private final SecretInput password = new SecretInput();
    private final ReadOnlyObjectWrapper<List<X509Certificate>> authorities =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean passwordKnown;

    AccessForm(DirectoryData data, boolean passwordKnown) {
        this.passwordKnown = passwordKnown;
        for (Input input : Input.values()) {
            StringProperty text = new SimpleStringProperty("");
            texts.put(input, text);
            faults.put(input, new ReadOnlyStringWrapper(""));
            text.subscribe(now -> judge());
        }
        password.lengthProperty().subscribe(now -> judge());
        fill(data);
    }

    /** What is typed into an input; the password is not among them. */
    StringProperty text(Input input) {
        return Objects.requireNonNull(texts.get(input));
    }

    /** The password. */
    SecretInput password() {
        return password;
    }

    /** Key of the sentence that says what is wrong with an input, empty while nothing is. */
    ReadOnlyStringProperty faultProperty(Input input) {
        return Objects.requireNonNull(faults.get(input)).getReadOnlyProperty();
    }

    /** The certificates trusted for this directory. */
    ReadOnlyObjectProperty<List<X509Certificate>> authoritiesProperty() {
        return authorities.getReadOnlyProperty();
    }

    /** From now on trusts these too. */
    void trust(List<X509Certificate> more) {
        List<X509Certificate> all = new ArrayList<>(authorities.get());
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        authorities.set(List.copyOf(all));
    }

    /** Does not trust it any more. */
    void distrust(X509Certificate certificate) {
        authorities.set(
                authorities.get().stream().filter(each -> !each.equals(certificate)).toList());
    }

    /** The operator left an input. */
    void left(Input input) {
        left.add(input);
        judge();
    }

    /** Whether the password is at hand without being typed. */
    void passwordKnown(boolean known) {
        passwordKnown = known;
        judge();
    }

    /** Shows everything that is wrong; the first input with a fault. */
    Optional<Input> judgeAll() {
        left.addAll(EnumSet.allOf(Input.class));
        judge();
        return Arrays.stream(Input.values()).filter(each -> !fault(each).isEmpty()).findFirst();
    }

    /** Puts in what is known, where nothing was typed yet; whether anything was put in. */
    boolean fillEmpty(DirectoryData known) {
        boolean untouched =
                text(Input.DOMAIN).get().isBlank() && text(Input.ACTIVE).get().isBlank();
        if (!untouched || known.domain().isEmpty()) {
            return false;
        }
        fill(known.withAuthorities(data().authorities()));
        return true;
    }

    /** What was entered. */
    DirectoryData data() {
        List<DirectoryData.Controller> controllers = new ArrayList<>();
        add(controllers, Input.ACTIVE, Input.ACTIVE_NAME);
        add(controllers, Input.STANDBY, Input.STANDBY_NAME);
        return new DirectoryData(
                value(Input.DOMAIN).toLowerCase(Locale.ROOT),
                controllers,
                servers(),
                value(Input.ACCOUNT),
                authorities.get().stream().map(DirectoryTrust::pem).toList());
    }

    private void fill(DirectoryData data) {
        text(Input.DOMAIN).set(data.domain());
        put(data, 0, Input.ACTIVE, Input.ACTIVE_NAME);
        put(data, 1, Input.STANDBY, Input.STANDBY_NAME);
        text(Input.DNS).set(String.join(", ", data.dnsServers()));
        text(Input.ACCOUNT).set(data.account());
        authorities.set(
                data.authorities().stream()
                        .flatMap(pem -> DirectoryTrust.parse(pem).stream())
                        .toList());
    }

    private void put(DirectoryData data, int at, Input address, Input name) {
        boolean there = data.controllers().size() > at;
        text(address).set(there ? data.controllers().get(at).address() : "");
        text(name).set(there ? data.controllers().get(at).name() : "");
    }

    private void add(List<DirectoryData.Controller> controllers, Input address, Input name) {
        if (!value(address).isEmpty()) {
            controllers.add(
                    new DirectoryData.Controller(
                            value(address), value(name).toLowerCase(Locale.ROOT)));
        }
    }

    private List<String> servers() {
        return Arrays.stream(text(Input.DNS).get().split("[,;\\s]+"))
                .filter(server -> !server.isEmpty())
                .toList();
    }

    private String value(Input input) {
        return text(input).get().strip();
    }

    private void judge() {
        faults.forEach((input, shown) -> shown.set(left.contains(input) ? fault(input) : ""));
    }

    private String fault(Input input) {
        String value = value(input);
        String wrong =
                switch (input) {
                    case DOMAIN -> value.isEmpty() ? "missing" : fullName(value) ? "" : "noDomain";
                    case ACTIVE -> value.isEmpty() ? "missing" : host(value) ? "" : "noAddress";
                    case STANDBY ->
                            value.isEmpty() && !value(Input.STANDBY_NAME).isEmpty()
                                    ? "missing"
                                    : value.isEmpty() || host(value) ? "" : "noAddress";
                    case ACTIVE_NAME, STANDBY_NAME ->
                            value.isEmpty() || fullName(value) ? "" : "noFullName";
                    case DNS ->
                            servers().stream().allMatch(each -> ADDRESS.matcher(each).matches())
                                    ? ""
                                    : "noDns";
                    case ACCOUNT -> value.isEmpty() ? "missing" : "";
                    case PASSWORD -> password.isEmpty() && !passwordKnown ? "missing" : "";
                };
        return wrong.isEmpty() ? "" : "adAccess.wrong." + wrong;
    }

    private static boolean fullName(String text) {
        return text.length() <= LONGEST_NAME
                && text.indexOf('.') > 0
                && LABELS.matcher(text).matches()
                && !ADDRESS.matcher(text).matches();
    }

    /** An address, or a name that is no broken address. */
    private static boolean host(String text) {
        return ADDRESS.matcher(text).matches()
                || (text.length() <= LONGEST_NAME
                        && LABELS.matcher(text).matches()
                        && !text.matches("[\\d.]+"));
    }
}
