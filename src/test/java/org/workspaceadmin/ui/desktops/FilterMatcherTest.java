package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.ui.common.Texts;

class FilterMatcherTest {
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private final DesktopTexts texts =
            new DesktopTexts(new Texts(Language.ENGLISH), ZONE, InstantSource.system());
    private final DesktopFacts finance =
            SampleFleet.plain("d-1")
                    .name("FIN-0012")
                    .user("a.lin")
                    .address("10.1.2.3")
                    .domain(DomainMembership.OUT)
                    .login(LoginState.DISCONNECTED)
                    .tags(new Tag("team", "Pay roll"))
                    .created(Instant.parse("2026-03-14T09:00:00Z"))
                    .facts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fin                     | true",
                "FIN-0012 lin            | true",
                "fin nobody              | false",
                "name:fin                | true",
                "name:FIN-*              | true",
                "name:*12                | true",
                "name:IN-*               | false",
                "user:lin                | true",
                "user:*                  | true",
                "user:\"\"               | false",
                "-user:\"\"              | true",
                "status:on               | true",
                "status:active           | true",
                "status:运行             | true",
                "status:off              | false",
                "status:off,on           | true",
                "domain:out              | true",
                "domain:\"out of domain\" | true",
                "domain:已脱域           | true",
                "-domain:out             | false",
                "login:session           | true",
                "login:disconnected      | true",
                "login:connected         | false",
                "os:windows              | true",
                "os:\"windows 11\"       | true",
                "os:linux                | false",
                "image:win11             | true",
                "ip:10.1                 | true",
                "ip:0.1                  | false",
                "ou:dc=corp              | true",
                "type:dedicated          | true",
                "pool:\"\"               | true",
                "tag:team=\"pay roll\"   | true",
                "id:d-1                  | true",
                "task:\"\"               | true",
                "task:*                  | false",
                "created:2026            | true",
                "created:2026-03         | true",
                "created:2026-03-15      | false",
                "created:>2026-03-14     | false",
                "created:>=2026-03-14    | true",
                "created:<2026-03-14     | false",
                "created:2026-01..2026-03 | true",
                "disconn                 | true",
                "user:                   | true",
            })
    void matches(String query, boolean expected) {
        assertThat(matcher(query).test(finance)).isEqualTo(expected);
    }

    @Test
    void tasksAreFoundByTheServicesWordAndOurs() {
        DesktopFacts busy = SampleFleet.plain("d-2").task("powering-off", 10).facts();

        assertThat(matcher("task:powering").test(busy)).isTrue();
        assertThat(matcher("task:stopping").test(busy)).isTrue();
        assertThat(matcher("stopping").test(busy)).isTrue();
        assertThat(matcher("task:rebuilding").test(busy)).isFalse();
    }

    @Test
    void tellsGentlyWhatItDoesNotUnderstand() {
        assertThat(matcher("status:purple created:soon").hints())
                .containsExactly(
                        new FilterHint(FilterHint.Kind.UNKNOWN_VALUE, "purple"),
                        new FilterHint(FilterHint.Kind.UNREADABLE_DATE, "soon"));
    }

    @Test
    void impossibleDatesAreNoDates() {
        assertThat(CreatedRange.of("2026-02-31", ZONE)).isEmpty();
        assertThat(CreatedRange.of("..", ZONE)).isEmpty();
        assertThat(CreatedRange.of("", ZONE)).isEmpty();
    }

    @Test
    void agreesWithTheNaiveFormulation() {
        List<DesktopFacts> fleet = SampleFleet.rows(300, 5).stream().map(DesktopFacts::of).toList();
        Random random = new Random(5);
        int matched = 0;
        for (int i = 0; i < 3_000; i++) {
            FilterQuery query = randomQuery(random);
            FilterMatcher matcher =
                    new FilterMatcher(FilterQuery.parse(query.format()), FilterWords.NONE, ZONE);
            for (int n = 0; n < 20; n++) {
                DesktopFacts facts = fleet.get(random.nextInt(fleet.size()));
                boolean expected = query.terms().stream().allMatch(t -> naive(t, facts));
                matched += expected ? 1 : 0;

                assertThat(matcher.test(facts))
                        .as("%s on %s", query.format(), facts.desktop())
                        .isEqualTo(expected);
            }
        }
        assertThat(matched).isBetween(5_000, 55_000);
    }

    private static FilterQuery randomQuery(Random random) {
        List<FilterQuery.Term> terms = new ArrayList<>();
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            FilterField[] fields = {
                null,
                FilterField.NAME,
                FilterField.USER,
                FilterField.STATUS,
                FilterField.DOMAIN,
                FilterField.IP,
                FilterField.OU,
                FilterField.TAG,
                FilterField.IMAGE,
                FilterField.CREATED
            };
            FilterField field = fields[random.nextInt(fields.length)];
            List<String> values = new ArrayList<>();
            for (int v = field == null ? 1 : 1 + random.nextInt(2); v > 0; v--) {
                values.add(randomValue(field, random));
            }
            terms.add(new FilterQuery.Term(random.nextInt(4) == 0, field, values));
        }
        return new FilterQuery(terms);
    }

    private static String randomValue(FilterField field, Random random) {
        List<String> choice =
                switch (field) {
                    case null -> List.of("fin", "lin", "10.1", "win11", "e", "-0");
                    case NAME -> List.of("FIN", "-00", "eng-0*", "*7", "");
                    case USER -> List.of("lin", "a.", "*", "");
                    case STATUS -> List.of("active", "shut", "err", "SHUTOFF");
                    case DOMAIN -> List.of("in", "out", "not", "not_asked");
                    case IP -> List.of("10.1", "10.1.0.1", "11");
                    case CREATED -> List.of("2026", "2025-11", ">2026-01-01", "<=2025");
                    default -> List.of("fin", "corp", "department=eng", "23h2", "");
                };
        return choice.get(random.nextInt(choice.size()));
    }

    private static boolean naive(FilterQuery.Term term, DesktopFacts facts) {
        boolean any = term.values().stream().anyMatch(v -> naive(term, v, facts));
        return any != term.negated();
    }

    private static boolean naive(FilterQuery.Term term, String typed, DesktopFacts facts) {
        Desktop d = facts.desktop();
        String value = typed.toLowerCase(Locale.ROOT);
        return switch (term.field()) {
            case null ->
                    contains(
                                    value,
                                    d.name(),
                                    d.userName(),
                                    d.address(),
                                    d.ou(),
                                    d.imageName(),
                                    d.osVersion(),
                                    d.poolName(),
                                    d.id(),
                                    d.domain(),
                                    d.task(),
                                    tag(d))
                            || begins(
                                    value,
                                    facts.status(),
                                    facts.login(),
                                    facts.type(),
                                    facts.osFamily(),
                                    facts.domain());
            case NAME -> naiveText(value, d.name());
            case USER -> naiveText(value, d.userName());
            case OU -> naiveText(value, d.ou());
            case IMAGE ->
                    value.isEmpty() ? d.imageName().isEmpty() : contains(value, d.imageName());
            case TAG -> naiveText(value, tag(d));
            case STATUS -> d.status().word().toLowerCase(Locale.ROOT).startsWith(value);
            case DOMAIN -> facts.domain().name().toLowerCase(Locale.ROOT).startsWith(value);
            case IP -> d.address().startsWith(value);
            case CREATED -> naiveDate(value, Objects.requireNonNull(d.created()));
            default -> throw new IllegalStateException();
        };
    }

    private static boolean begins(String value, Enum<?>... states) {
        for (Enum<?> state : states) {
            if (state.name().toLowerCase(Locale.ROOT).startsWith(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean naiveText(String value, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> lower.isEmpty();
            case "*" -> !lower.isEmpty();
            case "eng-0*" -> lower.startsWith("eng-0");
            case "*7" -> lower.endsWith("7");
            default -> lower.contains(value);
        };
    }

    private static boolean naiveDate(String value, Instant created) {
        LocalDate day = LocalDate.ofInstant(created, ZONE);
        return switch (value) {
            case "2026" -> day.getYear() == 2026;
            case "2025-11" -> day.getYear() == 2025 && day.getMonthValue() == 11;
            case ">2026-01-01" -> day.isAfter(LocalDate.of(2026, 1, 1));
            default -> day.getYear() <= 2025;
        };
    }

    private static String tag(Desktop d) {
        return d.tags().isEmpty()
                ? ""
                : d.tags().getFirst().key() + "=" + d.tags().getFirst().value();
    }

    private static boolean contains(String value, String... texts) {
        for (String text : texts) {
            if (text.toLowerCase(Locale.ROOT).contains(value)) {
                return true;
            }
        }
        return false;
    }

    private FilterMatcher matcher(String query) {
        return new FilterMatcher(FilterQuery.parse(query), texts, ZONE);
    }

    @Test
    void aDesktopInErrorIsNotOff() {
        DesktopFacts broken = SampleFleet.plain("d-3").status(DesktopStatus.ERROR).facts();

        assertThat(matcher("status:error").test(broken)).isTrue();
        assertThat(matcher("status:off").test(broken)).isFalse();
    }
}
