import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds every installer that the current system can build. Maven's profile {@code installer} runs
 * it from its source, with the JDK of the toolchain; its steps stand below in their order. What
 * differs from system to system is in argument files, {@code packaging/common} and {@code
 * packaging/<system>}, of which Maven has made a copy with its properties filled in.
 */
final class BuildInstallers {
    private BuildInstallers() {}

    /**
     * Takes the folder of installers, the program's jar, the version, "tour" or "none" for the
     * training, the packages or "all", and the moment files are dated.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Plan plan = Plan.of(args);
        plan.begin();
        Tool.tell(plan);
        Libraries libraries = new Libraries(plan);
        libraries.prepare();
        Notices.write(plan);
        Path runtime = new Linking(plan).link(libraries.javafx());
        Imaging imaging = new Imaging(plan);
        Training training = new Training(plan);
        if (plan.training()) {
            Path trial = plan.work().resolve("trial");
            training.train(imaging.build(runtime, libraries.program(), trial));
            Plan.delete(trial);
        }
        training.end(runtime);
        Path image = imaging.build(runtime, libraries.program(), plan.work().resolve("image"));
        if (plan.system() == Plan.Target.LINUX) {
            Scripts.replace(plan, image);
            if (plan.training()) {
                training.prove(image);
            }
        }
        Hooks.run(plan, "image-built", image);
        List<Path> made = new Packaging(plan).build(image);
        Checksums.write(plan, made);
        for (Path file : made) {
            System.out.printf("%6.1f MB  %s%n", file.toFile().length() / 1e6, file.getFileName());
        }
    }
}
