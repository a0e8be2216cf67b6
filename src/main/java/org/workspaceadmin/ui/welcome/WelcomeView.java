package org.workspaceadmin.ui.welcome;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.welcome.WelcomeViewModel.Doing;

/** The first page: what the program is, the demo, and the form that connects. */
public final class WelcomeView implements Screen {
    private final WelcomeViewModel model;
    private final Texts texts;
    private final ScrollPane root = new ScrollPane();
    private final Button demo = new Button();

    /**
     * The page.
     *
     * @param model its state
     * @param context what every screen is given
     */
    public WelcomeView(WelcomeViewModel model, UiContext context) {
        this.model = model;
        this.texts = context.texts();
        HBox cards = new HBox(demoCard(), new ConnectForm(model, context));
        cards.getStyleClass().add("welcome-cards");
        cards.setFillHeight(false);
        VBox page = new VBox(heading(), cards);
        page.getStyleClass().add("welcome");
        page.setAlignment(Pos.CENTER);
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox centre = new VBox(page);
        centre.setAlignment(Pos.CENTER);
        root.setContent(centre);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.getStyleClass().add("welcome-scroll");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        model.problemProperty().set(null);
    }

    @Override
    public void hidden() {
        model.forgetSecret();
    }

    @Override
    public void focus() {
        demo.requestFocus();
    }

    private VBox heading() {
        Label title = label("app.name", "welcome-title");
        Label purpose = label("welcome.purpose", "welcome-purpose");
        VBox heading = new VBox(title, purpose);
        heading.getStyleClass().add("welcome-heading");
        return heading;
    }

    private VBox demoCard() {
        FontIcon icon = Icons.DEMO.node();
        icon.getStyleClass().add("welcome-icon");
        Label title = label("welcome.demo.title", "text-heading");
        title.setGraphic(icon);
        Label what = label("welcome.demo.text", "text-muted");
        VBox points = new VBox(point("welcome.demo.safe"), point("welcome.demo.real"));
        points.getStyleClass().add("welcome-points");

        BooleanBinding idle = model.doingProperty().isEqualTo(Doing.NOTHING);
        BooleanBinding starting = model.doingProperty().isEqualTo(Doing.STARTING_DEMO);
        demo.setId("demo");
        demo.textProperty()
                .bind(
                        Bindings.when(starting)
                                .then(texts.text("welcome.demo.starting"))
                                .otherwise(texts.text("welcome.demo.open")));
        demo.disableProperty().bind(idle.not());
        demo.setMaxWidth(Double.MAX_VALUE);
        demo.setOnAction(e -> model.openDemo());
        VBox card = new VBox(title, what, points, demo);
        card.getStyleClass().addAll("card", "welcome-demo");
        return card;
    }

    private Label point(String key) {
        Label point = label(key, "welcome-point");
        FontIcon icon = Icons.GOOD.node();
        icon.getStyleClass().add("welcome-tick");
        point.setGraphic(icon);
        return point;
    }

    private Label label(String key, String styleClass) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
