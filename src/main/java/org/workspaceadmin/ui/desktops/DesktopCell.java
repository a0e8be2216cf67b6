package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Tone;

/** One cell of the table. Nodes are made once and only change what they show. */
final class DesktopCell extends TableCell<DesktopItem, DesktopFacts> {
    private final DesktopColumn column;
    private final CellSetting setting;
    private final @Nullable StateBadge badge;
    private final @Nullable Label age;
    private final @Nullable HBox withAge;

    /**
     * An empty cell.
     *
     * @param column what it shows
     * @param setting texts and time
     */
    DesktopCell(DesktopColumn column, CellSetting setting) {
        this.column = column;
        this.setting = setting;
        getStyleClass().addAll("desktop-cell", column.key());
        addEventHandler(MouseEvent.MOUSE_ENTERED, e -> tip());
        badge =
                switch (column) {
                    case STATUS, TASK, DOMAIN -> new StateBadge();
                    default -> null;
                };
        if (column == DesktopColumn.DOMAIN) {
            Label seconds = new Label();
            seconds.getStyleClass().addAll("age", "text-small");
            seconds.setMinWidth(Region.USE_PREF_SIZE);
            HBox box = new HBox(Objects.requireNonNull(badge), seconds);
            box.getStyleClass().add("domain-box");
            box.setAlignment(Pos.CENTER_LEFT);
            age = seconds;
            withAge = box;
            setting.ages().add(this);
        } else {
            age = null;
            withAge = null;
        }
    }

    /** What all cells share. */
    record CellSetting(
            DesktopTexts texts,
            Supplier<Instant> now,
            Function<Duration, String> duration,
            BooleanSupplier domainOffered,
            Set<DesktopCell> ages) {}

    @Override
    protected void updateItem(@Nullable DesktopFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (empty || facts == null) {
            setText(null);
            setGraphic(null);
            pseudoClassStateChanged(DesktopTable.GONE, false);
            pseudoClassStateChanged(DesktopTable.MUTED, false);
            return;
        }
        pseudoClassStateChanged(DesktopTable.GONE, facts.gone());
        String text = text(facts);
        if (badge == null) {
            setText(text);
            pseudoClassStateChanged(DesktopTable.MUTED, muted(facts));
        } else if (text.isEmpty()) {
            setGraphic(null);
        } else {
            badge.show(tone(facts), text);
            setGraphic(withAge == null ? badge : withAge);
            showAge(facts);
        }
        if (isHover()) {
            tip();
        }
    }

    /** A tooltip is only made for the cell under the mouse: thousands cost more than the texts. */
    private void tip() {
        DesktopFacts facts = getItem();
        setTooltip(isEmpty() || facts == null ? null : tip(facts, text(facts)));
    }

    /** Shows the age of what the cell says; called as time passes. */
    void grow() {
        DesktopFacts facts = getItem();
        if (!isEmpty() && facts != null) {
            showAge(facts);
        }
    }

    private void showAge(DesktopFacts facts) {
        if (age != null) {
            DomainCheck check = facts.row().domain();
            age.setText(
                    check == null || facts.domain() != facts.reported()
                            ? "" // the age is that of the service's answer
                            : setting.duration()
                                    .apply(Duration.between(check.at(), setting.now().get())));
        }
    }

    private String text(DesktopFacts facts) {
        return column == DesktopColumn.DOMAIN && notOffered(facts)
                ? setting.texts().notOffered()
                : setting.texts().cell(column, facts);
    }

    private boolean notOffered(DesktopFacts facts) {
        return facts.domain() == DomainState.NOT_ASKED && !setting.domainOffered().getAsBoolean();
    }

    private boolean muted(DesktopFacts facts) {
        return column == DesktopColumn.LOGIN
                && facts.login() != LoginState.CONNECTED
                && facts.login() != LoginState.DISCONNECTED;
    }

    private Tone tone(DesktopFacts facts) {
        return switch (column) {
            case STATUS ->
                    facts.gone()
                            ? Tone.SKIPPED
                            : switch (facts.status()) {
                                case ACTIVE -> Tone.ON;
                                case SHUTOFF, HIBERNATED -> Tone.OFF;
                                case ERROR -> Tone.BAD;
                                case DELETING -> Tone.UNDER_WAY;
                                case UNKNOWN -> Tone.UNKNOWN;
                            };
            case DOMAIN ->
                    switch (facts.domain()) {
                        case IN -> Tone.GOOD;
                        case OUT, PASSWORD_STALE, WRONG_OU, DNS_MISMATCH, DUPLICATE ->
                                Tone.ATTENTION;
                        case OBJECT_MISSING, OBJECT_DISABLED -> Tone.BAD;
                        case NOT_REPORTED, UNKNOWN -> Tone.UNKNOWN;
                        case NOT_ASKED -> notOffered(facts) ? Tone.SKIPPED : Tone.WAITING;
                        case NOT_APPLICABLE -> Tone.SKIPPED;
                    };
            default -> Tone.UNDER_WAY;
        };
    }

    private @Nullable Tooltip tip(DesktopFacts facts, String text) {
        Desktop d = facts.desktop();
        String words =
                switch (column) {
                    case STATUS -> setting.texts().statusTip(facts);
                    case DOMAIN -> setting.texts().domainTip(facts, setting.now().get());
                    case CREATED -> d.created() == null ? "" : setting.texts().exact(d.created());
                    case IP -> String.join("\n", d.addresses());
                    case TAGS -> setting.texts().tags(d.tags()).replace(", ", "\n");
                    case TASK -> d.task();
                    default -> text;
                };
        if (words.isEmpty()) {
            return null;
        }
        Tooltip tip = getTooltip() == null ? new Tooltip() : getTooltip();
        tip.setText(words);
        return tip;
    }
}
