package org.workspaceadmin.ui.operation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** The choice of an image: a type, a search, a list; or type and id typed. */
final class ImagePickerPane extends VBox {
    private static final double ROW = 28;

    private final ImagePicker picker;
    private final Texts texts;
    private final ListView<Image> list = new ListView<>();
    private final TextField search = new TextField();
    private final Map<ImagePicker.Source, ToggleButton> tabs =
            new EnumMap<>(ImagePicker.Source.class);

    ImagePickerPane(ImagePicker picker, UiContext ui) {
        this.picker = picker;
        texts = ui.texts();
        getStyleClass().add("image-picker");
        HBox head = new HBox(sources(), search);
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(96);
        search.getStyleClass().add("image-search");
        search.promptTextProperty().bind(texts.text("operation.rebuild.search"));
        search.accessibleTextProperty().bind(texts.text("operation.rebuild.search"));
        search.textProperty().bindBidirectional(picker.searchProperty());
        ObservableValue<Boolean> typed =
                picker.sourceProperty().map(s -> s == ImagePicker.Source.TYPED);
        search.visibleProperty().bind(typed.map(t -> !t));

        list.setItems(picker.images());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 4 + 2);
        list.setMinHeight(ROW * 2 + 2);
        list.setCellFactory(view -> new ImageCell(texts));
        list.getStyleClass().addAll("image-list", "dense");
        list.accessibleTextProperty().bind(texts.text("operation.rebuild.image"));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(image -> {
                    if (image != null) {
                        picker.selectedProperty().set(image);
                    }
                });
        picker.selectedProperty().subscribe(this::select);
        texts.languageProperty().subscribe(l -> list.refresh());

        Button again = new Button();
        again.textProperty().bind(texts.text("operation.who.again"));
        again.getStyleClass().addAll(ProblemPane.RETRY, "small", "images-again");
        again.setOnAction(e -> picker.load());
        ProblemPane problem = new ProblemPane(ui, again);
        problem.problemProperty().bind(picker.problemProperty());
        SkeletonRows loading = new SkeletonRows(3, 3);
        loading.visibleProperty().bind(picker.loadingProperty().map(l -> l == Loading.RUNNING));
        loading.managedProperty().bind(loading.visibleProperty());
        Label none = new Label();
        none.textProperty().bind(texts.text("operation.rebuild.noImages"));
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
        list.setPlaceholder(none);
        list.visibleProperty().bind(picker.loadingProperty().map(l -> l == Loading.LOADED));
        StackPane area = new StackPane(list, loading, problem, typedFields(typed));
        area.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(head, area);
    }

    /** Where to begin: in the list of images. */
    Node first() {
        return search;
    }

    private HBox sources() {
        ToggleGroup group = new ToggleGroup();
        HBox pills = new HBox();
        for (ImagePicker.Source source : ImagePicker.Source.values()) {
            ToggleButton tab = new ToggleButton();
            String word = source.name().toLowerCase(Locale.ROOT);
            tab.textProperty().bind(texts.text("operation.rebuild.source." + word));
            tab.setToggleGroup(group);
            tab.getStyleClass().addAll(pill(source), "source-" + word);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(e -> picker.sourceProperty().set(source));
            tabs.put(source, tab);
            pills.getChildren().add(tab);
        }
        picker.sourceProperty().subscribe(source -> group.selectToggle(tabs.get(source)));
        group.selectedToggleProperty()
                .subscribe((was, is) -> {
                    if (is == null) {
                        group.selectToggle(was);
                    }
                });
        return pills;
    }

    private VBox typedFields(ObservableValue<Boolean> typed) {
        TextField type = new TextField();
        type.textProperty().bindBidirectional(picker.typedTypeProperty());
        type.getStyleClass().add("typed-type");
        TextField id = new TextField();
        id.textProperty().bindBidirectional(picker.typedIdProperty());
        id.getStyleClass().add("typed-id");
        FieldBox typeBox = new FieldBox(texts, "operation.rebuild.typedType", type);
        typeBox.setPrefWidth(120);
        typeBox.setMinWidth(96);
        FieldBox idBox = new FieldBox(texts, "operation.rebuild.typedId", id);
        HBox.setHgrow(idBox, Priority.ALWAYS);
        HBox fields = new HBox(typeBox, idBox);
        fields.getStyleClass().add("gap-8");
        VBox box = new VBox(fields);
        box.visibleProperty().bind(typed);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void select(@Nullable Image image) {
        if (image == null) {
            list.getSelectionModel().clearSelection();
        } else if (!image.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(image);
            list.scrollTo(image);
        }
    }

    private static String pill(ImagePicker.Source source) {
        return switch (source) {
            case GOLD -> "left-pill";
            case PRIVATE, MARKET -> "center-pill";
            case TYPED -> "right-pill";
        };
    }

    private static final class ImageCell extends ListCell<Image> {
        private final Texts texts;
        private final Label name = new Label();
        private final Label facts = new Label();
        private final HBox line = new HBox();

        ImageCell(Texts texts) {
            this.texts = texts;
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            facts.getStyleClass().addAll("text-muted", "text-small");
            facts.setMinWidth(USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("gap-8");
            line.getChildren().addAll(name, gap, facts);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Image image, boolean empty) {
            super.updateItem(image, empty);
            if (empty || image == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            name.setText(image.name().isEmpty() ? image.id() : image.name());
            StringBuilder about = new StringBuilder(image.architecture());
            if (!image.productCode().isEmpty()) {
                about.append(about.isEmpty() ? "" : " · ")
                        .append(texts.now("operation.rebuild.charged"));
            }
            if (image.minDiskGb() > 0) {
                about.append(about.isEmpty() ? "" : " · ")
                        .append(texts.now("operation.rebuild.disk", image.minDiskGb()));
            }
            facts.setText(about.toString());
            setGraphic(line);
            setText(name.getText() + ' ' + about);
        }
    }
}
