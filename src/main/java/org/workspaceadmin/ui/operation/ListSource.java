package org.workspaceadmin.ui.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.operation.list.ListFault;
import org.workspaceadmin.operation.list.ListTable;
import org.workspaceadmin.operation.list.ListTable.Heading;
import org.workspaceadmin.operation.list.ListText;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.UiContext;

/**
 * A list the operator pastes or opens, read as a table. Short ones are read as they are typed, long
 * ones in the background after a moment of rest. UI thread only.
 */
final class ListSource {
    /** Above this many characters a list is read in the background. */
    private static final int LONG = 20_000;

    private final UiContext context;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Heading> heading = new SimpleObjectProperty<>(Heading.RECOGNIZE);
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(new Reading(null, null));
    private Timer.@Nullable Cancel waiting;
    private @Nullable Work<?> work;

    /**
     * What the text is.
     *
     * @param table the list, null when there is none
     * @param fault why it cannot be read, as a sentence; null when nothing is wrong
     */
    record Reading(@Nullable ListTable table, @Nullable Line fault) {}

    ListSource(UiContext context) {
        this.context = context;
        text.addListener((o, was, is) -> changed());
        heading.addListener((o, was, is) -> changed());
    }

    /** The list as it stands in the field. */
    StringProperty textProperty() {
        return text;
    }

    /** Whether its first row is a heading. */
    ObjectProperty<Heading> headingProperty() {
        return heading;
    }

    /** What was read. */
    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The table, null when there is none. */
    @Nullable ListTable table() {
        return reading.get().table();
    }

    /** Reads a file into the field. */
    void open(Path file) {
        cancel();
        work =
                context.workers()
                        .start(() -> read(file))
                        .then(
                                context.ui(),
                                outcome -> {
                                    if (outcome instanceof ListText opened) {
                                        heading.set(Heading.RECOGNIZE);
                                        text.set(opened.text());
                                    } else if (outcome instanceof ListFault fault) {
                                        reading.set(new Reading(null, sentence(fault)));
                                    }
                                },
                                failure -> reading.set(unreadable(file)));
    }

    /** Ends what it waits for. */
    void stop() {
        cancel();
    }

    private static Object read(Path file) throws IOException {
        try {
            if (Files.size(file) > ListText.MOST_BYTES) {
                return ListText.of(new byte[ListText.MOST_BYTES + 1]);
            }
            return ListText.of(Files.readAllBytes(file));
        } catch (ListFault fault) {
            return fault;
        }
    }

    private static Reading unreadable(Path file) {
        return new Reading(
                null, Line.danger("list.fault.file", String.valueOf(file.getFileName())));
    }

    private void changed() {
        cancel();
        String now = text.get();
        Heading headed = heading.get();
        if (now.length() <= LONG) {
            reading.set(read(now, headed));
            return;
        }
        waiting =
                context.timer()
                        .after(
                                OperationViewModel.DEBOUNCE,
                                () -> context.ui().execute(() -> readLater(now, headed)));
    }

    private void readLater(String now, Heading headed) {
        work =
                context.workers()
                        .start(() -> read(now, headed))
                        .then(
                                context.ui(),
                                reading::set,
                                failure -> reading.set(new Reading(null, null)));
    }

    private static Reading read(String text, Heading heading) {
        if (text.isBlank()) {
            return new Reading(null, null);
        }
        try {
            return new Reading(ListTable.of(text, heading), null);
        } catch (ListFault fault) {
            return new Reading(null, sentence(fault));
        }
    }

    private static Line sentence(ListFault fault) {
        return Line.danger("list.fault." + fault.kind().name(), fault.line());
    }

    private void cancel() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (work != null) {
            work.cancel();
            work = null;
        }
    }
}
