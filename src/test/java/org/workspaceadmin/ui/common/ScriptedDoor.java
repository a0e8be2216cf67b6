package org.workspaceadmin.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.task.Work;

/** The way to a scripted directory. */
public final class ScriptedDoor implements DirectoryDoor {
    /** The directory. */
    public final ScriptedHealth health = new ScriptedHealth();

    /** Whether there is one. */
    public final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(Offer.OFFERED);

    /** Which names were asked for, question by question. */
    public final List<List<String>> asked = new ArrayList<>();

    /** How often Directory access was opened. */
    public int opened;

    /** What is answered to a question; null while no directory is open. */
    public Function<List<String>, Optional<Work<Map<String, AccountAnswer>>>> answers =
            names -> Optional.empty();

    @Override
    public ScriptedHealth health() {
        return health;
    }

    @Override
    public ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    @Override
    public DirectoryData data() {
        return DirectoryData.NONE;
    }

    @Override
    public void open() {
        opened++;
    }

    @Override
    public Optional<Work<Map<String, AccountAnswer>>> accounts(Collection<String> names) {
        asked.add(List.copyOf(names));
        return answers.apply(List.copyOf(names));
    }
}
