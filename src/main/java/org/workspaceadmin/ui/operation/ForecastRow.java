package org.workspaceadmin.ui.operation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.workspaceadmin.fleet.health.Forecast;
import org.workspaceadmin.fleet.health.Forecast.Code;

/**
 * What a rejoin of one target will come to.
 *
 * @param desktopId which
 * @param name its name
 * @param outcome in a word
 * @param reasons why, the gravest first
 */
record ForecastRow(String desktopId, String name, Outcome outcome, List<Forecast.Reason> reasons) {
    /** The worst first. */
    static final Comparator<ForecastRow> WORST_FIRST =
            Comparator.comparing(ForecastRow::outcome)
                    .thenComparing(ForecastRow::name, String.CASE_INSENSITIVE_ORDER);

    /** What only says that something is not known. */
    private static final Set<Code> NOT_KNOWN =
            EnumSet.of(
                    Code.NO_CONTROLLER,
                    Code.DIRECTORY_UNKNOWN,
                    Code.DIRECTORY_NOT_READ,
                    Code.NOT_CHECKED,
                    Code.NOT_REPORTED);

    /** How it will go. */
    enum Outcome {
        /** It will be refused or fail. */
        FAILS,
        /** It may go wrong, or has an effect to know of. */
        ATTENTION,
        /** Nothing speaks against it, but not everything could be looked at. */
        NOT_KNOWN,
        /** Nothing speaks against it. */
        WORKS
    }

    /** Copies the list. */
    ForecastRow {
        reasons = List.copyOf(reasons);
    }

    /**
     * The row of a forecast.
     *
     * @param desktopId which
     * @param name its name
     * @param forecast as the directory and the service have it
     * @param directory whether there is a directory that could be read at all
     */
    static ForecastRow of(String desktopId, String name, Forecast forecast, boolean directory) {
        List<Forecast.Reason> reasons =
                forecast.reasons().stream()
                        .filter(each -> directory || each.code() != Code.DIRECTORY_NOT_READ)
                        .toList();
        return new ForecastRow(desktopId, name, worst(reasons), reasons);
    }

    private static Outcome worst(List<Forecast.Reason> reasons) {
        Outcome worst = Outcome.WORKS;
        for (Forecast.Reason each : reasons) {
            Outcome one =
                    switch (each.outlook()) {
                        case FAILS -> Outcome.FAILS;
                        case ATTENTION ->
                                NOT_KNOWN.contains(each.code())
                                        ? Outcome.NOT_KNOWN
                                        : Outcome.ATTENTION;
                        case WORKS -> Outcome.WORKS;
                    };
            worst = one.compareTo(worst) < 0 ? one : worst;
        }
        return worst;
    }
}
