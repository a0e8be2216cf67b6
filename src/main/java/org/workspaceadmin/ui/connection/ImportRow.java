package org.workspaceadmin.ui.connection;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.transfer.Found;
import org.workspaceadmin.connection.transfer.Incoming;
import org.workspaceadmin.ui.connection.ConnectionActions.Order;

/** Something that may be taken over, and whether the operator wants it. */
sealed interface ImportRow {
    /** Whether it is wanted. */
    BooleanProperty wantedProperty();

    /** Where it goes, as far as that is known. */
    ConnectionDraft draft();

    /** Who signs in, as far as that is known. */
    Identity identity();

    /** Whether it can be kept as it is. */
    default boolean complete() {
        return draft().check().isEmpty();
    }

    /**
     * What is to be kept.
     *
     * @param all the kept connections, with those taken before this one
     * @param remember whether its sign-in is remembered, when there is one
     * @param clock for temporary keys
     * @return empty when nothing is; the caller closes it
     */
    Optional<Order> order(Collection<Connection> all, boolean remember, InstantSource clock);

    /**
     * Out of a variable or a file of another tool.
     *
     * @param found what was found
     * @param wantedProperty whether it is wanted
     */
    record Tool(Found found, BooleanProperty wantedProperty) implements ImportRow {
        Tool(Found found) {
            this(found, new SimpleBooleanProperty(false));
        }

        @Override
        public ConnectionDraft draft() {
            ConnectionDraft draft = found.draft();
            boolean named = !draft.name().isEmpty() || found.profile().isEmpty();
            return named ? draft : draft.withName(found.profile());
        }

        @Override
        public Identity identity() {
            return found.identity();
        }

        @Override
        public Optional<Order> order(
                Collection<Connection> all, boolean remember, InstantSource clock) {
            Optional<SignIn> signIn = remember ? found.signIn(clock) : Optional.empty();
            ConnectionDraft free = draft().freeOf(all);
            return Optional.of(
                    new Order(
                            free.connection(identity()),
                            free.generation(),
                            signIn,
                            signIn.isPresent()));
        }
    }

    /**
     * Out of a colleague's file.
     *
     * @param incoming what it says, held against what is kept
     * @param wantedProperty whether it is wanted
     * @param choiceProperty what happens when the name is taken
     */
    record Shared(
            Incoming incoming,
            BooleanProperty wantedProperty,
            ObjectProperty<Incoming.Choice> choiceProperty)
            implements ImportRow {
        Shared(Incoming incoming) {
            this(
                    incoming,
                    new SimpleBooleanProperty(incoming.match() == Incoming.Match.NEW),
                    new SimpleObjectProperty<>(
                            incoming.match() == Incoming.Match.CONFLICT
                                    ? Incoming.Choice.REPLACE
                                    : Incoming.Choice.ADD));
        }

        @Override
        public ConnectionDraft draft() {
            return incoming.shared().draft();
        }

        @Override
        public Identity identity() {
            return incoming.shared().identity();
        }

        @Override
        public Optional<Order> order(
                Collection<Connection> all, boolean remember, InstantSource clock) {
            return incoming.take(choiceProperty.get(), all)
                    .map(connection ->
                            new Order(
                                    connection,
                                    GenerationChoice.of(connection.generation()),
                                    Optional.empty(),
                                    false));
        }
    }
}
