package org.workspaceadmin.ui.connection;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.PastedSignIn;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.ui.common.SecretInput;

/**
 * What is typed to sign in, and what is wrong with it. An input is judged once it was left or sent,
 * not while it is first typed.
 */
public final class SignInViewModel {
    /** Temporary keys live a day at the most (api/iam-and-signing.md section 3). */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** How an end is shown and may be typed, in the operator's own zone. */
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<Field> ORDER =
            List.of(
                    Field.ACCOUNT,
                    Field.USER,
                    Field.PASSWORD,
                    Field.USER_ID,
                    Field.PASSCODE,
                    Field.ACCESS_KEY,
                    Field.SECRET_KEY,
                    Field.TOKEN,
                    Field.EXPIRES);

    private final InstantSource clock;
    private final @Nullable Identity known;
    private final ObjectProperty<SignInKind> kind =
            new SimpleObjectProperty<>(SignInKind.ACCESS_KEY);
    private final StringProperty accessKey = new SimpleStringProperty("");
    private final StringProperty account = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty userId = new SimpleStringProperty("");
    private final StringProperty expires = new SimpleStringProperty("");
    private final BooleanProperty oneTimeCode = new SimpleBooleanProperty();
    private final BooleanProperty kept = new SimpleBooleanProperty();
    private final Map<Field, SecretInput> secrets = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyObjectWrapper<@Nullable InputFault>> faults =
            new EnumMap<>(Field.class);
    private @Nullable Identity shown;
    private final Set<Field> judged = EnumSet.noneOf(Field.class);
    private Runnable typed = () -> {};

    /**
     * Empty inputs for any sign-in.
     *
     * @param clock tells whether temporary keys have ended already
     */
    public SignInViewModel(InstantSource clock) {
        this(clock, null);
    }

    private SignInViewModel(InstantSource clock, @Nullable Identity known) {
        this.clock = clock;
        this.known = known;
        for (Field field : ORDER) {
            faults.put(field, new ReadOnlyObjectWrapper<>());
        }
        for (Field field : List.of(Field.SECRET_KEY, Field.TOKEN, Field.PASSWORD, Field.PASSCODE)) {
            secrets.put(field, new SecretInput());
        }
        secrets.values().forEach(secret -> secret.lengthProperty().subscribe(now -> judge()));
        for (StringProperty text : List.of(accessKey, account, user, userId, expires)) {
            text.subscribe(now -> judge());
        }
        oneTimeCode.subscribe(now -> judge());
        kept.subscribe(now -> judge());
        kind.subscribe(now -> {
            judged.clear();
            judge();
        });
    }

    /**
     * Inputs for what is missing to sign in as somebody again.
     *
     * @param identity who; their kind and names cannot be changed, but temporary keys are new ones
     * @param clock tells whether temporary keys have ended already
     */
    public static SignInViewModel again(Identity identity, InstantSource clock) {
        SignInViewModel model = new SignInViewModel(clock, identity);
        model.show(identity);
        return model;
    }

    /** Puts the names of a sign-in in, without its secrets. */
    public void show(Identity identity) {
        shown = identity;
        kind.set(identity.kind());
        accessKey.set(
                known != null && identity.kind() == SignInKind.TEMPORARY_KEY
                        ? ""
                        : identity.accessKey());
        account.set(identity.account());
        user.set(identity.user());
        userId.set(identity.userId());
        oneTimeCode.set(identity.oneTimeCode());
        judged.clear();
        judge();
    }

    /** Who signs in again, empty when that is typed too. */
    public Optional<Identity> known() {
        return Optional.ofNullable(known);
    }

    /** Which kind of sign-in. */
    public ObjectProperty<SignInKind> kindProperty() {
        return kind;
    }

    /** Access key id. */
    public StringProperty accessKeyProperty() {
        return accessKey;
    }

    /** Account name. */
    public StringProperty accountProperty() {
        return account;
    }

    /** IAM user name. */
    public StringProperty userProperty() {
        return user;
    }

    /** IAM user id, beside a one-time code. */
    public StringProperty userIdProperty() {
        return userId;
    }

    /** When temporary keys end, as typed; empty for the longest they can live. */
    public StringProperty expiresProperty() {
        return expires;
    }

    /** Whether the user signs in with a one-time code each time. */
    public BooleanProperty oneTimeCodeProperty() {
        return oneTimeCode;
    }

    /**
     * Whether the secrets of who is shown are remembered already, so that empty inputs mean these.
     */
    public BooleanProperty keptProperty() {
        return kept;
    }

    /** Hears of every change of what is typed. */
    void onTyped(Runnable action) {
        typed = action;
    }

    /**
     * What is wrong with an input, null while nothing is or it was not judged yet.
     *
     * @param field one of the inputs of a sign-in
     */
    public ReadOnlyObjectProperty<@Nullable InputFault> faultProperty(Field field) {
        ReadOnlyObjectWrapper<@Nullable InputFault> fault = faults.get(field);
        if (fault == null) {
            throw new IllegalArgumentException(field.name());
        }
        return fault.getReadOnlyProperty();
    }

    /**
     * The operator left an input, so it is judged from now on.
     *
     * @param field which
     */
    public void left(Field field) {
        judged.add(field);
        judge();
    }

    /**
     * Judges everything.
     *
     * @return the first input that something is wrong with, empty when nothing is
     */
    public Optional<Field> judgeAll() {
        judged.addAll(ORDER);
        judge();
        return check().stream().map(InputFault::field).findFirst();
    }

    /** Whether what is typed is complete, judged or not. */
    public boolean complete() {
        return check().isEmpty();
    }

    /** Whether every secret input is empty. */
    public boolean noSecretTyped() {
        return secrets.values().stream().allMatch(SecretInput::isEmpty);
    }

    /** Whether the sign-in that is kept already is meant: nobody else's name, no new secret. */
    public boolean meansKept() {
        return kept.get() && noSecretTyped() && identity().equals(shown);
    }

    /** Who signs in by what is typed, without the secrets. */
    public Identity identity() {
        return switch (kind.get()) {
            case ACCESS_KEY, TEMPORARY_KEY -> Identity.key(kind.get(), accessKey.get().strip());
            case PASSWORD ->
                    Identity.password(
                            account.get().strip(),
                            user.get().strip(),
                            userId.get().strip(),
                            oneTimeCode.get());
        };
    }

    /** A copy of what is typed, for the caller to close. */
    public SignIn signIn() {
        return switch (kind.get()) {
            case ACCESS_KEY ->
                    new SignIn.AccessKey(accessKey.get(), secret(Field.SECRET_KEY).stripped());
            case TEMPORARY_KEY ->
                    new SignIn.TemporaryKey(
                            accessKey.get(),
                            secret(Field.SECRET_KEY).stripped(),
                            secret(Field.TOKEN).stripped(),
                            end().orElseGet(() -> clock.instant().plus(LONGEST_LIFE)));
            case PASSWORD ->
                    new SignIn.Password(
                            account.get(),
                            user.get(),
                            secret(Field.PASSWORD).exact(),
                            userId.get(),
                            oneTimeCode.get() ? secret(Field.PASSCODE).stripped() : Secret.of(""));
        };
    }

    /**
     * Fills every input from a pasted text.
     *
     * @param text such as an answer of IAM, lines that set variables, or the console's file
     * @return whether there was a sign-in in it that fits here
     */
    public boolean fill(String text) {
        Optional<PastedSignIn> read = PastedSignIn.read(text);
        if (read.isEmpty()) {
            return false;
        }
        try (PastedSignIn pasted = read.get()) {
            if (known != null && known.kind() != pasted.kind()) {
                return false;
            }
            kind.set(pasted.kind());
            switch (pasted.kind()) {
                case ACCESS_KEY, TEMPORARY_KEY -> {
                    if (!namesKnown()) {
                        accessKey.set(pasted.accessKey());
                    }
                    secret(Field.SECRET_KEY).put(pasted.secretKey());
                    secret(Field.TOKEN).put(pasted.token());
                    Instant end = pasted.expires();
                    expires.set(end == null ? "" : shown(end));
                }
                case PASSWORD -> {
                    if (!namesKnown()) {
                        account.set(pasted.account());
                        user.set(pasted.user());
                        userId.set(pasted.userId());
                    }
                    secret(Field.PASSWORD).put(pasted.password());
                }
            }
            judged.clear();
            judge();
            return true;
        }
    }

    /** Puts a whole sign-in in, secrets included. */
    public void put(SignIn whole) {
        show(whole.identity());
        switch (whole) {
            case SignIn.AccessKey key -> secret(Field.SECRET_KEY).put(key.secretKey());
            case SignIn.TemporaryKey key -> {
                secret(Field.SECRET_KEY).put(key.secretKey());
                secret(Field.TOKEN).put(key.token());
                expires.set(shown(key.expires()));
            }
            case SignIn.Password password -> secret(Field.PASSWORD).put(password.password());
        }
    }

    /** Empties the secrets, in the controls too, and judges nothing until it is typed again. */
    public void wipe() {
        judged.clear();
        secrets.values().forEach(SecretInput::wipe);
        judge();
    }

    /** Whether kind and names are given, so that only secrets are asked for. */
    boolean namesKnown() {
        return known != null && known.kind() != SignInKind.TEMPORARY_KEY;
    }

    /** A secret's input. */
    SecretInput secret(Field field) {
        SecretInput input = secrets.get(field);
        if (input == null) {
            throw new IllegalArgumentException(field.name());
        }
        return input;
    }

    /** The first input that is shown and empty. */
    Field firstEmpty() {
        return switch (kind.get()) {
            case ACCESS_KEY -> accessKey.get().isBlank() ? Field.ACCESS_KEY : Field.SECRET_KEY;
            case TEMPORARY_KEY ->
                    accessKey.get().isBlank()
                            ? Field.ACCESS_KEY
                            : secret(Field.SECRET_KEY).isEmpty() ? Field.SECRET_KEY : Field.TOKEN;
            case PASSWORD ->
                    account.get().isBlank()
                            ? Field.ACCOUNT
                            : user.get().isBlank()
                                    ? Field.USER
                                    : secret(Field.PASSWORD).isEmpty()
                                            ? Field.PASSWORD
                                            : Field.PASSCODE;
        };
    }

    private static String shown(Instant end) {
        return LOCAL.format(end.atZone(ZoneId.systemDefault()));
    }

    private Optional<Instant> end() {
        String text = expires.get().strip();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, LOCAL)
                                .atZone(ZoneId.systemDefault())
                                .toInstant());
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
    }

    private void judge() {
        typed.run();
        List<InputFault> wrong = check();
        faults.forEach((field, shown) ->
                shown.set(
                        wrong.stream()
                                .filter(fault -> fault.field() == field)
                                .filter(fault -> judged.contains(field))
                                .findFirst()
                                .orElse(null)));
    }

    /** Everything that is wrong, in the order of the inputs. */
    private List<InputFault> check() {
        List<InputFault> wrong = new ArrayList<>();
        try (SignIn signIn = signIn()) {
            wrong.addAll(signIn.check());
        }
        if (kind.get() == SignInKind.PASSWORD && oneTimeCode.get()) {
            if (secret(Field.PASSCODE).isBlank()) {
                wrong.add(new InputFault(Field.PASSCODE, "passcodeMissing", List.of()));
                if (userId.get().isBlank()) {
                    wrong.add(new InputFault(Field.USER_ID, "userIdMissing", List.of()));
                }
            }
        }
        if (kind.get() == SignInKind.TEMPORARY_KEY) {
            checkEnd(wrong);
        }
        if (meansKept()) {
            wrong.removeIf(fault -> secrets.containsKey(fault.field()));
        }
        wrong.sort((a, b) -> Integer.compare(ORDER.indexOf(a.field()), ORDER.indexOf(b.field())));
        return wrong;
    }

    private void checkEnd(List<InputFault> wrong) {
        Optional<Instant> end = end();
        if (!expires.get().isBlank() && end.isEmpty()) {
            wrong.add(new InputFault(Field.EXPIRES, "expiresSyntax", List.of()));
        } else if (end.isPresent() && !end.get().isAfter(clock.instant())) {
            wrong.add(new InputFault(Field.EXPIRES, "expiresPast", List.of()));
        }
    }
}
