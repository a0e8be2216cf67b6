package org.workspaceadmin.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.simulator.SimulatorOptions;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchedTest {
    /** Measures the simulator alone; watching would be measured too. */
    private static final Set<String> UNWATCHED = Set.of("SimulatorSpeedTest");

    @Test
    @Order(1)
    void whatATestExchangedIsKeptForItsEnd() throws Exception {
        try (Simulator simulator = Simulator.start(Watched.options().withDesktops(10));
                SimulatorClient client = new SimulatorClient(simulator)) {
            assertThat(client.call("GET", "/v2/{p}/desktops/detail?limit=1", null).status())
                    .isEqualTo(200);
        }
        assertThat(Watched.waiting()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void andWasJudgedWithoutTheTestAskingForIt() {
        assertThat(Watched.waiting()).isZero();
    }

    @Test
    void aRequestTheDescriptionDoesNotKnowFailsTheTestThatMadeIt() throws Exception {
        try (Simulator simulator = Simulator.start(Watched.options().withDesktops(10));
                SimulatorClient client = new SimulatorClient(simulator)) {
            client.call("GET", "/v2/{p}/desktops/detail?limit=1&colour=blue", null);
        }
        assertThatThrownBy(Watched::judge)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("query.unexpected")
                .hasMessageContaining("colour");
    }

    @Test
    void everyTestWatchesItsSimulator() {
        noClasses()
                .that(
                        DescribedPredicate.describe(
                                "neither watch nor measure",
                                c ->
                                        !c.isEquivalentTo(Watched.class)
                                                && !UNWATCHED.contains(c.getSimpleName())
                                                && !measures(c)))
                .should()
                .callMethod(SimulatorOptions.class, "defaults")
                .because("Watched.options() holds the exchanges against the description")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                                .importPackages("org.workspaceadmin"));
    }

    private static boolean measures(JavaClass tested) {
        return tested.isAnnotatedWith(Tag.class)
                && tested.getAnnotationOfType(Tag.class).value().equals("bench");
    }
}
