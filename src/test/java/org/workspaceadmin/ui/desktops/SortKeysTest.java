package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.DomainMembership;

class SortKeysTest {
    @Test
    void numbersInNamesCompareAsNumbers() {
        List<String> names = new ArrayList<>(List.of("FIN-10", "fin-2", "FIN-1", "ENG-100", "FIN"));

        names.sort(Comparator.comparing(SortKeys::natural));

        assertThat(names).containsExactly("ENG-100", "FIN", "FIN-1", "fin-2", "FIN-10");
    }

    @Test
    void agreesWithTheNaiveNaturalOrder() {
        Random random = new Random(9);
        for (int i = 0; i < 50_000; i++) {
            String a = name(random);
            String b = name(random);

            assertThat(Integer.signum(SortKeys.natural(a).compareTo(SortKeys.natural(b))))
                    .as("%s and %s", a, b)
                    .isEqualTo(Integer.signum(naive(a, b)));
        }
    }

    @Test
    void addressesSortByNumberAndNonsenseComesLast() {
        List<String> addresses =
                new ArrayList<>(List.of("10.0.0.10", "", "10.0.0.9", "fe80::1", "9.255.0.1"));

        addresses.sort(Comparator.comparingLong(SortKeys::address));

        assertThat(addresses).containsExactly("9.255.0.1", "10.0.0.9", "10.0.0.10", "", "fe80::1");
    }

    @Test
    void nothingComesLastInBothDirections() {
        Arrangement arrangement = new Arrangement();
        arrangement.update(
                List.of(
                        SampleFleet.plain("1").user("").facts(),
                        SampleFleet.plain("2").user("b").facts(),
                        SampleFleet.plain("3").user("a").facts()));

        assertThat(sorted(arrangement, DesktopColumn.USER, true)).containsExactly("3", "2", "1");
        assertThat(sorted(arrangement, DesktopColumn.USER, false)).containsExactly("2", "3", "1");
    }

    @Test
    void thoseThatNeedSomebodyComeFirst() {
        Arrangement arrangement = new Arrangement();
        arrangement.update(
                List.of(
                        SampleFleet.plain("in").domain(DomainMembership.IN).facts(),
                        SampleFleet.plain("unasked").notAsked().facts(),
                        SampleFleet.plain("out").domain(DomainMembership.OUT).facts()));

        assertThat(sorted(arrangement, DesktopColumn.DOMAIN, true))
                .containsExactly("out", "unasked", "in");
    }

    @Test
    void everyColumnSortsAndEqualRowsKeepTheirOrder() {
        Arrangement arrangement = new Arrangement();
        arrangement.update(SampleFleet.rows(500, 2).stream().map(DesktopFacts::of).toList());
        List<String> before = arrangement.all().stream().map(DesktopItem::id).toList();
        for (DesktopColumn column : DesktopColumn.values()) {
            List<String> up = sorted(arrangement, column, true);
            assertThat(up).as(column.key()).containsExactlyInAnyOrderElementsOf(before);
        }
        Instant last = Instant.MIN;
        for (String id : sorted(arrangement, DesktopColumn.CREATED, true)) {
            Instant created = arrangement.item(id).facts().desktop().created();
            assertThat(created.getEpochSecond()).isGreaterThanOrEqualTo(last.getEpochSecond());
            last = created;
        }
        List<String> byType = sorted(arrangement, DesktopColumn.POOL, true);
        List<String> dedicated =
                byType.stream()
                        .filter(id -> arrangement.item(id).facts().desktop().poolName().isEmpty())
                        .toList();
        List<String> expected = new ArrayList<>(before);
        expected.retainAll(dedicated);
        assertThat(dedicated).isEqualTo(expected);
    }

    private static List<String> sorted(Arrangement a, DesktopColumn column, boolean ascending) {
        return Arrays.stream(Arrangement.sort(a.snapshot(), column, ascending))
                .map(DesktopItem::id)
                .toList();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            name.append(List.of("fin", "FIN", "a", "b", "-").get(random.nextInt(5)));
            if (random.nextBoolean()) {
                name.append(random.nextInt(random.nextBoolean() ? 12 : 2_000));
            }
        }
        return name.toString();
    }

    /** Cuts both into runs of digits and others, and compares run by run. */
    private static int naive(String a, String b) {
        List<String> left = runs(a);
        List<String> right = runs(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String x = left.get(i);
            String y = right.get(i);
            boolean numbers = Character.isDigit(x.charAt(0)) && Character.isDigit(y.charAt(0));
            int order = numbers ? new BigInteger(x).compareTo(new BigInteger(y)) : x.compareTo(y);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<String> runs(String text) {
        Matcher matcher = Pattern.compile("\\d+|\\D").matcher(text.toLowerCase(Locale.ROOT));
        List<String> runs = new ArrayList<>();
        while (matcher.find()) {
            runs.add(matcher.group());
        }
        return Collections.unmodifiableList(runs);
    }
}
