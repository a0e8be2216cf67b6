package org.workspaceadmin.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** A screen nobody went to costs nothing; one that was gone to is the same ever after. */
class LateScreenTest {
    private final List<String> said = new ArrayList<>();
    private final LateScreen late = new LateScreen(Told::new);

    private final class Told implements Screen {
        private final Region root = new Region();

        Told() {
            said.add("made");
        }

        @Override
        public Node root() {
            return root;
        }

        @Override
        public void shown() {
            said.add("shown");
        }

        @Override
        public void hidden() {
            said.add("hidden");
        }

        @Override
        public void search(String text) {
            said.add("search " + text);
        }

        @Override
        public void close() {
            said.add("closed");
        }
    }

    @Test
    void isNotBuiltToBeHiddenOrClosed() {
        late.hidden();
        late.close();

        assertThat(said).isEmpty();
    }

    @Test
    void isBuiltOnce() {
        late.shown();
        Node root = late.root();
        late.search("pc");
        late.hidden();
        late.close();

        assertThat(late.root()).isSameAs(root);
        assertThat(said).containsExactly("made", "shown", "search pc", "hidden", "closed");
    }
}
