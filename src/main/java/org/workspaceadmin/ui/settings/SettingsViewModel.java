package org.workspaceadmin.ui.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.network.CertificateFile;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;

/**
 * The settings while they are edited; nothing holds until they are saved. An input is judged once
 * it was left or saved. UI thread.
 */
public final class SettingsViewModel {
    /** The scales to choose from, in percent; 0 is the system's. */
    public static final List<Integer> SCALES = List.of(0, 100, 125, 150, 175, 200, 250, 300);

    /** The intervals to choose from; between 15 seconds and 10 minutes. */
    public static final List<Duration> INTERVALS =
            Stream.of(15, 30, 60, 120, 300, 600).map(Duration::ofSeconds).toList();

    /** Inputs that can be wrong. */
    public enum Input {
        /** The proxy's host. */
        HOST,
        /** Its port. */
        PORT,
        /** The file with more authorities. */
        PEM
    }

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private final SettingsPort port;
    private final Workers workers;
    private final Timer timer;
    private final UiExecutor ui;
    private final ObjectProperty<SettingsValues.Theme> theme;
    private final StringProperty language;
    private final ObjectProperty<Duration> refresh;
    private final ObjectProperty<Integer> scale;
    private final BooleanProperty notices;
    private final BooleanProperty sound;
    private final ObjectProperty<ProxyMode> mode;
    private final StringProperty host;
    private final StringProperty portText;
    private final StringProperty user;
    private final StringProperty exceptions;
    private final ReadOnlyStringWrapper pem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable CertificateFile> certificates =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Route> system = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper hostFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pemFault = new ReadOnlyStringWrapper("");
    private char[] password = {};

    /**
     * Begins with the settings in force.
     *
     * @param port the program
     * @param workers reads files in the background
     * @param timer the time certificates are judged by
     * @param ui the way back
     */
    public SettingsViewModel(SettingsPort port, Workers workers, Timer timer, UiExecutor ui) {
        this.port = port;
        this.workers = workers;
        this.timer = timer;
        this.ui = ui;
        SettingsValues values = port.values();
        NetworkSettings network = values.network();
        theme = new SimpleObjectProperty<>(values.theme());
        language = new SimpleStringProperty(values.language());
        refresh = new SimpleObjectProperty<>(values.refresh());
        scale = new SimpleObjectProperty<>(values.scale());
        notices = new SimpleBooleanProperty(values.notices().system());
        sound = new SimpleBooleanProperty(values.notices().sound());
        mode = new SimpleObjectProperty<>(network.mode());
        host = new SimpleStringProperty(network.host());
        portText =
                new SimpleStringProperty(
                        network.port() == 0 ? "" : Integer.toString(network.port()));
        user = new SimpleStringProperty(network.user());
        exceptions = new SimpleStringProperty(String.join(", ", network.noProxy()));
    }

    /** Reads what is to be shown: the system's proxy and the file in use. */
    public void start() {
        port.route(network().withMode(ProxyMode.SYSTEM))
                .then(ui, system::set, failure -> system.set(null));
        String inUse = port.values().network().pem();
        if (!inUse.isEmpty()) {
            pem.set(inUse);
            read(inUse);
        }
    }

    /** The colours. */
    public ObjectProperty<SettingsValues.Theme> themeProperty() {
        return theme;
    }

    /** The language's tag, empty for the system's. */
    public StringProperty languageProperty() {
        return language;
    }

    /** How large everything is drawn from the next start on, in percent; 0 as the system has it. */
    public ObjectProperty<Integer> scaleProperty() {
        return scale;
    }

    /** Whether the scale can be chosen here; macOS alone decides its own. */
    public boolean scaleChosenHere() {
        return port.scaleChosenHere();
    }

    /** How often lists are read again. */
    public ObjectProperty<Duration> refreshProperty() {
        return refresh;
    }

    /** Whether the system too tells that an operation ended. */
    public BooleanProperty noticesProperty() {
        return notices;
    }

    /** Whether that may be heard. */
    public BooleanProperty soundProperty() {
        return sound;
    }

    /** Where the proxy comes from. */
    public ObjectProperty<ProxyMode> modeProperty() {
        return mode;
    }

    /** The manual proxy's host. */
    public StringProperty hostProperty() {
        return host;
    }

    /** Its port, as typed. */
    public StringProperty portProperty() {
        return portText;
    }

    /** Who signs in at the proxy, empty for nobody. */
    public StringProperty userProperty() {
        return user;
    }

    /** Hosts reached without the manual proxy, with commas or blanks between. */
    public StringProperty exceptionsProperty() {
        return exceptions;
    }

    /** The file with more authorities, empty for none. */
    public ReadOnlyStringProperty pemProperty() {
        return pem.getReadOnlyProperty();
    }

    /** What lies in the file looked at last, sound or not; null before one was read. */
    public ReadOnlyObjectProperty<@Nullable CertificateFile> certificatesProperty() {
        return certificates.getReadOnlyProperty();
    }

    /** The way the system would send a request to the service; null while not known. */
    public ReadOnlyObjectProperty<@Nullable Route> systemProperty() {
        return system.getReadOnlyProperty();
    }

    /**
     * The key of what is wrong with an input, empty for nothing.
     *
     * @param input which
     */
    public ReadOnlyStringProperty faultProperty(Input input) {
        return wrapper(input).getReadOnlyProperty();
    }

    /** Whether the computer's administrator holds a setting. */
    public boolean locked(SettingKey key) {
        return port.locked(key);
    }

    /**
     * The proxy's password was typed.
     *
     * @param typed copied
     */
    public void typePassword(CharSequence typed) {
        Arrays.fill(password, '\0');
        password = new char[typed.length()];
        for (int i = 0; i < password.length; i++) {
            password[i] = typed.charAt(i);
        }
    }

    /** Judges an input that was left. */
    public void judge(Input input) {
        boolean manual = mode.get() == ProxyMode.MANUAL;
        switch (input) {
            case HOST ->
                    hostFault.set(
                            !manual || HOST.matcher(host.get().strip()).matches()
                                    ? ""
                                    : "settings.proxy.host.fault");
            case PORT ->
                    portFault.set(!manual || portNumber() > 0 ? "" : "settings.proxy.port.fault");
            case PEM -> {
                CertificateFile file = certificates.get();
                boolean refused = file != null && !file.isSound() && !pem.get().isEmpty();
                pemFault.set(refused ? "settings.pem.fault" : "");
            }
        }
    }

    /**
     * Looks at a file with more authorities; it is taken when it is sound, and shown in any case.
     *
     * @param path as chosen
     */
    public void choosePem(String path) {
        read(path);
    }

    /** Trusts no more than the bundled and the system's authorities. */
    public void removePem() {
        pem.set("");
        certificates.set(null);
        pemFault.set("");
    }

    /**
     * Saves everything, when nothing is wrong.
     *
     * @return whether it was saved
     */
    public boolean save() {
        judge(Input.HOST);
        judge(Input.PORT);
        if (!hostFault.get().isEmpty() || !portFault.get().isEmpty()) {
            return false;
        }
        savePassword();
        port.apply(
                port.values()
                        .withTheme(theme.get())
                        .withLanguage(language.get())
                        .withScale(scale.get())
                        .withRefresh(refresh.get())
                        .withNotices(new SettingsValues.Notices(notices.get(), sound.get()))
                        .withNetwork(network()));
        return true;
    }

    /** Overwrites what was typed in secret. */
    public void close() {
        typePassword("");
    }

    private void savePassword() {
        boolean gone = user.get().isBlank();
        if (!gone && password.length == 0) {
            return; // what is kept stays
        }
        if (gone && port.values().network().user().isEmpty()) {
            return;
        }
        (gone
                        ? port.signIns().forgetProxyPassword()
                        : port.signIns().rememberProxyPassword(password))
                .atEnd(() -> ui.execute(port::proxyPasswordChanged));
    }

    private NetworkSettings network() {
        List<String> hosts =
                BETWEEN.splitAsStream(exceptions.get().strip())
                        .filter(entry -> !entry.isEmpty())
                        .collect(Collectors.toList());
        return new NetworkSettings(
                mode.get(), host.get().strip(), portNumber(), user.get().strip(), hosts, pem.get());
    }

    private int portNumber() {
        String text = portText.get().strip();
        if (!text.matches("\\d{1,5}")) {
            return 0;
        }
        int number = Integer.parseInt(text);
        return number <= 65_535 ? number : 0;
    }

    private void read(String path) {
        workers.start(() -> CertificateFile.read(path, timer.instant()))
                .then(ui, this::looked, failure -> pemFault.set("settings.pem.fault"));
    }

    private void looked(CertificateFile file) {
        certificates.set(file);
        if (file.isSound()) {
            pem.set(file.path());
            pemFault.set("");
        } else {
            pemFault.set("settings.pem.fault");
        }
    }

    private ReadOnlyStringWrapper wrapper(Input input) {
        return switch (input) {
            case HOST -> hostFault;
            case PORT -> portFault;
            case PEM -> pemFault;
        };
    }
}
