package org.workspaceadmin.ui.desktops;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/**
 * A query made ready to be asked 50,000 times: words of states become sets of states once, so that
 * each row costs a look at its search text and some set membership.
 */
final class FilterMatcher implements Predicate<DesktopFacts> {
    /** The word that stands for "a session exists, connected or not". */
    static final String SESSION = "session";

    /** The word that stands for every broken membership. */
    static final String REPAIR = "repair";

    private final FilterWords words;
    private final ZoneId zone;
    private final List<Predicate<DesktopFacts>> terms = new ArrayList<>();
    private final List<FilterHint> hints = new ArrayList<>();

    /**
     * Prepares a query.
     *
     * @param query what must hold
     * @param words how states may be named
     * @param zone where the operator's days begin
     */
    FilterMatcher(FilterQuery query, FilterWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        for (FilterQuery.Term term : query.terms()) {
            if (!term.values().isEmpty()) {
                Predicate<DesktopFacts> any = anyOf(term);
                terms.add(term.negated() ? any.negate() : any);
            }
        }
    }

    @Override
    public boolean test(DesktopFacts facts) {
        for (Predicate<DesktopFacts> term : terms) {
            if (!term.test(facts)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every desktop matches. */
    boolean matchesAll() {
        return terms.isEmpty();
    }

    /** What was not understood, in the order typed. */
    List<FilterHint> hints() {
        return List.copyOf(hints);
    }

    private Predicate<DesktopFacts> anyOf(FilterQuery.Term term) {
        Predicate<DesktopFacts> any = null;
        for (String typed : term.values()) {
            String value = typed.toLowerCase(Locale.ROOT);
            Predicate<DesktopFacts> one =
                    term.field() == null ? everywhere(value) : in(term.field(), value);
            any = any == null ? one : any.or(one);
        }
        return any == null ? facts -> true : any;
    }

    private Predicate<DesktopFacts> in(FilterField field, String value) {
        return switch (field) {
            case NAME -> searched(value, (d, p) -> p.test(d.name()) || p.test(d.hostName()));
            case USER -> searched(value, FilterMatcher::anyUser);
            case STATUS -> state(DesktopStatus.class, value, DesktopFacts::status, Desktop::status);
            case LOGIN -> state(LoginState.class, value, DesktopFacts::login, Desktop::loginState);
            case TYPE -> state(DesktopType.class, value, DesktopFacts::type, Desktop::type);
            case DOMAIN -> domain(value);
            case OS -> os(value);
            case TASK -> task(value);
            case IMAGE -> texts(value, (d, p) -> p.test(d.imageName()) || p.test(d.imageId()));
            case IP -> ip(value);
            case OU -> searched(value, (d, p) -> p.test(d.ou()));
            case POOL -> texts(value, (d, p) -> p.test(d.poolName()) || p.test(d.poolId()));
            case TAG ->
                    searched(
                            value,
                            (d, p) -> d.tags().stream().map(FilterMatcher::label).anyMatch(p));
            case ID -> searched(value, (d, p) -> p.test(d.id()));
            case CREATED -> created(value);
        };
    }

    private Predicate<DesktopFacts> everywhere(String value) {
        Set<DesktopStatus> statuses = beginning(DesktopStatus.class, value);
        Set<LoginState> logins = beginning(LoginState.class, value);
        Set<DesktopType> types = beginning(DesktopType.class, value);
        Set<OsFamily> families = beginning(OsFamily.class, value);
        Set<DomainState> domains = beginning(DomainState.class, value);
        boolean namesState =
                !(statuses.isEmpty()
                        && logins.isEmpty()
                        && types.isEmpty()
                        && families.isEmpty()
                        && domains.isEmpty());
        Map<String, Boolean> tasks = new HashMap<>();
        return f ->
                f.search().contains(value)
                        || (namesState
                                && (statuses.contains(f.status())
                                        || logins.contains(f.login())
                                        || types.contains(f.type())
                                        || families.contains(f.osFamily())
                                        || f.anyDomain(domains)))
                        || (f.desktop().busy()
                                && tasks.computeIfAbsent(
                                        f.desktop().task(), t -> words.task(t).startsWith(value)));
    }

    /** A state is named by the beginning of one of its words; unknown words by their own text. */
    private <E extends Enum<E>> Predicate<DesktopFacts> state(
            Class<E> type,
            String value,
            Function<DesktopFacts, E> of,
            Function<Desktop, Term<E>> term) {
        if (value.isEmpty()) {
            return f -> term.apply(f.desktop()).word().isEmpty();
        }
        Set<E> states = beginning(type, value);
        if (type == LoginState.class && SESSION.startsWith(value)) {
            states.add(Enum.valueOf(type, LoginState.CONNECTED.name()));
            states.add(Enum.valueOf(type, LoginState.DISCONNECTED.name()));
        }
        hintUnlessNamed(states, value);
        return f ->
                states.contains(of.apply(f))
                        || (of.apply(f).name().equals("UNKNOWN")
                                && begins(term.apply(f.desktop()).word(), value));
    }

    private Predicate<DesktopFacts> domain(String value) {
        if (value.isEmpty()) {
            return f -> f.domain() == DomainState.NOT_ASKED;
        }
        Set<DomainState> states = beginning(DomainState.class, value);
        boolean repair =
                REPAIR.startsWith(value)
                        || words.repair().stream().anyMatch(word -> word.startsWith(value));
        if (!repair) {
            hintUnlessNamed(states, value);
        }
        return f -> f.anyDomain(states) || (repair && f.needsRepair());
    }

    private void hintUnlessNamed(Set<?> states, String value) {
        if (states.isEmpty()) {
            hints.add(new FilterHint(FilterHint.Kind.UNKNOWN_VALUE, value));
        }
    }

    private Predicate<DesktopFacts> os(String value) {
        Predicate<DesktopFacts> version = searched(value, (d, p) -> p.test(d.osVersion()));
        Set<OsFamily> families =
                value.isEmpty() ? EnumSet.noneOf(OsFamily.class) : beginning(OsFamily.class, value);
        return f -> version.test(f) || families.contains(f.osFamily());
    }

    private Predicate<DesktopFacts> task(String value) {
        Predicate<String> matches = pattern(value);
        Map<String, Boolean> known = new HashMap<>();
        return f ->
                known.computeIfAbsent(
                        f.desktop().task(),
                        t ->
                                matches.test(t.toLowerCase(Locale.ROOT))
                                        || matches.test(words.task(t)));
    }

    private Predicate<DesktopFacts> ip(String value) {
        if (value.isEmpty() || value.contains("*")) {
            return texts(value, (d, p) -> d.addresses().stream().anyMatch(p));
        }
        return f -> {
            for (String address : f.desktop().addresses()) {
                if (begins(address, value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private Predicate<DesktopFacts> created(String value) {
        Optional<CreatedRange> range = CreatedRange.of(value, zone);
        if (range.isEmpty()) {
            hints.add(new FilterHint(FilterHint.Kind.UNREADABLE_DATE, value));
            return f -> true;
        }
        CreatedRange inside = range.get();
        return f -> inside.contains(f.desktop().created());
    }

    /** Whether any text of a desktop satisfies a condition. */
    @FunctionalInterface
    private interface AnyText {
        boolean any(Desktop desktop, Predicate<String> condition);
    }

    /** Any of several texts; an empty value asks that none of them is filled. */
    private static Predicate<DesktopFacts> texts(String value, AnyText of) {
        if (value.isEmpty()) {
            return f -> !of.any(f.desktop(), text -> !text.isEmpty());
        }
        Predicate<String> matches = pattern(value);
        Predicate<String> lower = text -> matches.test(text.toLowerCase(Locale.ROOT));
        return f -> of.any(f.desktop(), lower);
    }

    /**
     * The same for texts that are part of the search text, which rules most desktops out quickly.
     */
    private static Predicate<DesktopFacts> searched(String value, AnyText of) {
        Predicate<DesktopFacts> exact = texts(value, of);
        return value.isEmpty() || value.contains("*")
                ? exact
                : f -> f.search().contains(value) && exact.test(f);
    }

    /** Nothing, a whole text with {@code *} for any run, or a part of a text. */
    private static Predicate<String> pattern(String value) {
        if (value.isEmpty()) {
            return String::isEmpty;
        }
        if (value.equals("*")) {
            return text -> !text.isEmpty();
        }
        if (!value.contains("*")) {
            return text -> text.contains(value);
        }
        String regex =
                Arrays.stream(value.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    private <E extends Enum<E>> Set<E> beginning(Class<E> type, String value) {
        Set<E> states = EnumSet.noneOf(type);
        for (E state : type.getEnumConstants()) {
            String own = state.name().toLowerCase(Locale.ROOT);
            if (own.startsWith(value)
                    || own.replace('_', ' ').startsWith(value)
                    || words.of(state).stream().anyMatch(word -> word.startsWith(value))) {
                states.add(state);
            }
        }
        return states;
    }

    private static boolean begins(String text, String value) {
        return text.regionMatches(true, 0, value, 0, value.length());
    }

    private static boolean anyUser(Desktop d, Predicate<String> condition) {
        if (condition.test(d.userName())) {
            return true;
        }
        for (AttachedUser user : d.users()) {
            if (condition.test(user.name())) {
                return true;
            }
        }
        return false;
    }

    private static String label(Tag tag) {
        return tag.key() + "=" + tag.value();
    }
}
