package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.Principal;
import org.workspaceadmin.fleet.health.DirectoryFacts;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.desktops.DetailsFacts.Group;
import org.workspaceadmin.ui.desktops.DetailsFacts.Line;

/** What the service and the directory say of one desktop's domain, as labelled text. */
final class DomainFacts {
    private final DesktopTexts words;
    private final Texts texts;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();

    private DomainFacts(DesktopTexts words, Texts texts, Instant now) {
        this.words = words;
        this.texts = texts;
        this.now = now;
    }

    /**
     * What the service says.
     *
     * @param facts the desktop
     * @param words what values read as
     * @param texts the language
     * @param now the present moment
     */
    static Group ofService(DesktopFacts facts, DesktopTexts words, Texts texts, Instant now) {
        DomainFacts all = new DomainFacts(words, texts, now);
        DomainCheck check = facts.row().domain();
        String state = words.state(facts.reported());
        all.add("check", check == null ? state : all.ago(state, check.at()));
        if (check != null && facts.reported() != DomainState.IN) {
            String why = check.errorMessage() == null ? check.errorCode() : check.errorMessage();
            all.add(
                    "rejoin",
                    check.rejoinAble()
                            ? texts.now("desktops.details.yes")
                            : why == null
                                    ? texts.now("desktops.details.no")
                                    : texts.now("desktops.health.rejoin.no", why));
        }
        all.add("login", words.term(facts.desktop().loginState()));
        all.add("ou", facts.desktop().ou());
        return new Group(texts.now("desktops.health.service"), all.lines);
    }

    /**
     * What the directory says; nothing of it once it cannot be read any more.
     *
     * @param facts the desktop
     * @param told by the directory
     * @param standing how fresh it is
     * @param words what values read as
     * @param texts the language
     * @param now the present moment
     */
    static Group ofDirectory(
            DesktopFacts facts,
            DirectoryFacts told,
            DirectoryStanding standing,
            DesktopTexts words,
            Texts texts,
            Instant now) {
        DomainFacts all = new DomainFacts(words, texts, now);
        Instant asOf = told.asOf();
        if (asOf == null) {
            if (standing.state() == DirectoryStanding.State.UNKNOWN) {
                String since = words.directory().unknownSince(standing.unknownSince(), now);
                for (String each : List.of("object", "enabled", "password", "owner", "address")) {
                    all.add(each, since);
                }
            }
        } else if (told.objects().isEmpty()) {
            all.add("object", texts.now("desktops.health.object.none"));
            all.add("read", all.when(asOf));
        } else {
            all.object(told.objects().getFirst());
            all.others(told.objects());
            all.address(facts, told.addresses());
            all.add("read", all.when(asOf));
        }
        return new Group(texts.now("desktops.health.directory"), all.lines);
    }

    private void object(Computer own) {
        add("object", own.distinguishedName());
        add("enabled", texts.now(own.enabled() ? "desktops.details.yes" : "desktops.details.no"));
        add("password", own.passwordSet() == null ? notTold() : days(own.passwordSet()));
        add("sid", own.sid());
        add("owner", person(own.owner()));
        add("creator", own.creator().known() ? person(own.creator()) : "");
        add("created", own.created() == null ? "" : words.minute(own.created()));
        add("logon", own.lastLogon() == null ? "" : days(own.lastLogon()));
        add("os", own.operatingSystem());
        add("host", own.dnsHostName());
    }

    private void others(List<Computer> objects) {
        if (objects.size() > 1) {
            add(
                    "others",
                    objects.stream()
                            .skip(1)
                            .map(Computer::distinguishedName)
                            .collect(Collectors.joining("; ")));
        }
    }

    private void address(DesktopFacts facts, @Nullable Set<String> records) {
        String own = String.join(", ", facts.desktop().addresses());
        if (records == null) {
            add("address", texts.now("desktops.health.address.unknown"));
        } else if (records.isEmpty()) {
            add("address", texts.now("desktops.health.address.none"));
        } else {
            String named = records.stream().sorted().collect(Collectors.joining(", "));
            boolean same = facts.desktop().addresses().stream().anyMatch(records::contains);
            add(
                    "address",
                    texts.now(
                            same ? "desktops.health.address.same" : "desktops.health.address.other",
                            named,
                            own));
        }
    }

    private String person(Principal principal) {
        return !principal.known()
                ? notTold()
                : principal.administrator()
                        ? texts.now("desktops.health.administrator", principal.label())
                        : principal.label();
    }

    private String days(Instant then) {
        return texts.now(
                "desktops.health.days",
                Math.max(0, Duration.between(then, now).toDays()),
                words.minute(then));
    }

    private String when(Instant then) {
        return texts.messages().ago(Duration.between(then, now));
    }

    private String ago(String state, Instant then) {
        return texts.now("desktops.health.told", state, when(then));
    }

    private String notTold() {
        return texts.now("desktops.health.notTold");
    }

    private void add(String key, String value) {
        if (!value.isEmpty()) {
            lines.add(new Line(texts.now("desktops.health.line." + key), value));
        }
    }
}
