package org.workspaceadmin.ui.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** Whether LDAPS is used, and with which certificate. */
final class LdapsPane extends VBox {
    /** Far more than the service takes, far less than would fill memory. */
    private static final int MOST_BYTES = 1 << 20;

    private final SetupContext context;
    private final Texts texts;
    private final SetupForm form;
    private final Label what = new Label();
    private final Label fault = new Label();

    LdapsPane(SetupContext context, SetupForm form) {
        this.context = context;
        this.form = form;
        texts = context.ui().texts();
        getStyleClass().add("field-block");
        Label name = new Label();
        name.textProperty().bind(texts.text("setup.ldaps"));
        name.getStyleClass().add("field-name");
        Button choose = new Button();
        choose.setId("setup-ldaps-choose");
        choose.textProperty().bind(texts.text("setup.ldaps.choose"));
        choose.setOnAction(e -> choose());
        Button without = new Button();
        without.setId("setup-ldaps-without");
        without.textProperty().bind(texts.text("setup.ldaps.without"));
        without.getStyleClass().add("flat");
        without.setOnAction(e -> form.certificateProperty().set(null));
        without.visibleProperty().bind(form.certificateProperty().isNotNull());
        HBox buttons = new HBox(choose, without);
        buttons.getStyleClass().add("gap-8");
        what.setId("setup-ldaps-what");
        what.getStyleClass().addAll("text-small", "text-muted");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        fault.setId("setup-ldaps-fault");
        fault.getStyleClass().addAll("text-small", "text-danger");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        getChildren().addAll(name, buttons, what, fault);
        form.certificateProperty().subscribe(this::draw);
        texts.languageProperty().subscribe(l -> draw(form.certificateProperty().get()));
    }

    private void draw(@Nullable LdapsCertificate certificate) {
        if (certificate == null) {
            what.setText(texts.now("setup.ldaps.none"));
            return;
        }
        fault.setVisible(false);
        ZoneId zone = ZoneId.systemDefault();
        what.setText(
                texts.now(
                        "setup.ldaps.what",
                        certificate.subject(),
                        certificate.issuer(),
                        texts.messages().exact(certificate.until(), zone)));
    }

    private void choose() {
        context.ui()
                .files()
                .chooseToOpen(
                        texts.now("setup.ldaps.choose"),
                        texts.now("setup.ldaps.kind"),
                        List.of("*.pem", "*.crt", "*.cer"))
                .ifPresent(this::read);
    }

    private void read(Path file) {
        context.ui()
                .workers()
                .start(() -> readFile(file))
                .then(context.ui().ui(), this::taken, failure -> say("setup.ldaps.unreadable"));
    }

    private LdapsCertificate.Reading readFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new LdapsCertificate.Reading.Refused(LdapsCertificate.Fault.TOO_LONG)
                    : LdapsCertificate.read(bytes, context.ui().timer().instant());
        }
    }

    private void taken(LdapsCertificate.Reading reading) {
        switch (reading) {
            case LdapsCertificate.Reading.Read read ->
                    form.certificateProperty().set(read.certificate());
            case LdapsCertificate.Reading.Refused refused ->
                    say("setup.ldaps.fault." + refused.fault().name());
        }
    }

    private void say(String key) {
        fault.setText(texts.now(key));
        fault.setGraphic(Icons.BAD.node());
        fault.setVisible(true);
    }
}
