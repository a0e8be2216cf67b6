package org.workspaceadmin.ui.desktops;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.health.DirectoryFacts;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.fleet.health.Suggestion;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.desktops.DetailsFacts.Group;
import org.workspaceadmin.ui.desktops.DetailsFacts.Line;

/**
 * The details' part about the domain: the state with its causes, what to do as a button or a note,
 * and what the service says beside what the directory says.
 */
final class DomainSection {
    private final DesktopsViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final Function<Line, Node> line;

    /**
     * A section.
     *
     * @param model what can be done, and the directory
     * @param context language and time
     * @param line draws one labelled value
     */
    DomainSection(DesktopsViewModel model, UiContext context, Function<Line, Node> line) {
        this.model = model;
        this.context = context;
        this.line = line;
        texts = context.texts();
    }

    /** What both say, as text too. */
    List<Group> groups(DesktopFacts facts) {
        Group service =
                DomainFacts.ofService(facts, model.texts(), texts, context.timer().instant());
        Optional<DirectoryDoor> door = model.directory();
        if (door.isEmpty() || !facts.row().domainApplies()) {
            return List.of(service);
        }
        DirectoryFacts told = door.get().health().facts(facts.row());
        Group directory =
                DomainFacts.ofDirectory(
                        facts,
                        told,
                        model.standingProperty().get(),
                        model.texts(),
                        texts,
                        context.timer().instant());
        return List.of(service, directory);
    }

    /** The section as nodes. */
    Node node(DesktopFacts facts, List<Group> groups) {
        VBox box = new VBox();
        box.setId("desktops-details-domain");
        box.getStyleClass().addAll("details-group", "domain-section");
        box.getChildren().add(heading(texts.now("desktops.health.title")));
        StateBadge badge = new StateBadge(tone(facts), model.texts().domain(facts));
        badge.setId("desktops-details-domain-state");
        box.getChildren().add(badge);
        DomainHealth health = facts.health();
        if (health != null) {
            health.findings().stream()
                    .map(model.texts().health()::cause)
                    .distinct()
                    .map(this::paragraph)
                    .forEach(box.getChildren()::add);
            box.getChildren().addAll(advice(health).toList());
        }
        for (Group group : groups) {
            boolean directory = !group.equals(groups.getFirst());
            Label title = new Label(group.title());
            title.getStyleClass().addAll("text-small", "text-strong", "domain-side");
            box.getChildren().add(title);
            if (directory) {
                box.getChildren().addAll(directoryNotes().toList());
            }
            group.lines().forEach(each -> box.getChildren().add(line.apply(each)));
        }
        return box;
    }

    /** Shape and colour of what is known of a desktop's domain. */
    static Tone tone(DesktopFacts facts) {
        return switch (facts.domain()) {
            case IN -> Tone.GOOD;
            case OUT, PASSWORD_STALE, WRONG_OU, DNS_MISMATCH, DUPLICATE -> Tone.ATTENTION;
            case OBJECT_MISSING, OBJECT_DISABLED -> Tone.BAD;
            case NOT_REPORTED, UNKNOWN -> Tone.UNKNOWN;
            case NOT_ASKED -> Tone.WAITING;
            case NOT_APPLICABLE -> Tone.SKIPPED;
        };
    }

    private Stream<Node> advice(DomainHealth health) {
        String words = model.texts().health().suggestion(health);
        if (words.isEmpty()) {
            return Stream.empty();
        }
        Label note = paragraph(words);
        note.setId("desktops-details-suggestion");
        DesktopAction action = action(health.suggestion());
        if (action == null) {
            note.getStyleClass().add("domain-note");
            return Stream.of(note);
        }
        Button button = new Button(texts.now("desktops.action." + action.key()));
        button.setId("desktops-details-suggested");
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> model.run(action));
        button.setDisable(model.obstaclesProperty().get().containsKey(action));
        return Stream.of(note, button);
    }

    private static @Nullable DesktopAction action(Suggestion suggestion) {
        return switch (suggestion) {
            case REJOIN -> DesktopAction.REJOIN;
            case UPDATE_SIDS -> DesktopAction.UPDATE_SIDS;
            case START -> DesktopAction.START;
            case NONE,
                    OWNER_BLOCKS_REUSE,
                    ENABLE_OBJECT,
                    REMOVE_DUPLICATE,
                    MOVE_OBJECT,
                    CORRECT_DNS,
                    RENEW_PASSWORD ->
                    null;
        };
    }

    /** Why the directory says nothing, and the way to have it say something. */
    private Stream<Node> directoryNotes() {
        DirectoryDoor door = model.directory().orElseThrow();
        if (door.offerProperty().get() == DirectoryDoor.Offer.CLOUD_DIRECTORY) {
            return Stream.of(paragraph(texts.now("adAccess.cloud.means")));
        }
        DirectoryStanding standing = model.standingProperty().get();
        if (standing.state() == DirectoryStanding.State.KNOWN) {
            return Stream.empty();
        }
        Label why = paragraph(model.texts().directory().full(standing, context.timer().instant()));
        if (standing.state() == DirectoryStanding.State.FIRST_READING) {
            return Stream.of(why);
        }
        boolean closed = standing.state() == DirectoryStanding.State.CLOSED;
        Hyperlink connect =
                new Hyperlink(
                        texts.now(
                                closed ? "desktops.health.connect" : "desktops.health.connection"));
        connect.setId("desktops-details-connect");
        connect.setOnAction(e -> door.open());
        return Stream.of(why, connect);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("text-small", "text-strong", "details-heading");
        return heading;
    }

    private Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("domain-paragraph");
        return label;
    }
}
