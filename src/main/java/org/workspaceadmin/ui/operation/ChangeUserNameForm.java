package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.workspaceadmin.rules.UserNameSplit;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** Old and new name, each with its domain, and whether to restart. */
final class ChangeUserNameForm implements Form {
    /** So many connected desktops are named; the list beside has them all. */
    private static final int MOST_NAMED = 3;

    private final ChangeUserNameViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private final TextField oldName;
    private final TextField newName;
    private final FieldBox oldNameBox;
    private final FieldBox oldDomainBox;
    private final FieldBox newNameBox;
    private final FieldBox newDomainBox;
    private final Hyperlink splitOld = new Hyperlink();
    private final Hyperlink splitNew = new Hyperlink();
    private final Hyperlink spelling = new Hyperlink();
    private final AccountNotes oldNotes = new AccountNotes("old-account");
    private final AccountNotes newNotes = new AccountNotes("new-account");

    ChangeUserNameForm(ChangeUserNameViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        oldName = field(model.oldNameProperty(), "old-name");
        TextField oldDomain = field(model.oldDomainProperty(), "old-domain");
        newName = field(model.newNameProperty(), "new-name");
        TextField newDomain = field(model.newDomainProperty(), "new-domain");
        oldNameBox = box("operation.user.oldName", oldName, FormField.OLD_NAME);
        oldDomainBox = box("operation.user.domain", oldDomain, FormField.OLD_DOMAIN);
        newNameBox = box("operation.user.newName", newName, FormField.NEW_NAME);
        newDomainBox = box("operation.user.domain", newDomain, FormField.NEW_DOMAIN);
        oldDomain.accessibleTextProperty().bind(texts.text("operation.user.oldDomain"));
        newDomain.accessibleTextProperty().bind(texts.text("operation.user.newDomain"));
        offer(splitOld, "split-old", model::splitOld);
        offer(splitNew, "split-new", model::splitNew);
        offer(spelling, "take-spelling", model::takeSpelling);
        CheckBox restart = new CheckBox();
        restart.textProperty().bind(texts.text("operation.user.restart"));
        restart.selectedProperty().bindBidirectional(model.restartProperty());
        restart.getStyleClass().add("user-restart");
        root.getStyleClass().add("form");
        root.getChildren()
                .addAll(
                        new VBox(pair(oldNameBox, oldDomainBox), splitOld, oldNotes),
                        new VBox(pair(newNameBox, newDomainBox), splitNew, newNotes, spelling),
                        restart);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(model.oldNameProperty().get().isEmpty() ? oldName : newName);
    }

    @Override
    public void draw() {
        oldNameBox.show(model.check(FormField.OLD_NAME));
        oldDomainBox.show(model.check(FormField.OLD_DOMAIN));
        newNameBox.show(model.check(FormField.NEW_NAME));
        newDomainBox.show(model.check(FormField.NEW_DOMAIN));
        show(splitOld, model.oldSplit());
        show(splitNew, model.newSplit());
        List<AccountNote> ofOld = new ArrayList<>(AccountNote.of(model.oldAccount(), texts));
        List<String> connected = model.connectedNow();
        if (!connected.isEmpty()) {
            ofOld.add(
                    new AccountNote(
                            Tone.ATTENTION,
                            texts.now(
                                    "operation.account.connected",
                                    connected.size(),
                                    connected.stream()
                                            .limit(MOST_NAMED)
                                            .collect(Collectors.joining(", ")),
                                    connected.size() - MOST_NAMED)));
        }
        oldNotes.show(ofOld);
        newNotes.show(AccountNote.of(model.newAccount(), texts));
        Optional<String> spelled = model.newSpelling();
        spelling.setVisible(spelled.isPresent());
        spelled.ifPresent(
                name -> spelling.setText(texts.now("operation.account.takeSpelling", name)));
    }

    private void show(Hyperlink offer, Optional<UserNameSplit> split) {
        offer.setVisible(split.isPresent());
        split.ifPresent(
                s -> offer.setText(texts.now("operation.user.split", s.name(), s.domain())));
    }

    private FieldBox box(String key, TextField field, FormField which) {
        return new FieldBox(texts, key, field).touches(model, which);
    }

    private static HBox pair(FieldBox name, FieldBox domain) {
        HBox.setHgrow(name, Priority.ALWAYS);
        domain.setPrefWidth(168);
        domain.setMinWidth(120);
        HBox pair = new HBox(name, domain);
        pair.getStyleClass().add("gap-8");
        return pair;
    }

    private static TextField field(StringProperty value, String styleClass) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.getStyleClass().add(styleClass);
        return field;
    }

    private static void offer(Hyperlink link, String styleClass, Runnable take) {
        link.getStyleClass().addAll("split-offer", styleClass);
        link.managedProperty().bind(link.visibleProperty());
        link.setVisible(false);
        link.setWrapText(true);
        link.setOnAction(e -> take.run());
    }
}
