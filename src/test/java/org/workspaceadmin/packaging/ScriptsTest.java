package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.peer.Peer;

/** Every script of the project: read by its shell and by who knows its pitfalls. */
class ScriptsTest {
    private static final List<Path> FOLDERS = List.of(Path.of(".ci"), Path.of("packaging"));

    @TempDir Path folder;

    /** What a program said and how it ended. */
    record Outcome(int code, String said) {}

    @Test
    void shellScriptsPassShellcheck() throws Exception {
        Peer.require("shellcheck", "shellcheck");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--severity=style"));
        scripts().forEach(script -> command.add(script.toString()));
        assertThat(command).hasSizeGreaterThan(3);

        assertThat(run(command)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void theScriptsOfWorkflowsPassShellcheck() throws Exception {
        Peer.require("shellcheck", "shellcheck");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--shell=bash"));
        for (Workflows.Step step : Workflows.steps()) {
            if (!step.shell().isEmpty()) {
                assertThat(step.shell()).as(step.where()).isIn("bash", "pwsh");
            }
            if (step.shell().equals("bash")) {
                Path script = folder.resolve(step.where().replace(' ', '-') + ".sh");
                command.add(Files.writeString(script, step.script()).toString());
            }
        }
        assertThat(command).hasSizeGreaterThan(6);

        assertThat(run(command)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void shellcheckWouldSayWhatIsWrong() throws Exception {
        Peer.require("shellcheck", "shellcheck");
        Path script = folder.resolve("wrong.sh");
        Files.writeString(script, "#!/bin/sh\nrm -rf $1/*\n");

        Outcome outcome = run(List.of("shellcheck", script.toString()));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("SC2086");
    }

    @Test
    void shellScriptsStopAtTheFirstError() throws IOException {
        assertThat(scripts())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Files.readString(script)).contains("\nset -eu"));
    }

    @Test
    void powerShellScriptsStopAtTheFirstError() throws IOException {
        assertThat(files(".ps1"))
                .isNotEmpty()
                .allSatisfy(script ->
                        assertThat(Files.readString(script))
                                .startsWith("#")
                                .contains("$ErrorActionPreference = 'Stop'"));
    }

    /** Debian has no PowerShell, so continuous integration cannot ask for it. */
    @Test
    void powerShellCanReadItsScripts() throws Exception {
        if (Peer.find("pwsh").isEmpty()) {
            System.out.println("skipped: pwsh is needed to read PowerShell scripts");
            Assumptions.abort("pwsh");
        }
        List<Path> scripts = new ArrayList<>(files(".ps1"));
        for (Workflows.Step step : Workflows.steps()) {
            if (step.shell().equals("pwsh")) {
                Path script = folder.resolve(step.where().replace(' ', '-') + ".ps1");
                scripts.add(Files.writeString(script, step.script()));
            }
        }
        for (Path script : scripts) {
            String parse =
                    "$e = $null; [void][Management.Automation.Language.Parser]::ParseFile('"
                            + script.toAbsolutePath()
                            + "', [ref]$null, [ref]$e); $e | % { $_.Message }; exit $e.Count";
            List<String> command = List.of("pwsh", "-NoProfile", "-Command", parse);

            assertThat(run(command)).as(script.toString()).isEqualTo(new Outcome(0, ""));
        }
    }

    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>(files(".sh"));
        for (Path file : files("")) {
            if (!scripts.contains(file) && firstLine(file).matches("#!.*\\b(ba)?sh\\b.*")) {
                scripts.add(file);
            }
        }
        assertThat(scripts).contains(Path.of(".ci", "run"));
        return scripts;
    }

    private static String firstLine(Path file) throws IOException {
        byte[] start = new byte[80];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(start, 0, start.length);
            return new String(start, 0, length, StandardCharsets.ISO_8859_1).split("\n", 2)[0];
        }
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(ending))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static Outcome run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Outcome(process.exitValue(), said);
    }
}
