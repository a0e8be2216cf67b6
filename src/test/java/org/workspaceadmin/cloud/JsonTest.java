package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02-15 05:01:06,2026-02-15T05:01:06Z",
        "2026-02-15T05:01:06Z,2026-02-15T05:01:06Z",
        "2026-02-15T05:01:06,2026-02-15T05:01:06Z",
        "2026-02-15T05:01:06.123456Z,2026-02-15T05:01:06.123456Z",
        "2026-02-15T05:01:06+08:00,2026-02-14T21:01:06Z",
        "2026-02-15T05:01:06+0800,2026-02-14T21:01:06Z",
        "2026-02-15,2026-02-15T00:00:00Z",
        "1771131666,2026-02-15T05:01:06Z",
        "1771131666000,2026-02-15T05:01:06Z",
        "2026-13-15 05:01:06,",
        "20x6-02-15 05:01:06,",
        "yesterday evening,",
        "0,",
        "'',"
    })
    void readsMoments(String text, Instant moment) {
        assertThat(Json.instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "7,7",
        "'\"7\"',7",
        "'\"42%\"',42",
        "3.9,3",
        "null,",
        "'\"\"',",
        "'\"x\"',",
        "{},",
        "99999999999,2147483647"
    })
    void readsNumbers(String value, Integer number) {
        JsonNode json = Json.parse("{\"n\":" + value + "}");
        if (value.equals("99999999999")) {
            JsonNode text = Json.parse("{\"n\":\"" + value + "\"}");
            assertThat(Json.integer(text, "n")).isEqualTo(number);
        } else {
            assertThat(Json.integer(json, "n")).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "'\"true\"',true",
        "'\"TRUE\"',true",
        "1,true",
        "'\"1\"',true",
        "0,false",
        "'\"no\"',false",
        "null,false",
        "[],false"
    })
    void readsTruth(String value, boolean truth) {
        assertThat(Json.bool(Json.parse("{\"b\":" + value + "}"), "b")).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"l\":[\"a\",\"b\"]}',2",
        "'{\"l\":\"a\"}',1",
        "'{\"l\":null}',0",
        "{},0",
        "'{\"l\":[null,\"a\",\"\"]}',1"
    })
    void readsAListWhereAValueStands(String json, int size) {
        assertThat(Json.texts(Json.parse(json), "l")).hasSize(size);
    }
}
