package org.workspaceadmin.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** What a test needs around the frame. */
final class ShellFixture {
    final ManualTimer timer = new ManualTimer();
    final Texts texts = new Texts(Language.ENGLISH);
    final List<String> copied = new ArrayList<>();
    final FakeOperations operations = new FakeOperations(timer);
    final Memory memory = new Memory();
    final Actions actions = new Actions();
    final Face face = new Face(timer.instant().minusSeconds(14));
    final UiContext context =
            new UiContext(
                    texts,
                    new Now(timer, UiExecutor.sameThread()),
                    timer,
                    Workers.sameThread(),
                    UiExecutor.sameThread(),
                    copied::add,
                    new NoFiles(),
                    ShellFixture::ignore);
    final FakeScreen desktops = new FakeScreen(texts, Icons.DESKTOPS);
    final FakeScreen jobs = new FakeScreen(texts, Icons.JOBS);
    final FakeScreen welcome = new FakeScreen(texts, Icons.DEMO);
    final ShellViewModel model = new ShellViewModel(context, operations, memory);

    List<Place> places() {
        return List.of(
                new Place("desktops", "shell.place.desktops", Icons.DESKTOPS, desktops, false),
                new Place("jobs", "shell.place.jobs", Icons.JOBS, jobs, true));
    }

    static OperationState operation(
            String id, OperationState.Phase phase, int targets, int failed) {
        List<TargetState> states =
                IntStream.range(0, targets)
                        .mapToObj(i ->
                                new TargetState(
                                        new Target(Target.Type.DESKTOP, "d" + i, "FIN-" + i),
                                        i < failed ? Outcome.FAILED : Outcome.RUNNING,
                                        50,
                                        "",
                                        null,
                                        null,
                                        "",
                                        "",
                                        true))
                        .toList();
        return new OperationState(
                id,
                "c1",
                "Production",
                OperationKind.REBUILD,
                List.of(),
                phase,
                Instant.EPOCH,
                null,
                null,
                "",
                "",
                states,
                null);
    }

    private static void ignore(URI page) {
        // no test follows a link
    }

    static final class FakeScreen implements Screen {
        final List<String> heard = new ArrayList<>();
        private final Texts texts;
        private final Icons icon;
        private final List<Node> root = new ArrayList<>();

        FakeScreen(Texts texts, Icons icon) {
            this.texts = texts;
            this.icon = icon;
        }

        /** Made when first shown, so that tests without a window need no toolkit. */
        @Override
        public Node root() {
            if (root.isEmpty()) {
                root.add(
                        new StackPane(
                                new EmptyState(
                                        icon,
                                        texts.text("shell.search"),
                                        texts.text("shell.keys.refresh"),
                                        new Button("…"))));
            }
            return root.getFirst();
        }

        @Override
        public void shown() {
            heard.add("shown");
        }

        @Override
        public void hidden() {
            heard.add("hidden");
        }

        @Override
        public void search(String text) {
            heard.add("search " + text);
        }

        @Override
        public void refresh() {
            heard.add("refresh");
        }
    }

    static final class Memory implements ShellMemory {
        Optional<WindowBounds> bounds = Optional.empty();
        String place = "";
        Theme theme = Theme.SYSTEM;
        Language language = Language.ENGLISH;

        @Override
        public Optional<WindowBounds> bounds() {
            return bounds;
        }

        @Override
        public void bounds(WindowBounds remembered) {
            bounds = Optional.of(remembered);
        }

        @Override
        public String place() {
            return place;
        }

        @Override
        public void place(String id) {
            place = id;
        }

        @Override
        public void theme(Theme chosen) {
            theme = chosen;
        }

        @Override
        public void language(Language chosen) {
            language = chosen;
        }
    }

    static final class Actions implements ShellActions {
        final List<String> heard = new ArrayList<>();
        List<Choice> choices =
                List.of(new Choice("c1", "Production", false), new Choice("demo", "Demo", true));
        Optional<SignInForm> form = Optional.empty();
        Work<Boolean> answer = Work.of(true);

        @Override
        public List<Choice> connections() {
            return choices;
        }

        @Override
        public void manageConnections() {
            heard.add("manage");
        }

        @Override
        public Optional<SignInForm> signInForm() {
            return form;
        }

        @Override
        public Work<Boolean> signInAgain(SignIn signIn) {
            heard.add("sign in " + signIn.accessKey());
            return answer;
        }

        @Override
        public void open(String connectionId) {
            heard.add("open " + connectionId);
        }

        @Override
        public void connectElsewhere() {
            heard.add("elsewhere");
        }

        @Override
        public void saveReport() {
            heard.add("report");
        }
    }

    static final class Face implements ConnectionFace {
        Duration latency = Duration.ofMillis(41);
        Marking marking = Marking.NONE;
        Instant signInUntil = null;
        boolean signInNeeded = false;
        FleetStatus status;

        Face(Instant asOf) {
            status = new FleetStatus(false, 1204, 1204, asOf, null, 1204, true);
        }

        void fails() {
            status =
                    new FleetStatus(
                            false,
                            1204,
                            1204,
                            status.asOf(),
                            new Problem(
                                    Problem.Kind.TIMEOUT,
                                    "",
                                    0,
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    null,
                                    Instant.EPOCH),
                            0,
                            null);
        }

        @Override
        public String id() {
            return "c1";
        }

        @Override
        public String name() {
            return "Production";
        }

        @Override
        public String where() {
            return "ap-southeast-3";
        }

        @Override
        public boolean demo() {
            return false;
        }

        @Override
        public Marking marking() {
            return marking;
        }

        @Override
        public Instant signInUntil() {
            return signInUntil;
        }

        @Override
        public boolean signInNeeded() {
            return signInNeeded;
        }

        @Override
        public Duration latency() {
            return latency;
        }

        @Override
        public FleetStatus status() {
            return status;
        }
    }

    private static final class NoFiles implements FilePort {
        @Override
        public Optional<java.nio.file.Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> chooseToOpen(
                String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }
}
