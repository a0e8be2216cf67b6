package org.workspaceadmin.ui.shell;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.workspaceadmin.ui.common.AppIcon;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;

/** The one window: its title, size and place, and what it remembers of them. */
public final class ShellWindow {
    private final Stage stage;
    private final ShellMemory memory;
    private WindowBounds normal;

    /**
     * Fills a stage; does not show it.
     *
     * @param stage the primary one
     * @param view the frame
     * @param model the frame's state
     * @param texts the language
     * @param memory where the window was
     */
    public ShellWindow(
            Stage stage, ShellView view, ShellViewModel model, Texts texts, ShellMemory memory) {
        this.stage = stage;
        this.memory = memory;
        Scene scene = new Scene(view.root());
        Skin.dress(scene);
        view.installKeys(scene);
        stage.setScene(scene);
        stage.getIcons().setAll(AppIcon.all());
        stage.titleProperty()
                .bind(
                        texts.of(
                                () ->
                                        title(
                                                texts,
                                                model.connectionProperty().get(),
                                                model.newsProperty().get()),
                                model.connectionProperty(),
                                model.newsProperty()));
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        stage.setMinWidth(WindowBounds.leastWidth(screens));
        stage.setMinHeight(WindowBounds.leastHeight(screens));
        normal =
                memory.bounds()
                        .map(bounds -> bounds.reachableOn(screens))
                        .orElseGet(
                                () -> WindowBounds.initial(Screen.getPrimary().getVisualBounds()));
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMaximized(normal.maximized());
        stage.xProperty().subscribe(x -> noteBounds());
        stage.yProperty().subscribe(y -> noteBounds());
        stage.widthProperty().subscribe(width -> noteBounds());
        stage.heightProperty().subscribe(height -> noteBounds());
        stage.maximizedProperty().subscribe(maximized -> noteBounds());
    }

    /** Remembers where the window is; call before it closes. */
    public void remember() {
        memory.bounds(normal);
    }

    private void noteBounds() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        if (stage.isMaximized()) {
            normal =
                    new WindowBounds(normal.x(), normal.y(), normal.width(), normal.height(), true);
        } else {
            normal =
                    new WindowBounds(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    /** What ended unseen is counted where also the system's list of windows shows it. */
    private static String title(
            Texts texts, @org.jspecify.annotations.Nullable ConnectionFace face, int news) {
        String name = texts.now("app.name");
        String title = face == null ? name : face.name() + " – " + name;
        return news == 0 ? title : "(" + texts.messages().number(news) + ") " + title;
    }
}
