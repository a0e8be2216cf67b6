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

/** The first page: the kept connections or how to make one, and the demo. */
public final class WelcomeView implements Screen {
    private final WelcomeViewModel model;
    private final WelcomeActions actions;
    private final Texts texts;
    private final ScrollPane root = new ScrollPane();
    private final Button demo = new Button();
    private final Button connect = new Button();
    private final KeptConnections kept;

    /**
     * The page.
     *
     * @param model its state
     * @param actions what it asks of the program
     * @param context what every screen is given
     */
    public WelcomeView(WelcomeViewModel model, WelcomeActions actions, UiContext context) {
        this.model = model;
        this.actions = actions;
        this.texts = context.texts();
        kept = new KeptConnections(model, actions, context);
        BooleanBinding some = Bindings.isNotEmpty(model.connections());
        VBox first = connectCard();
        kept.visibleProperty().bind(some);
        kept.managedProperty().bind(some);
        first.visibleProperty().bind(some.not());
        first.managedProperty().bind(some.not());
        VBox demoCard = demoCard();
        HBox cards = new HBox(kept, demoCard, first);
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
        model.refresh();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void hidden() {
        model.problemProperty().set(null);
    }

    @Override
    public void focus() {
        if (root.getScene() == null) {
            return;
        }
        // What lies in a scroll pane enters the scene with the pane's skin, and only then takes
        // focus.
        root.applyCss();
        root.layout();
        if (model.connections().isEmpty()) {
            connect.requestFocus();
        } else {
            kept.begin();
        }
    }

    private VBox heading() {
        Label title = label("app.name", "welcome-title");
        Label purpose = label("welcome.purpose", "welcome-purpose");
        VBox heading = new VBox(title, purpose);
        heading.getStyleClass().add("welcome-heading");
        return heading;
    }

    private VBox connectCard() {
        FontIcon icon = Icons.CONNECTION.node();
        icon.getStyleClass().add("welcome-icon");
        Label title = label("welcome.connect.title", "text-heading");
        title.setGraphic(icon);
        Label what = label("welcome.connect.text", "text-muted");
        VBox points =
                new VBox(
                        point("welcome.connect.point.1"),
                        point("welcome.connect.point.2"),
                        point("welcome.connect.point.3"));
        points.getStyleClass().add("welcome-points");
        connect.setId("connect");
        connect.textProperty().bind(texts.text("welcome.connect"));
        connect.getStyleClass().add("accent");
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.setOnAction(e -> actions.newConnection());
        Button take = new Button();
        take.setId("welcome-import");
        take.textProperty().bind(texts.text("welcome.import"));
        take.getStyleClass().add("flat");
        take.setMaxWidth(Double.MAX_VALUE);
        take.setOnAction(e -> actions.importConnections());
        VBox card = new VBox(title, what, points, connect, take);
        card.getStyleClass().addAll("card", "welcome-connect");
        return card;
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
