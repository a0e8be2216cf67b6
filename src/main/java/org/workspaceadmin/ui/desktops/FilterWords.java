package org.workspaceadmin.ui.desktops;

import java.util.List;

/** The words by which an operator may name a state, beside the service's own. */
interface FilterWords {
    /** No words but the service's. */
    FilterWords NONE =
            new FilterWords() {
                @Override
                public List<String> of(Enum<?> state) {
                    return List.of();
                }

                @Override
                public String task(String task) {
                    return task;
                }
            };

    /**
     * A state as written on screen.
     *
     * @param state a status, login state, domain state, type or family
     * @return its words in lower case, in all languages the operator may type; may be empty
     */
    List<String> of(Enum<?> state);

    /**
     * What a broken domain membership is called.
     *
     * @return its words in lower case, in all languages; may be empty
     */
    default List<String> repair() {
        return List.of();
    }

    /**
     * A task as written on screen.
     *
     * @param task the service's word
     * @return in lower case; the word itself when it has no other
     */
    String task(String task);
}
