package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.ui.setup.TwoVantage.Side;

/** What this workstation and the service found, taken together. */
class TwoVantageTest {
    @Test
    void theFourCasesAndTheirKin() {
        assertThat(TwoVantage.of(Side.PASSED, Side.PASSED)).isEqualTo(TwoVantage.BOTH_PASS);
        assertThat(TwoVantage.of(Side.PASSED, Side.WRONG)).isEqualTo(TwoVantage.ONLY_OURS);
        assertThat(TwoVantage.of(Side.PASSED_WITHOUT_ACCOUNT, Side.WRONG))
                .isEqualTo(TwoVantage.ONLY_OURS_PATH);
        assertThat(TwoVantage.of(Side.UNREACHED, Side.PASSED)).isEqualTo(TwoVantage.ONLY_CLOUD);
        assertThat(TwoVantage.of(Side.WRONG, Side.PASSED)).isEqualTo(TwoVantage.ONLY_CLOUD_DATA);
        assertThat(TwoVantage.of(Side.UNREACHED, Side.WRONG)).isEqualTo(TwoVantage.BOTH_FAIL);
        assertThat(TwoVantage.of(Side.REFUSED, Side.WRONG)).isEqualTo(TwoVantage.BOTH_FAIL_ACCOUNT);
    }

    @Test
    void nothingIsConcludedFromASideThatIsNotKnown() {
        assertThat(TwoVantage.of(Side.NOT_ASKED, Side.NOT_ASKED)).isEqualTo(TwoVantage.NOTHING);
        assertThat(TwoVantage.of(Side.PASSED, Side.NOT_ASKED)).isEqualTo(TwoVantage.OPEN_CLOUD);
        assertThat(TwoVantage.of(Side.NOT_ASKED, Side.PASSED)).isEqualTo(TwoVantage.OPEN_OURS);
        assertThat(TwoVantage.of(Side.PASSED, Side.NOT_OFFERED)).isEqualTo(TwoVantage.NOT_OFFERED);
        assertThat(TwoVantage.of(Side.UNKNOWN, Side.PASSED)).isEqualTo(TwoVantage.UNKNOWN);
        assertThat(TwoVantage.of(Side.PASSED, Side.UNKNOWN)).isEqualTo(TwoVantage.UNKNOWN);
    }

    @Test
    void ourSideTellsUnreachedRefusedAndWrongApart() {
        assertThat(TwoVantage.ours(List.of())).isEqualTo(Side.UNKNOWN);
        assertThat(ours(CheckKind.PORTS, Verdict.BAD, "NOTHING")).isEqualTo(Side.UNREACHED);
        assertThat(ours(CheckKind.ACCOUNT, Verdict.BAD, "LOCKED")).isEqualTo(Side.REFUSED);
        assertThat(ours(CheckKind.RIGHTS, Verdict.BAD, "MAY_NOT")).isEqualTo(Side.WRONG);
        assertThat(ours(CheckKind.ACCOUNT, Verdict.UNKNOWN, "NO_SAFE_WAY")).isEqualTo(Side.UNKNOWN);
        assertThat(ours(CheckKind.ACCOUNT, Verdict.GOOD, "SIGNED_IN")).isEqualTo(Side.PASSED);
        assertThat(ours(CheckKind.DNS_REVERSE, Verdict.ATTENTION, "NONE"))
                .isEqualTo(Side.PASSED_WITHOUT_ACCOUNT);
    }

    @Test
    void aServiceThatCouldNotBeAskedSaysNothingAboutTheDirectory() {
        assertThat(cloud(Problem.Kind.BAD_REQUEST, "WKS.00010013")).isEqualTo(Side.WRONG);
        assertThat(cloud(Problem.Kind.FORBIDDEN, "WKS.0403")).isEqualTo(Side.UNKNOWN);
        assertThat(cloud(Problem.Kind.TIMEOUT, "")).isEqualTo(Side.UNKNOWN);
        assertThat(cloud(Problem.Kind.SERVER, "APIG.0201")).isEqualTo(Side.UNKNOWN);
    }

    private static Side ours(CheckKind kind, Verdict verdict, String code) {
        return TwoVantage.ours(List.of(result(kind, verdict, code)));
    }

    private static CheckResult result(CheckKind kind, Verdict verdict, String code) {
        return Findings.of(kind, "10.0.0.9", verdict, code, List.of());
    }

    private static Side cloud(Problem.Kind kind, String code) {
        return TwoVantage.cloud(
                CheckViewModel.State.FAILED,
                new Problem(kind, "", 400, code, "", "", "", "", "", null, Instant.EPOCH));
    }
}
