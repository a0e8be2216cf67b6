package org.workspaceadmin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the plan of the house: which room may use which. */
class RoomsTest {
    private static final String ROOT = "org.workspaceadmin";

    /** A room and the rooms it may use, beside itself. A screen is a room below {@code ui}. */
    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("model", List.of()),
                    Map.entry("redact", List.of()),
                    Map.entry("task", List.of()),
                    Map.entry("i18n", List.of()),
                    Map.entry("simulator", List.of()),
                    Map.entry("rules", List.of("model")),
                    Map.entry("journal", List.of("model", "redact")),
                    Map.entry("cloud", List.of("model", "task", "redact")),
                    Map.entry("directory", List.of("model", "task", "redact")),
                    Map.entry("fleet", List.of("model", "cloud", "directory", "task")),
                    Map.entry("connection", List.of("model", "cloud", "task", "redact")),
                    Map.entry("report", List.of("model", "journal", "connection", "redact")),
                    Map.entry(
                            "operation",
                            List.of("model", "rules", "cloud", "journal", "task", "redact")),
                    Map.entry(
                            "ui",
                            List.of(
                                    "model",
                                    "rules",
                                    "fleet",
                                    "operation",
                                    "connection",
                                    "directory",
                                    "journal",
                                    "report",
                                    "task",
                                    "i18n")),
                    Map.entry("tour", List.of("ui", "app", "simulator", "model", "i18n", "task")),
                    Map.entry(
                            "app",
                            List.of(
                                    "model",
                                    "rules",
                                    "redact",
                                    "task",
                                    "cloud",
                                    "journal",
                                    "operation",
                                    "fleet",
                                    "connection",
                                    "directory",
                                    "report",
                                    "simulator",
                                    "i18n",
                                    "ui")));

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
    }

    @Test
    void everyRoomIsOnThePlan() {
        var rooms =
                ours.stream()
                        .map(JavaClass::getPackageName)
                        .filter(p -> p.startsWith(ROOT + "."))
                        .map(p -> p.substring(ROOT.length() + 1).split("\\.")[0])
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAY_USE.keySet()).containsAll(rooms);
    }

    @TestFactory
    List<DynamicTest> aRoomUsesOnlyItsNeighbours() {
        return MAY_USE.entrySet().stream()
                .map(e ->
                        DynamicTest.dynamicTest(
                                e.getKey(), () -> onlyUses(e.getKey(), e.getValue())))
                .toList();
    }

    private static void onlyUses(String room, List<String> neighbours) {
        DescribedPredicate<JavaClass> strangers =
                DescribedPredicate.describe(
                        "in a room that " + room + " may not use",
                        c ->
                                c.getPackageName().startsWith(ROOT)
                                        && !inRoom(c, room)
                                        && neighbours.stream().noneMatch(n -> inRoom(c, n)));
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + room + "..")
                        .should()
                        .dependOnClassesThat(strangers));
    }

    @Test
    void screensDoNotKnowEachOther() {
        List<String> screens =
                ours.stream()
                        .map(JavaClass::getPackageName)
                        .filter(p -> p.startsWith(ROOT + ".ui.") && !p.endsWith(".common"))
                        .distinct()
                        .toList();
        for (String screen : screens) {
            DescribedPredicate<JavaClass> otherScreen =
                    DescribedPredicate.describe(
                            "of another screen",
                            c ->
                                    screens.contains(c.getPackageName())
                                            && !c.getPackageName().equals(screen));
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(screen)
                            .should()
                            .dependOnClassesThat(otherScreen));
        }
    }

    @Test
    void commonPartsKnowNoScreen() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".ui.common..")
                        .should()
                        .dependOnClassesThat(
                                DescribedPredicate.describe(
                                        "of a screen",
                                        c ->
                                                c.getPackageName().startsWith(ROOT + ".ui.")
                                                        && !c.getPackageName()
                                                                .startsWith(ROOT + ".ui.common"))));
    }

    @Test
    void viewModelsTouchNoNode() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx.scene..",
                                "javafx.stage..",
                                "javafx.application..",
                                "javafx.animation..",
                                "javafx.css..",
                                "org.controlsfx..",
                                "atlantafx..",
                                "org.kordamp.."));
    }

    @Test
    void onlyScreensAndTheirSurroundingsKnowJavaFx() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + ".ui..", ROOT + ".app..", ROOT + ".tour..", ROOT)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx.."));
    }

    @Test
    void onlyTheApiServiceSpeaksHttp() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + ".cloud..", ROOT + ".simulator..", ROOT + ".tour..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..", "org.eclipse.jetty.."));
    }

    @Test
    void nobodyUsesSwingOrAwtButTheTourWhichWritesPictures() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".tour..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javax.swing..", "java.awt.."));
    }

    @Test
    void nobodyIsCalledManagerHelperOrUtil() {
        assertThat(ours.stream().map(JavaClass::getSimpleName))
                .noneMatch(n -> n.matches(".*(Manager|Helper|Utils?)$"));
    }

    private static boolean inRoom(JavaClass c, String room) {
        String name = c.getPackageName();
        return name.equals(ROOT + "." + room) || name.startsWith(ROOT + "." + room + ".");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ours);
    }
}
