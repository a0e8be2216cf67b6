package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.ui.common.Texts;

/** Everything known of one desktop as labelled text, in groups. */
final class DetailsFacts {
    private DetailsFacts() {}

    /**
     * One group.
     *
     * @param title its heading
     * @param lines what is known; empty values are left out
     */
    record Group(String title, List<Line> lines) {
        /** Copies the list. */
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** A label and a value. */
    record Line(String label, String value) {}

    /**
     * The groups.
     *
     * @param facts the desktop
     * @param words what values read as
     * @param texts the language
     */
    static List<Group> of(DesktopFacts facts, DesktopTexts words, Texts texts) {
        Desktop d = facts.desktop();
        Lines lines = new Lines(texts, words);
        lines.column(DesktopColumn.NAME, facts);
        lines.add("hostName", d.hostName());
        lines.column(DesktopColumn.ID, facts);
        lines.add("sid", d.sid());
        lines.column(DesktopColumn.CREATED, facts);
        lines.group("identity");

        lines.column(DesktopColumn.STATUS, facts);
        lines.column(DesktopColumn.TASK, facts);
        lines.column(DesktopColumn.LOGIN, facts);
        lines.column(DesktopColumn.DOMAIN, facts);
        lines.add("maintenance", texts.now(yesNo(d.maintenance())));
        lines.add("frozen", texts.now(yesNo(d.frozen())));
        lines.group("state");

        lines.column(DesktopColumn.USER, facts);
        lines.add(
                "allUsers",
                d.users().stream()
                        .map(u -> u.domain().isEmpty() ? u.name() : u.domain() + "\\" + u.name())
                        .collect(Collectors.joining(", ")));
        lines.add("userGroup", d.userGroup());
        lines.add("attach", d.attachState());
        lines.add("domainName", d.domain());
        lines.column(DesktopColumn.OU, facts);
        lines.group("users");

        lines.column(DesktopColumn.OS, facts);
        lines.column(DesktopColumn.IMAGE, facts);
        lines.add("imageId", d.imageId());
        lines.add("product", d.product());
        lines.column(DesktopColumn.POOL, facts);
        lines.group("system");

        lines.add("addresses", String.join(", ", d.addresses()));
        lines.add("subnet", d.subnetId());
        lines.add("zone", d.zone());
        lines.group("network");

        lines.add(
                "charging",
                texts.now(
                        "desktops.details.charging."
                                + (d.yearlyMonthly() ? "prepaid" : "onDemand")));
        lines.add("order", d.orderId());
        lines.add("project", d.enterpriseProjectId());
        lines.column(DesktopColumn.TAGS, facts);
        lines.group("billing");
        return lines.groups;
    }

    /** All groups as text, for the clipboard. */
    static String asText(List<Group> groups) {
        return groups.stream()
                .map(g ->
                        g.title()
                                + "\n"
                                + g.lines().stream()
                                        .map(l -> l.label() + ": " + l.value() + "\n")
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String yesNo(boolean value) {
        return "desktops.details." + (value ? "yes" : "no");
    }

    private static final class Lines {
        private final Texts texts;
        private final DesktopTexts words;
        private final List<Group> groups = new ArrayList<>();
        private List<Line> lines = new ArrayList<>();

        Lines(Texts texts, DesktopTexts words) {
            this.texts = texts;
            this.words = words;
        }

        void column(DesktopColumn column, DesktopFacts facts) {
            put(words.heading(column), words.cell(column, facts));
        }

        void add(String key, String value) {
            put(texts.now("desktops.details." + key), value);
        }

        void group(String key) {
            if (!lines.isEmpty()) {
                groups.add(new Group(texts.now("desktops.details.group." + key), lines));
            }
            lines = new ArrayList<>();
        }

        private void put(String label, String value) {
            if (!value.isEmpty()) {
                lines.add(new Line(label, value));
            }
        }
    }
}
