package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.DirectoryDoor.Offer;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * How fresh the company's directory is, in the header of the list; opens Directory access. Not
 * there where the service has a directory of its own in the cloud.
 */
final class DirectoryButton extends Button {
    private final DesktopsViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final DirectoryWords words;
    private final StateBadge badge = new StateBadge();
    private final Tooltip tip = new Tooltip();

    DirectoryButton(DesktopsViewModel model, DirectoryDoor door, UiContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        words = new DirectoryWords(texts, ZoneId.systemDefault());
        setId("desktops-directory");
        getStyleClass().addAll("flat", "small", "directory-button");
        setMinWidth(Region.USE_PREF_SIZE);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(badge);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        setTooltip(tip);
        setOnAction(e -> door.open());
        visibleProperty().bind(door.offerProperty().map(offer -> offer == Offer.OFFERED));
        managedProperty().bind(visibleProperty());
        model.standingProperty().subscribe(now -> draw());
        texts.languageProperty().subscribe(now -> draw());
        // ends with the screen: a listener that lived on would keep it
        sceneProperty().flatMap(scene -> context.now().property()).subscribe(now -> draw());
    }

    private void draw() {
        DirectoryStanding standing = model.standingProperty().get();
        Instant now = context.timer().instant();
        badge.show(
                DirectoryWords.tone(standing),
                texts.now(
                        "desktops.directory." + standing.state(),
                        switch (standing.state()) {
                            case CLOSED -> "";
                            case FIRST_READING -> standing.read();
                            case KNOWN -> ago(standing.asOf(), now);
                            case UNKNOWN -> moment(standing.unknownSince(), now);
                        }));
        String full = words.full(standing, now);
        tip.setText(full);
        setAccessibleText(badge.getText() + ". " + full);
    }

    private String ago(@Nullable Instant then, Instant now) {
        return then == null ? "" : texts.messages().ago(Duration.between(then, now));
    }

    private String moment(@Nullable Instant then, Instant now) {
        return then == null ? "–" : words.moment(then, now);
    }
}
