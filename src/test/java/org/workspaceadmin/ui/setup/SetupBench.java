package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.bench.BenchReport;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.rules.domain.SiteLists;

/** How long a keystroke's rules take, and those of a megabyte that was pasted. */
@Tag("bench")
class SetupBench {
    private static final int ROUNDS = 10;
    private static final int KEYS = 2_000;

    @Test
    void aKeystrokeAt64Characters() {
        SetupForm form = new SetupForm(Generation.V1);
        SetupFields fields = new SetupFields(form, SiteLists.standIn());
        form.kindProperty().set(DomainKind.CLOUD);
        form.accountProperty().set("vdsadmin");
        String[] texts = {"Aa1!bC2?".repeat(8), "Aa1!bC2?".repeat(7) + "Aa1!bC2"};
        double[] each = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int key = 0; key < KEYS; key++) {
                form.passwordProperty().set(texts[key % 2]);
                fields.of(DomainField.PASSWORD).linesProperty().get();
            }
            if (round >= 0) {
                each[round] = (System.nanoTime() - begin) / 1e6 / KEYS;
            }
        }
        BenchReport.add("setup.keystroke.64", "ms", each);
        assertThat(fields.of(DomainField.PASSWORD).blocks()).isFalse();
    }

    @Test
    void aPastedMegabyte() {
        SetupForm form = new SetupForm(Generation.V1);
        SetupFields fields = new SetupFields(form, SiteLists.standIn());
        form.kindProperty().set(DomainKind.CLOUD);
        String[] texts = {"a.-".repeat(350_000), "b-.".repeat(350_000)};
        double[] each = new double[ROUNDS];
        for (int round = -5; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            form.domainNameProperty().set(texts[Math.floorMod(round, 2)]);
            if (round >= 0) {
                each[round] = (System.nanoTime() - begin) / 1e6;
            }
        }
        BenchReport.add("setup.paste.1MB", "ms", each);
        assertThat(fields.of(DomainField.NAME).blocks()).isTrue();
    }
}
