package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.health.Cause;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.HealthWords;
import org.workspaceadmin.ui.common.Texts;

/** What a desktop's values read as, in the language of the moment; any thread. */
final class DesktopTexts implements FilterWords {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final InstantSource clock;
    private final DirectoryWords directory;
    private final HealthWords health;

    /**
     * Words.
     *
     * @param texts the language
     * @param zone the operator's
     * @param clock today is told apart from other days
     */
    DesktopTexts(Texts texts, ZoneId zone, InstantSource clock) {
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
        directory = new DirectoryWords(texts, zone);
        health = new HealthWords(texts, zone);
    }

    /** Sentences about the domain. */
    HealthWords health() {
        return health;
    }

    /** Sentences about the directory. */
    DirectoryWords directory() {
        return directory;
    }

    /** What is known of a desktop's domain, in a word or a few. */
    String domain(DesktopFacts facts) {
        DomainHealth known = facts.health();
        return facts.domain() == DomainState.UNKNOWN
                        && known != null
                        && known.unknownSince() != null
                ? directory.unknownSince(known.unknownSince(), clock.instant())
                : state(facts.domain());
    }

    /** The operator's zone. */
    ZoneId zone() {
        return zone;
    }

    /** Heading of a column. */
    String heading(DesktopColumn column) {
        return texts.now("desktops.column." + column.key());
    }

    /** A cell as written on screen, in copies and in files; empty when there is nothing. */
    String cell(DesktopColumn column, DesktopFacts facts) {
        Desktop d = facts.desktop();
        return switch (column) {
            case NAME -> d.name();
            case USER -> d.userName();
            case STATUS -> status(facts);
            case TASK -> taskAndPercent(d);
            case LOGIN -> term(d.loginState());
            case DOMAIN -> domain(facts);
            case OS -> os(d);
            case IP -> d.address();
            case IMAGE -> d.imageName();
            case OU -> d.ou();
            case POOL -> pool(d);
            case TAGS -> tags(d.tags());
            case CREATED -> d.created() == null ? "" : minute(d.created());
            case ID -> d.id();
        };
    }

    /** The power state, or that the service no longer lists the desktop. */
    String status(DesktopFacts facts) {
        if (facts.gone()) {
            return texts.now("desktops.gone");
        }
        return facts.status() == DesktopStatus.DELETING
                ? state(DesktopStatus.DELETING)
                : term(facts.desktop().status());
    }

    /** The power state in full. */
    String statusTip(DesktopFacts facts) {
        return facts.gone() ? texts.now("desktops.gone.tip") : status(facts);
    }

    /** A state's word. */
    String state(Enum<?> state) {
        return texts.messages().text(key(state));
    }

    /** A term's word: ours when known, else the service's own. */
    String term(Term<?> term) {
        return term.known().name().equals("UNKNOWN") && !term.word().isEmpty()
                ? term.word()
                : state(term.known());
    }

    /** A running task in words. */
    String taskName(String task) {
        return taskName(texts.messages(), task);
    }

    /** Instead of a domain state where the region offers no check. */
    String notOffered() {
        return texts.now("desktops.domain.notOffered");
    }

    /** Everything known of the domain: what the service told last, then the directory's part. */
    String domainTip(DesktopFacts facts, Instant now) {
        String told = serviceTip(facts, now);
        DomainHealth known = facts.health();
        if (known == null) {
            return told;
        }
        String found =
                known.findings().stream()
                        .filter(each -> ofDirectory(each.cause()))
                        .map(health::cause)
                        .collect(Collectors.joining("\n"));
        String advice = health.suggestion(known);
        return Stream.of(told, found, advice)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What the service says is said in its own words already. */
    static boolean ofDirectory(Cause cause) {
        return switch (cause) {
            case REPORTED_IN, REPORTED_OUT, NOT_ASKED, UNKNOWN_ANSWER, NOT_WINDOWS -> false;
            default -> true;
        };
    }

    private String serviceTip(DesktopFacts facts, Instant now) {
        DomainCheck check = facts.row().domain();
        if (check == null) {
            return texts.now(
                    facts.reported() == DomainState.NOT_APPLICABLE
                            ? "desktops.domain.tip.notApplicable"
                            : "desktops.domain.tip.notAsked");
        }
        String told =
                texts.now(
                        "desktops.domain.tip",
                        state(facts.reported()),
                        texts.messages().ago(Duration.between(check.at(), now)),
                        exact(check.at()));
        if (facts.reported() == DomainState.IN) {
            return told;
        }
        String why = check.errorMessage() == null ? check.errorCode() : check.errorMessage();
        return told
                + "\n"
                + (check.rejoinAble()
                        ? texts.now("desktops.domain.rejoinable")
                        : texts.now("desktops.domain.notRejoinable", why == null ? "–" : why));
    }

    /** To the minute, in the operator's zone. */
    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** With seconds and zone, for tooltips. */
    String exact(Instant instant) {
        return texts.messages().exact(instant, zone);
    }

    /** The filter field an operator names in one of our languages, null when there is none. */
    @Nullable FilterField field(String word) {
        for (FilterField field : FilterField.values()) {
            for (Language language : Language.values()) {
                if (Messages.of(language)
                        .text("desktops.field." + field.word())
                        .equalsIgnoreCase(word)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** Tags as {@code key=value}. */
    String tags(List<Tag> tags) {
        return tags.stream().map(t -> t.key() + "=" + t.value()).collect(Collectors.joining(", "));
    }

    @Override
    public List<String> of(Enum<?> state) {
        return Arrays.stream(Language.values())
                .map(Messages::of)
                .flatMap(messages ->
                        Stream.of(key(state), key(state) + ".long")
                                .filter(messages::has)
                                .map(messages::text))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public List<String> repair() {
        return Arrays.stream(Language.values())
                .map(language -> Messages.of(language).text("desktops.domain.repair"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public String task(String task) {
        return taskName(texts.messages(), task).toLowerCase(Locale.ROOT);
    }

    private String taskAndPercent(Desktop d) {
        if (d.task().isEmpty()) {
            return "";
        }
        Integer progress = d.progress();
        return progress == null
                ? taskName(d.task())
                : texts.now("desktops.taskPercent", taskName(d.task()), progress);
    }

    private String os(Desktop d) {
        if (!d.osVersion().isEmpty()) {
            return d.osVersion();
        }
        return d.osFamily().is(OsFamily.UNKNOWN)
                ? d.osFamily().word()
                : state(d.osFamily().known());
    }

    private String pool(Desktop d) {
        String type = term(d.type());
        return d.poolName().isEmpty() ? type : d.poolName() + " · " + type;
    }

    private static String taskName(Messages messages, String task) {
        String key = "desktops.task." + task.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return messages.has(key) ? messages.text(key) : task;
    }

    private static String key(Enum<?> state) {
        return "desktops."
                + switch (state.getDeclaringClass().getSimpleName()) {
                    case "DesktopStatus" -> "status.";
                    case "LoginState" -> "login.";
                    case "DomainState" -> "domain.";
                    case "DesktopType" -> "type.";
                    default -> "os.";
                }
                + state.name().toLowerCase(Locale.ROOT);
    }
}
