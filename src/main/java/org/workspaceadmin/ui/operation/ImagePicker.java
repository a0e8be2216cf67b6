package org.workspaceadmin.ui.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * Choosing an image: by type from what the service lists, searched by words, or as a last resort by
 * typing type and id.
 */
public final class ImagePicker {
    /** Where images come from. */
    public enum Source {
        /** Public images. */
        GOLD("gold"),
        /** The project's own images. */
        PRIVATE("private"),
        /** Market images. */
        MARKET("market"),
        /** Type and id typed by the operator. */
        TYPED("");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The service's word for the type; empty for {@link #TYPED}. */
        public String word() {
            return word;
        }

        static Source of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "gold" -> GOLD;
                case "private" -> PRIVATE;
                case "market" -> MARKET;
                default -> TYPED;
            };
        }
    }

    private final DialogContext context;
    private final Map<Source, List<Image>> known = new HashMap<>();
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.GOLD);
    private final ObjectProperty<@Nullable Image> selected = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty typedType = new SimpleStringProperty("");
    private final StringProperty typedId = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Loading> loading =
            new ReadOnlyObjectWrapper<>(Loading.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Image> all = FXCollections.observableArrayList();
    private final FilteredList<Image> shown = new FilteredList<>(all);
    private @Nullable Work<List<Image>> work;
    private String wantedId = "";

    ImagePicker(DialogContext context) {
        this.context = context;
        source.addListener((o, was, is) -> load());
        search.addListener((o, was, is) -> filter());
        selected.addListener((o, was, is) -> {
            if (is != null) {
                wantedId = is.id();
            }
        });
    }

    /** Where images come from now. */
    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** The image picked from the list; null when none is. */
    public ObjectProperty<@Nullable Image> selectedProperty() {
        return selected;
    }

    /** Words the listed images have to contain. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Type typed by the operator. */
    public StringProperty typedTypeProperty() {
        return typedType;
    }

    /** Id typed by the operator. */
    public StringProperty typedIdProperty() {
        return typedId;
    }

    /** Where the list stands. */
    public ReadOnlyObjectProperty<Loading> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why the list could not be read; null when it could. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The images that match the search. */
    public ObservableList<Image> images() {
        return shown;
    }

    /** What is chosen now; its id is empty when nothing is. */
    public Image chosen() {
        Image picked = selected.get();
        if (source.get() == Source.TYPED) {
            String id = typedId.get().strip();
            return image(id, id, typedType.get().strip());
        }
        return picked != null ? picked : image("", "", source.get().word());
    }

    /** Reads the present type's list, or shows it when it is known. */
    public void load() {
        cancel();
        problem.set(null);
        Source from = source.get();
        List<Image> cached = known.get(from);
        if (from == Source.TYPED || cached != null) {
            show(from, Objects.requireNonNullElse(cached, List.of()));
            return;
        }
        all.clear();
        selected.set(null);
        loading.set(Loading.RUNNING);
        work =
                context.fleet()
                        .images(from.word())
                        .then(
                                context.ui().ui(),
                                images -> {
                                    known.put(from, images);
                                    show(from, images);
                                },
                                failure -> {
                                    loading.set(Loading.FAILED);
                                    problem.set(ProblemText.problemOf(failure));
                                });
    }

    /** Chooses an image as soon as its type's list is here; types no list has are typed in. */
    void prefill(String type, String id) {
        wantedId = id;
        Source from = Source.of(type.isEmpty() ? source.get().word() : type);
        if (from == Source.TYPED) {
            typedType.set(type);
            typedId.set(id);
        }
        if (source.get() == from) {
            load();
        } else {
            source.set(from);
        }
    }

    /** Whether anything was chosen or typed. */
    boolean isChosen() {
        return !chosen().id().isEmpty();
    }

    void cancel() {
        if (work != null) {
            work.cancel();
            work = null;
        }
    }

    private void show(Source from, List<Image> images) {
        all.setAll(images);
        loading.set(from == Source.TYPED ? Loading.IDLE : Loading.LOADED);
        selected.set(images.stream().filter(i -> i.id().equals(wantedId)).findFirst().orElse(null));
    }

    private void filter() {
        List<String> words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        Image picked = selected.get();
        shown.setPredicate(image -> {
            String text =
                    (image.name() + ' ' + image.id() + ' ' + image.osVersion())
                            .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        });
        selected.set(picked);
    }

    private static Image image(String id, String name, String type) {
        return new Image(id, name, type, Term.of(OsFamily.UNKNOWN), "", "", 0, "");
    }
}
