package org.workspaceadmin.ui.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.SeenChain;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.ui.common.FactGrid;
import org.workspaceadmin.ui.common.Texts;

/**
 * The certificate a controller showed, to be looked at. An authority of the company's own is
 * offered as the certificate for LDAPS; one that nobody here knows can be trusted for this check
 * once its fingerprint was compared.
 */
final class CertificateCard extends VBox {
    private static final String UNTRUSTED = "UNTRUSTED";

    private final SetupContext context;
    private final DirectoryViewModel model;
    private final Texts texts;
    private final SeenChain chain;
    private final Label said = new Label();

    /**
     * A card.
     *
     * @param context what it works with
     * @param model takes the trust
     * @param result of the check
     * @param chain what was shown
     */
    CertificateCard(
            SetupContext context, DirectoryViewModel model, CheckResult result, SeenChain chain) {
        this.context = context;
        this.model = model;
        this.chain = chain;
        texts = context.ui().texts();
        getStyleClass().add("gap-8");
        FactGrid facts = new FactGrid();
        facts.show(facts(texts.messages(), chain));
        facts.getChildren().forEach(each -> each.getStyleClass().add("text-small"));
        getChildren().add(facts);
        said.setId("setup-directory-certificate-said");
        wrapped(said).managedProperty().bind(said.visibleProperty());
        said.setVisible(false);
        boolean companys =
                result.verdict() == Verdict.GOOD
                        && chain.complete()
                        && context.directory().isCompanys(chain.top());
        if (companys && context.generation() == Generation.V2) {
            offer();
        }
        if (result.code().equals(UNTRUSTED)) {
            trust();
        }
        getChildren().add(said);
    }

    /** Everything worth comparing, by name. */
    static List<Field> facts(Messages messages, SeenChain chain) {
        X509Certificate own = chain.own();
        ZoneId zone = ZoneId.systemDefault();
        List<Field> facts = new ArrayList<>();
        add(facts, messages, "subject", own.getSubjectX500Principal().getName());
        add(facts, messages, "issuer", own.getIssuerX500Principal().getName());
        add(facts, messages, "names", names(own));
        add(facts, messages, "from", messages.exact(own.getNotBefore().toInstant(), zone));
        add(facts, messages, "until", messages.exact(own.getNotAfter().toInstant(), zone));
        add(facts, messages, "fingerprint", fingerprint(own));
        if (!chain.top().equals(own)) {
            add(facts, messages, "authority", chain.top().getSubjectX500Principal().getName());
            add(facts, messages, "authorityFingerprint", fingerprint(chain.top()));
        }
        return facts;
    }

    private static void add(List<Field> facts, Messages messages, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Field(messages.text("setup.directory.certificate." + name), value));
        }
    }

    /** As certificate viewers show it: pairs of digits with colons. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? ""
                    : names.stream()
                            .filter(name -> name.get(1) instanceof String)
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return "";
        }
    }

    private void offer() {
        Label why = wrapped(new Label(texts.now("setup.directory.certificate.offer.why")));
        why.getStyleClass().addAll("text-small", "text-muted");
        Button take = new Button(texts.now("setup.directory.certificate.offer"));
        take.setId("setup-directory-certificate-offer");
        take.setOnAction(e -> take());
        getChildren().addAll(why, take);
    }

    private void take() {
        byte[] pem = SeenChain.pem(chain.top()).getBytes(StandardCharsets.UTF_8);
        String who = CheckWords.shortName(chain.top().getSubjectX500Principal().getName());
        switch (LdapsCertificate.read(pem, context.ui().timer().instant())) {
            case LdapsCertificate.Reading.Read read -> {
                model.form().certificateProperty().set(read.certificate());
                say(texts.now("setup.directory.certificate.taken", who));
            }
            case LdapsCertificate.Reading.Refused no ->
                    say(
                            texts.now(
                                    "setup.directory.certificate.notTaken",
                                    texts.now("setup.ldaps.fault." + no.fault())));
        }
    }

    private void say(String text) {
        said.setText(text);
        said.setVisible(true);
    }

    private void trust() {
        String who = CheckWords.shortName(chain.top().getSubjectX500Principal().getName());
        Button begin = new Button(texts.now("setup.directory.certificate.trust"));
        begin.setId("setup-directory-trust");
        Label what = wrapped(new Label(texts.now("setup.directory.certificate.trust.what", who)));
        CheckBox compared = new CheckBox(texts.now("setup.directory.certificate.trust.compared"));
        compared.setId("setup-directory-trust-compared");
        Button go = new Button(texts.now("setup.directory.certificate.trust.go"));
        go.setId("setup-directory-trust-go");
        go.disableProperty().bind(compared.selectedProperty().not());
        go.setOnAction(e -> model.trust(chain.top()));
        FlowPane sure = new FlowPane(compared, go);
        sure.getStyleClass().add("gap-8");
        VBox asked = new VBox(what, sure);
        asked.getStyleClass().add("gap-8");
        asked.setVisible(false);
        asked.managedProperty().bind(asked.visibleProperty());
        begin.setOnAction(e -> {
            asked.setVisible(true);
            begin.setDisable(true);
            compared.requestFocus();
        });
        getChildren().addAll(begin, asked);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
