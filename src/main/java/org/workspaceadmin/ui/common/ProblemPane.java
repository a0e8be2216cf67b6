package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.model.Problem;

/**
 * A problem in place: what happened, what it means, what to do; codes and the service's text folded
 * away; one button copies everything. Offers what else can be done: explaining a refusal, signing
 * with the service's time, a countdown while a key is locked, a report. Takes no room while there
 * is no problem.
 */
public final class ProblemPane extends VBox {
    /** Style class of a step that does again what failed. */
    public static final String RETRY = "retry";

    private final Texts texts;
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final Label title = new Label();
    private final Label meaning = new Label();
    private final Label advice = new Label();
    private final Label countdown = new Label();
    private final FactGrid facts = new FactGrid();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();
    private final List<Button> retries;
    private final Button explain = new Button();
    private final Button clock = new Button();
    private final Button report = new Button();
    private final @Nullable UiContext context;
    private final @Nullable RefusalPane refusal;
    private final @Nullable ClockPane agreement;
    private @Nullable Subscription ticking;

    /**
     * A pane without a problem.
     *
     * @param context what every screen is given; its help line answers the offers
     * @param steps buttons of the place it is shown in; may be none. Those of style class {@link
     *     #RETRY} are kept back while a key is locked, and pressed after a correction of the clock
     */
    public ProblemPane(UiContext context, Button... steps) {
        this(context.texts(), context.clipboard(), context, steps);
    }

    /**
     * A pane that offers no help beside its steps.
     *
     * @param texts the language
     * @param clipboard where the copy goes
     * @param steps buttons of the place it is shown in, such as Retry; may be none
     */
    public ProblemPane(Texts texts, ClipboardPort clipboard, Button... steps) {
        this(texts, clipboard, null, steps);
    }

    private ProblemPane(
            Texts texts, ClipboardPort clipboard, @Nullable UiContext context, Button... steps) {
        this.texts = texts;
        this.context = context;
        retries = Stream.of(steps).filter(s -> s.getStyleClass().contains(RETRY)).toList();
        refusal = context == null ? null : new RefusalPane(context);
        agreement = context == null ? null : new ClockPane(context, this::retry);
        getStyleClass().add("problem-pane");
        FontIcon icon = Icons.BAD.node();
        icon.getStyleClass().add("problem-icon");
        title.getStyleClass().add("problem-title");
        title.setGraphic(icon);
        meaning.getStyleClass().add("problem-meaning");
        advice.getStyleClass().add("problem-advice");
        countdown.getStyleClass().addAll("problem-countdown", "text-strong");
        for (Label each : List.of(title, meaning, advice, countdown)) {
            each.setWrapText(true);
            // Beside a table that wants all the height a text would end in dots.
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        countdown.managedProperty().bind(countdown.visibleProperty());
        facts.visibleProperty().bind(unfolded);
        facts.managedProperty().bind(facts.visibleProperty());

        VBox words = new VBox(title, meaning, advice, countdown);
        words.getStyleClass().add("problem-words");
        getChildren().addAll(words, buttons(clipboard, steps));
        if (refusal != null && agreement != null && context != null) {
            getChildren().addAll(refusal, agreement);
        }
        getChildren().add(facts);
        visibleProperty().bind(problem.isNotNull());
        managedProperty().bind(visibleProperty());
        problem.subscribe(shown -> {
            draw(shown);
            offer(shown);
        });
        texts.languageProperty().subscribe(language -> draw(problem.get()));
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    private FlowPane buttons(ClipboardPort clipboard, Button... steps) {
        Button details = new Button();
        details.textProperty().bind(texts.text("problem.details"));
        details.getStyleClass().addAll("flat", "small", "problem-details");
        details.setOnAction(e -> unfolded.set(!unfolded.get()));
        details.graphicProperty()
                .bind(unfolded.map(open -> (open ? Icons.UNFOLDED : Icons.FOLDED).node()));
        Button copy = new Button();
        copy.setGraphic(Icons.COPY.node());
        copy.textProperty().bind(texts.text("problem.copy"));
        copy.getStyleClass().addAll("flat", "small", "problem-copy");
        copy.setOnAction(e -> {
            Problem shown = problem.get();
            if (shown != null) {
                clipboard.copy(ProblemText.of(texts.messages(), shown).copyText());
            }
        });
        make(explain, "problem.explain", "problem-explain", this::explainNow);
        make(clock, "problem.clock", "problem-clock", this::askForClock);
        make(report, "problem.report", "problem-report", this::reportNow);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("problem-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getChildren().addAll(steps);
        buttons.getChildren().addAll(explain, clock, report, details, copy);
        return buttons;
    }

    private void make(Button button, String key, String style, Runnable action) {
        button.textProperty().bind(texts.text(key));
        button.getStyleClass().addAll("small", style);
        button.setOnAction(e -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        button.setVisible(false);
    }

    private void draw(@Nullable Problem shown) {
        if (shown == null) {
            facts.show(List.of());
            return;
        }
        ProblemText text = ProblemText.of(texts.messages(), shown);
        title.setText(text.title());
        meaning.setText(text.meaning());
        advice.setText(text.advice());
        setAccessibleText(text.title() + ". " + text.meaning() + " " + text.advice());
        facts.show(text.facts());
        tick();
    }

    /** Another problem: what was offered for the one before is gone. */
    private void offer(@Nullable Problem shown) {
        UiContext here = context;
        if (here == null || refusal == null || agreement == null) {
            return;
        }
        refusal.forget();
        agreement.ask(null);
        explain.setDisable(false);
        explain.setVisible(shown != null && here.help().explains(shown));
        clock.setVisible(shown != null && here.help().correctsClock(shown));
        report.setVisible(shown != null && here.help().reports());
        tick();
    }

    private void explainNow() {
        Problem shown = problem.get();
        if (shown != null && refusal != null) {
            refusal.explain(shown);
        }
    }

    private void askForClock() {
        if (agreement != null) {
            agreement.ask(problem.get());
        }
    }

    private void reportNow() {
        Problem shown = problem.get();
        if (shown != null && context != null) {
            context.help().report(shown);
        }
    }

    /** Listens to the clock only while there is something to count, since panes come and go. */
    private void follow(boolean locked) {
        if (locked && ticking == null && context != null) {
            ticking = context.now().property().subscribe((before, now) -> tick());
        } else if (!locked && ticking != null) {
            ticking.unsubscribe();
            ticking = null;
        }
    }

    private void retry() {
        retries.forEach(Button::fire);
    }

    /** A second of the countdown; while a key is locked, trying again would prolong the lock. */
    private void tick() {
        Problem shown = problem.get();
        Duration left = Duration.ZERO;
        if (context != null
                && shown != null
                && shown.kind() == Problem.Kind.KEY_LOCKED
                && shown.retryAfter() != null) {
            Instant end = shown.at().plus(shown.retryAfter());
            left = Duration.between(context.now().get(), end);
        }
        boolean locked = left.isPositive();
        follow(locked);
        countdown.setVisible(locked);
        if (locked) {
            // a started second counts whole, so that the last thing shown is 1 s
            countdown.setText(
                    texts.now(
                            "problem.locked",
                            texts.messages()
                                    .span(Duration.ofSeconds(left.plusMillis(999).toSeconds()))));
        }
        for (Button each : retries) {
            each.setVisible(!locked);
            each.setManaged(!locked);
        }
    }
}
