package org.workspaceadmin.ui.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.connection.network.CertificateFile;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Whom the controllers are trusted by beside everybody the program trusts: the company's own
 * authority, from a file or as a controller showed it. What a controller shows is taken only after
 * the operator compared its fingerprint.
 */
final class TrustPane extends VBox {
    private final DirectoryAccessViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final VBox offer = new VBox();
    private final VBox trusted = new VBox();

    TrustPane(DirectoryAccessViewModel model, UiContext context) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        getStyleClass().add("settings-group");
        Label heading = new Label();
        heading.textProperty().bind(texts.text("adAccess.trust"));
        heading.getStyleClass().add("field-name");
        Label means = quiet();
        means.textProperty().bind(texts.text("adAccess.trust.means"));
        Button choose = new Button();
        choose.setId("access-file");
        choose.getStyleClass().add("small");
        choose.textProperty().bind(texts.text("adAccess.trust.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> choose());
        offer.setId("access-offer");
        offer.getStyleClass().addAll("settings-group", "access-offer");
        offer.managedProperty().bind(offer.visibleProperty());
        trusted.setId("access-trusted");
        trusted.getStyleClass().add("settings-group");
        trusted.managedProperty().bind(trusted.visibleProperty());
        getChildren().addAll(heading, means, trusted, offer, choose);
        model.offeredProperty().subscribe(now -> draw());
        model.form().authoritiesProperty().subscribe(now -> draw());
        texts.languageProperty().subscribe(now -> draw());
    }

    private void draw() {
        List<X509Certificate> known = model.form().authoritiesProperty().get();
        trusted.setVisible(!known.isEmpty());
        trusted.getChildren().setAll(known.stream().map(this::kept).toList());
        List<X509Certificate> offered = model.offeredProperty().get();
        offer.setVisible(!offered.isEmpty());
        offer.getChildren().clear();
        if (offered.isEmpty()) {
            return;
        }
        Label question = new Label(texts.now("adAccess.trust.question", offered.size()));
        question.setGraphic(Icons.ATTENTION.node());
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.getStyleClass().add("access-question");
        offer.getChildren().add(question);
        offered.forEach(each -> offer.getChildren().add(shown(each)));
        CheckBox compared = new CheckBox(texts.now("adAccess.trust.compared"));
        compared.setId("access-compared");
        compared.setWrapText(true);
        compared.setMinHeight(Region.USE_PREF_SIZE);
        Button take = new Button(texts.now("adAccess.trust.take"));
        take.setId("access-take");
        take.getStyleClass().add("small");
        take.disableProperty().bind(compared.selectedProperty().not());
        take.setOnAction(e -> model.acceptOffer());
        Button leave = new Button(texts.now("adAccess.trust.leave"));
        leave.setId("access-leave");
        leave.getStyleClass().addAll("small", "flat");
        leave.setOnAction(e -> model.declineOffer());
        HBox buttons = new HBox(take, leave);
        buttons.getStyleClass().add("gap-8");
        offer.getChildren().addAll(compared, buttons);
    }

    private Node kept(X509Certificate certificate) {
        VBox entry = shown(certificate);
        Button remove = new Button(texts.now("adAccess.trust.remove"));
        remove.getStyleClass().addAll("small", "flat", "access-remove");
        remove.setAccessibleText(
                texts.now(
                        "adAccess.trust.remove.named",
                        CertificateFile.Shown.of(certificate).subject()));
        remove.setOnAction(e -> model.form().distrust(certificate));
        entry.getChildren().add(remove);
        return entry;
    }

    private VBox shown(X509Certificate certificate) {
        CertificateFile.Shown shown = CertificateFile.Shown.of(certificate);
        Label subject = new Label(shown.subject());
        subject.setWrapText(true);
        subject.setMinHeight(Region.USE_PREF_SIZE);
        Label more = quiet();
        more.setText(
                texts.now("settings.pem.issuer", shown.issuer())
                        + "\n"
                        + texts.now("settings.pem.valid", day(shown.from()), day(shown.until())));
        Label fingerprint = quiet();
        fingerprint.getStyleClass().add("access-fingerprint");
        fingerprint.setText(inTwo(texts.now("settings.pem.fingerprint", shown.fingerprint())));
        VBox entry = new VBox(subject, more, fingerprint);
        entry.getStyleClass().add("settings-certificate");
        return entry;
    }

    /** A fingerprint has no blanks to break at. */
    private static String inTwo(String fingerprint) {
        int middle = fingerprint.indexOf(':', fingerprint.length() / 2);
        return middle < 0
                ? fingerprint
                : fingerprint.substring(0, middle + 1) + "\n" + fingerprint.substring(middle + 1);
    }

    private void choose() {
        context.files()
                .chooseToOpen(
                        texts.now("settings.pem.choose"),
                        texts.now("settings.pem.kind"),
                        List.of("*.pem", "*.crt", "*.cer", "*.der", "*.p7b"))
                .map(Path::toAbsolutePath)
                .ifPresent(model::offer);
    }

    private String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.languageProperty().get().locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }

    private static Label quiet() {
        Label label = new Label();
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
